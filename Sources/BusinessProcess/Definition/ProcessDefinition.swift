/// A process that can be executed: read once, never changed, shared by all its instances.
public struct ProcessDefinition: Sendable {
    /// The id of the process element.
    public let id: String
    /// The name people read.
    public let name: String
    /// The version (`minben:version`); running instances keep the one they started with.
    public let version: String
    /// The nodes by id.
    public let elements: [String: FlowNode]
    /// The arrows in document order, which is also the order in which conditions are tried.
    public let flows: [SequenceFlow]
    /// The lanes, from top to bottom.
    public let lanes: [Lane]
    /// How it is drawn.
    public let diagram: ProcessDiagram
    /// The id of the start event.
    let start: String

    private let outgoingFlows: [String: [SequenceFlow]]
    private let incomingFlows: [String: [SequenceFlow]]
    private let timers: [String: [TimerBoundary]]

    init(draft: ProcessDraft, start: String, diagram: ProcessDiagram) {
        id = draft.id
        name = draft.name
        version = draft.version
        elements = Dictionary(draft.nodes.map { ($0.id, $0) }) { first, _ in first }
        flows = draft.flows
        lanes = draft.lanes
        self.diagram = diagram
        self.start = start
        outgoingFlows = Dictionary(grouping: flows, by: \.source)
        incomingFlows = Dictionary(grouping: flows, by: \.target)
        timers = Dictionary(grouping: draft.nodes.compactMap(\.timer), by: \.attachedTo)
    }
}

extension ProcessDefinition {
    /// The user task with this id.
    public func userTask(_ id: String) -> UserTask? {
        if case .userTask(let task)? = elements[id]?.kind { task } else { nil }
    }

    /// The service task with this id.
    public func serviceTask(_ id: String) -> ServiceTask? {
        if case .serviceTask(let task)? = elements[id]?.kind { task } else { nil }
    }

    /// All user tasks, in the order of their ids.
    public var userTasks: [UserTask] { elements.keys.sorted().compactMap(userTask) }

    /// The lane a node lies in.
    public func lane(of element: String) -> Lane? { lanes.first { $0.nodes.contains(element) } }

    /// The arrows that leave a node, in document order.
    public func outgoing(_ element: String) -> [SequenceFlow] { outgoingFlows[element] ?? [] }

    /// The arrows that enter a node, in document order.
    public func incoming(_ element: String) -> [SequenceFlow] { incomingFlows[element] ?? [] }

    /// The clocks attached to a task.
    public func timers(on element: String) -> [TimerBoundary] { timers[element] ?? [] }
}

extension FlowNode {
    var timer: TimerBoundary? { if case .timerBoundary(let timer) = kind { timer } else { nil } }
}
