/// The nodes and arrows of a process by number, so that moving a token costs no search by name.
struct ProcessGraph: Sendable {
    /// A node with everything around it; an object, because it is looked at with every move and never changes.
    final class Vertex: Sendable {
        let node: FlowNode
        /// The arrows that leave, in document order.
        let outgoing: [Int]
        /// The arrows that enter, in document order.
        let incoming: [Int]
        /// The boundary events attached to it.
        let boundaries: [Int]
        /// What is inside, where it is a subprocess.
        let body: Body
        /// The arrow taken when no condition holds.
        let defaultFlow: Int?
        /// Whether any arrow out has a condition.
        let isConditional: Bool
        let isResting: Bool
        let isSubProcess: Bool
        let isEventSubprocess: Bool
        let isExclusive: Bool
        let isParallel: Bool
        let isInclusive: Bool
        let isRepeated: Bool

        init(_ draft: Draft) {
            node = draft.node
            outgoing = draft.outgoing
            incoming = draft.incoming
            boundaries = draft.boundaries
            body = draft.body
            defaultFlow = draft.defaultFlow
            isConditional = draft.isConditional
            isResting = node.isResting
            isSubProcess = node.isSubProcess
            isEventSubprocess = node.isEventSubprocess
            isExclusive = node.kind == .exclusiveGateway
            isParallel = node.kind == .parallelGateway
            isInclusive = node.kind == .inclusiveGateway
            isRepeated = node.loop != nil
        }
    }

    /// A node while the graph is being put together.
    struct Draft {
        let node: FlowNode
        /// The arrows that leave, in document order.
        var outgoing: [Int] = []
        /// The arrows that enter, in document order.
        var incoming: [Int] = []
        /// The boundary events attached to it.
        var boundaries: [Int] = []
        /// What is inside, where it is a subprocess.
        var body = Body()
        /// The arrow taken when no condition holds.
        var defaultFlow: Int?
        /// Whether any arrow out has a condition.
        var isConditional = false
    }

    /// What a process or subprocess holds.
    struct Body: Sendable {
        /// The plain start event, or the only one.
        var start: Int?
        /// All start events.
        var starts: [Int] = []
        /// The event subprocesses in it.
        var eventSubprocesses: [Int] = []
    }

    /// An arrow with the numbers of its ends.
    struct Edge: Sendable {
        let flow: SequenceFlow
        let source: Int
        let target: Int
    }

    /// The number of each node by its id.
    let index: [String: Int]
    private(set) var vertices: [Vertex] = []
    private(set) var flows: [Edge] = []
    /// The number of each arrow by its id.
    private(set) var flowIndex: [String: Int] = [:]
    /// The process itself.
    private(set) var root = Body()
    /// For each inclusive gateway that joins: which of its ways in a token at a node can still come by, where
    /// that is not all of them.
    private(set) var approaches: [Int: [Int: [Int]]] = [:]

    subscript(_ index: Int) -> Vertex { vertices[index] }

    init(nodes: [FlowNode], flows all: [SequenceFlow]) {
        var drafts = nodes.map { Draft(node: $0) }
        index = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for flow in all { connect(flow, &drafts) }
        for (number, node) in nodes.enumerated() { place(node, number, &drafts) }
        vertices = drafts.map { Vertex($0) }
        approaches = findApproaches()
    }

    private mutating func connect(_ flow: SequenceFlow, _ drafts: inout [Draft]) {
        guard let source = index[flow.source], let target = index[flow.target] else { return }
        if drafts[source].node.defaultFlow == flow.id { drafts[source].defaultFlow = flows.count }
        if flow.condition != nil { drafts[source].isConditional = true }
        drafts[source].outgoing.append(flows.count)
        drafts[target].incoming.append(flows.count)
        flowIndex[flow.id] = flows.count
        flows.append(Edge(flow: flow, source: source, target: target))
    }

    private mutating func place(_ node: FlowNode, _ number: Int, _ drafts: inout [Draft]) {
        if let boundary = node.boundary, let host = index[boundary.attachedTo] {
            drafts[host].boundaries.append(number)
        }
        let scope = node.scope.flatMap { index[$0] }
        var body = scope.map { drafts[$0].body } ?? root
        if case .start(let trigger) = node.kind {
            body.starts.append(number)
            if body.start == nil || trigger == .none { body.start = number }
        }
        if node.isEventSubprocess { body.eventSubprocesses.append(number) }
        if let scope { drafts[scope].body = body } else { root = body }
    }
}

extension ProcessGraph {
    /// What is inside an activity, or the process itself.
    func body(of scope: Int?) -> Body { scope.map { vertices[$0].body } ?? root }
}
