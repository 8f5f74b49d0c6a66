/// Moves tokens until every one rests in a task, waits at a join, or has ended.
struct TokenRun {
    /// More moves than any process a person draws needs in one change; beyond it tokens multiply.
    private static let maximumMoves = 10_000

    let definition: ProcessDefinition
    let variables: Variables
    private(set) var instance: ProcessInstance
    private(set) var effects: [Effect] = []
    private var moving: [SequenceFlow] = []
    private var lastEnd: FlowNode?

    init(_ instance: ProcessInstance, in definition: ProcessDefinition, variables: Variables) {
        self.instance = instance
        self.definition = definition
        self.variables = variables
        self.instance.step += 1
    }

    /// Puts a token on every arrow that leaves the node and lets all run.
    mutating func leave(_ element: String) throws(ProcessError) {
        moving += definition.outgoing(element)
        var moves = 0
        while !moving.isEmpty {
            moves += 1
            guard moves <= Self.maximumMoves else { throw .endless }
            try follow(moving.removeFirst())
        }
        try settle()
    }

    private mutating func follow(_ flow: SequenceFlow) throws(ProcessError) {
        instance.take(flow.id)
        guard let node = definition.elements[flow.target] else { return }
        switch node.kind {
        case .userTask, .serviceTask: open(node)
        case .exclusiveGateway(let defaultFlow): moving.append(try choice(at: node, or: defaultFlow))
        case .parallelGateway: join(at: node, by: flow)
        case .end: lastEnd = node
        // A definition with an arrow into one of these is refused when it is read.
        case .start, .timerBoundary: break
        }
    }

    /// Opens a step in this task, with its timers.
    mutating func open(_ node: FlowNode) {
        let activity = instance.open(node.id)
        switch node.kind {
        case .userTask(let task): effects.append(.openTask(activity: activity, task))
        case .serviceTask(let task): effects.append(.invoke(activity: activity, task))
        case .start, .end, .exclusiveGateway, .parallelGateway, .timerBoundary: break
        }
        effects += definition.timers(on: node.id).map { .setTimer(activity: activity, $0) }
    }

    mutating func close(_ activity: Int, as state: ProcessInstance.Activity.State) {
        instance.close(activity, as: state)
        if state == .cancelled { effects.append(.cancelled(activity: activity)) }
    }

    private func choice(
        at gateway: FlowNode, or defaultFlow: String?
    ) throws(ProcessError) -> SequenceFlow {
        let flows = definition.outgoing(gateway.id)
        let holding = flows.first { flow in
            guard flow.id != defaultFlow else { return false }
            return flow.condition?.value(in: variables) == true || (flow.condition == nil && flows.count == 1)
        }
        guard let flow = holding ?? flows.first(where: { $0.id == defaultFlow }) else {
            throw .noFlowHolds(gateway: gateway.name.isEmpty ? gateway.id : gateway.name)
        }
        return flow
    }

    /// One token on every way in makes one on every way out (BPMN 2.0, §13.4.1); a second token on the
    /// same way waits for the next round.
    private mutating func join(at gateway: FlowNode, by flow: SequenceFlow) {
        instance.tokens[flow.id, default: 0] += 1
        let incoming = definition.incoming(gateway.id)
        guard incoming.allSatisfy({ instance.tokens[$0.id, default: 0] > 0 }) else { return }
        for flow in incoming {
            let left = instance.tokens[flow.id, default: 0] - 1
            instance.tokens[flow.id] = left > 0 ? left : nil
        }
        moving += definition.outgoing(gateway.id)
    }

    private mutating func settle() throws(ProcessError) {
        guard instance.active.isEmpty else { return }
        guard instance.tokens.isEmpty else {
            let waiting = definition.flows.filter { instance.tokens[$0.id] != nil }.map(\.target)
            throw .stuck(gateways: Set(waiting).sorted())
        }
        instance.isEnded = true
        instance.endedAt = lastEnd?.id
        if let lastEnd { effects.append(.ended(element: lastEnd.id, name: lastEnd.name)) }
    }
}

extension ProcessInstance {
    fileprivate mutating func take(_ flow: String) {
        guard !taken.contains(flow) else { return }
        taken = (taken + [flow]).sorted()
    }

    fileprivate mutating func open(_ element: String) -> Int {
        defer { nextActivity += 1 }
        activities.append(
            Activity(id: nextActivity, element: element, state: .active, startedStep: step))
        return nextActivity
    }

    fileprivate mutating func close(_ activity: Int, as state: Activity.State) {
        guard let index = activities.firstIndex(where: { $0.id == activity }) else { return }
        activities[index].state = state
        activities[index].endedStep = step
    }

    mutating func remember(timer boundary: String, firedOn activity: Int) {
        guard let index = activities.firstIndex(where: { $0.id == activity }) else { return }
        activities[index].firedTimers.append(boundary)
    }
}
