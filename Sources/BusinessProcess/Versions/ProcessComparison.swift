public import Refusals
import XMLTree

public import struct Foundation.Data

/// What is not the same in two versions of a process.
///
/// Elements are the same when they have the same id. Where they stand in the drawing does not matter.
public struct ProcessComparison: Sendable, Hashable {
    /// What was added, removed and changed: of the process first, then of nodes, arrows and lanes, in the order
    /// of the new file, what was removed after it.
    public let changes: [ElementChange]

    /// Compares two versions that can be executed.
    public init(from old: ProcessDefinition, to new: ProcessDefinition) {
        self.init(ComparedProcess(old), ComparedProcess(new))
    }

    /// Compares two drawings, whether they can be executed or not: what cannot be read of them is left out.
    ///
    /// - Throws: `unreadable` when one of them is not XML.
    public init(
        from old: Data, to new: Data, calling called: @escaping CalledProcesses = { _ in nil }
    ) throws(ProcessError) {
        self.init(try ComparedProcess(old, called), try ComparedProcess(new, called))
    }

    private init(_ old: ComparedProcess, _ new: ComparedProcess) {
        let before = Dictionary(old.elements.map { ($0.key, $0) }) { first, _ in first }
        let after = Set(new.elements.map(\.key))
        let present = new.elements.compactMap { element in
            guard let earlier = before[element.key] else { return ElementChange(element, .added, []) }
            let details = element.details(since: earlier)
            return details.isEmpty ? nil : ElementChange(element, .changed, details)
        }
        let gone = old.elements.filter { !after.contains($0.key) }.map { ElementChange($0, .removed, []) }
        changes = (present + gone).sorted { $0.kind < $1.kind }
    }

    /// The marks of the drawing, of both versions: draw the old one and the new one with them.
    ///
    /// What is not the same inside a called process shows at the call.
    public var marks: [String: DiagramMark] {
        var marks: [String: DiagramMark] = [:]
        for change in changes where change.kind != .process {
            let call = change.element.split(separator: "/").first.map(String.init) ?? change.element
            if call == change.element {
                marks[call] = change.mark
            } else if marks[call] == nil {
                marks[call] = .changed
            }
        }
        return marks
    }
}

/// One element that is not the same in two versions.
public struct ElementChange: Sendable, Hashable {
    /// The id of the element.
    public let element: String
    /// What people call it: of the new version, where it has it.
    public let title: String
    /// What it is.
    public let kind: Kind
    /// Whether it was added, removed or changed.
    public let mark: DiagramMark
    /// What was changed, as `名称：旧 → 新`; empty for what was added or removed.
    public let details: [Sentence]

    /// What is compared.
    public enum Kind: Int, Sendable, Hashable, Comparable, CaseIterable {
        case process, node, flow, lane

        /// In the order in which they are shown.
        public static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .process: "流程"
            case .node: "步骤"
            case .flow: "路径"
            case .lane: "泳道"
            }
        }
    }

    init(_ element: ComparedElement, _ mark: DiagramMark, _ details: [Sentence]) {
        self.element = element.id
        title = element.title
        kind = element.kind
        self.mark = mark
        self.details = details
    }
}
