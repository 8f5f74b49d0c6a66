/// A process that can be executed: read once, never changed, shared by all its instances.
public struct ProcessDefinition: Sendable {
    /// The id of the process element.
    public let id: String
    /// The name people read.
    public let name: String
    /// The version (`minben:version`); running instances keep the one they started with.
    public private(set) var version: String
    /// The nodes by id.
    public let elements: [String: FlowNode]
    /// The arrows in document order, which is also the order in which conditions are tried.
    public let flows: [SequenceFlow]
    /// The lanes, from top to bottom.
    public let lanes: [Lane]
    /// How it is drawn.
    public let diagram: ProcessDiagram
    /// The limit the service promises for the whole, as `value unit` (`minben:limit`).
    public let limit: String?
    /// The nodes and arrows by number, for moving tokens.
    let graph: ProcessGraph
    /// Where each element stands in the file, for findings.
    let places: [String: ElementPlace]

    init(draft: ProcessDraft, diagram: ProcessDiagram) {
        id = draft.id
        name = draft.name
        version = draft.version
        limit = draft.limit
        elements = Dictionary(draft.nodes.map { ($0.id, $0) }) { first, _ in first }
        flows = draft.flows
        lanes = draft.lanes
        self.diagram = diagram
        graph = ProcessGraph(nodes: draft.nodes, flows: draft.flows)
        places = draft.places
    }
}

/// Where an element stands in its file.
struct ElementPlace: Sendable {
    /// The line, counted from 1.
    let line: Int
    /// The name of the element in BPMN.
    let kind: String
}

extension ProcessDefinition {
    /// The same under the version it was published as, whatever its author wrote into the file.
    public func numbered(_ version: Int) -> ProcessDefinition {
        var numbered = self
        numbered.version = String(version)
        return numbered
    }

    /// Something that is wrong with one of its elements, with the line it stands on.
    public func finding(_ message: String, at element: String) -> Finding {
        places.finding(message, at: element)
    }

    /// The user task with this id.
    public func userTask(_ id: String) -> UserTask? {
        if case .userTask(let task)? = elements[id]?.kind { task } else { nil }
    }

    /// The service task with this id.
    public func serviceTask(_ id: String) -> ServiceTask? {
        if case .serviceTask(let task)? = elements[id]?.kind { task } else { nil }
    }

    /// The timer this event waits for.
    public func timer(_ id: String) -> TimerEvent? { elements[id]?.timer }

    /// All user tasks, in document order.
    public var userTasks: [UserTask] { graph.vertices.compactMap { userTask($0.node.id) } }

    /// The lane a node lies in.
    public func lane(of element: String) -> Lane? { lanes.first { $0.nodes.contains(element) } }

    /// The arrows that leave a node, in document order.
    public func outgoing(_ element: String) -> [SequenceFlow] {
        graph.index[element].map { graph[$0].outgoing.map { graph.flows[$0].flow } } ?? []
    }

    /// The arrows that enter a node, in document order.
    public func incoming(_ element: String) -> [SequenceFlow] {
        graph.index[element].map { graph[$0].incoming.map { graph.flows[$0].flow } } ?? []
    }

    /// The clocks attached to an activity.
    public func timers(on element: String) -> [TimerEvent] {
        graph.index[element].map { graph[$0].boundaries.compactMap { graph[$0].node.timer } } ?? []
    }

    /// The id of the start event an instance begins at when it is started by hand.
    var start: String? { graph.root.start.map { graph[$0].node.id } }
}

extension FlowNode {
    var timer: TimerEvent? { if case .timer(let timer)? = trigger { timer } else { nil } }
}
