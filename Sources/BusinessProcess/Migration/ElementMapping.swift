import Refusals

/// Which element of a new version takes the place of each element of the old one.
///
/// What is not named keeps its id. Inside a called process it is enough to name the call.
struct ElementMapping {
    let old: ProcessDefinition
    let new: ProcessDefinition
    private let named: [String: String]

    init(from old: ProcessDefinition, to new: ProcessDefinition, _ named: [String: String]) {
        self.old = old
        self.new = new
        self.named = named
    }

    /// The node that takes the place of a node; `nil` where none does.
    func node(_ id: String) -> FlowNode? { new.elements[renamed(id)] }

    /// The id of that node; of a node without successor its own.
    func nodeID(_ id: String) -> String { node(id)?.id ?? id }

    /// The arrow that takes the place of an arrow: the one that is named, the same with the same ends, or the
    /// only one between them. An arrow that leads somewhere else now does not say what a token on it means.
    func flow(_ id: String) -> String? {
        if let name = named[id] { return new.graph.flowIndex[name] == nil ? nil : name }
        guard let known = old.graph.flowIndex[id] else { return nil }
        let flow = old.graph.flows[known].flow
        let ends = (renamed(flow.source), renamed(flow.target))
        let between = new.outgoing(ends.0).filter { $0.target == ends.1 }
        let same = between.first { $0.id == renamed(id) }
        return same?.id ?? (between.count == 1 ? between.first?.id : nil)
    }

    /// What was named and does not exist, as obstacles.
    var unknown: [MigrationObstacle] {
        named.sorted { $0.key < $1.key }.flatMap { from, to in
            let isFlow = old.graph.flowIndex[from] != nil
            let isRead = isFlow || old.elements[from] != nil
            let isFound = isFlow ? new.graph.flowIndex[to] != nil : new.elements[to] != nil
            return [
                isRead ? nil : MigrationObstacle(element: from, sentence: "原来的版本里没有「\(from)」。"),
                isFound ? nil : MigrationObstacle(element: from, sentence: "新的版本里没有「\(to)」。"),
            ].compactMap(\.self)
        }
    }

    private func renamed(_ id: String) -> String {
        if let name = named[id] { return name }
        guard let slash = id.lastIndex(of: "/") else { return id }
        return renamed(String(id[..<slash])) + id[slash...]
    }
}
