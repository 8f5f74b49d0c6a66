import BusinessProcess
import Cases

/// Two versions and the mapping between their steps, as they stand in the address or the form.
struct MigrationChoice {
    let pair: VersionPair
    let old: ProcessDefinition
    let new: ProcessDefinition
    /// The new id for each step that was mapped.
    let mapping: [String: String]

    var from: Int { pair.old.key.version }
    var to: Int { pair.new.key.version }

    /// The steps of the old version that the new one does not have under the same id.
    var orphans: [FlowNode] {
        old.elements.values.filter { $0.canHoldCases && new.elements[$0.id] == nil }.sorted { $0.id < $1.id }
    }

    /// The steps of the new version one of the old may become.
    func successors(of node: FlowNode) -> [FlowNode] {
        new.elements.values.filter { $0.canHoldCases && $0.isTask == node.isTask }.sorted { $0.id < $1.id }
    }

    /// The name of a field of the form.
    static func field(_ element: String) -> String { "map.\(element)" }

    func change(reason: String) -> VersionChange {
        VersionChange(process: old.id, from: from, to: to, mapping: mapping, reason: reason)
    }
}

extension FlowNode {
    /// Whether a case can stand here: what takes no time needs no successor.
    fileprivate var canHoldCases: Bool {
        switch kind {
        case .userTask, .serviceTask, .receiveTask, .catchEvent, .businessRuleTask, .manualTask, .subProcess:
            true
        default: false
        }
    }
}
