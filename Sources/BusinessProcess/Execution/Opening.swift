extension TokenRun {
    /// A token comes to a node it rests in. `repeats` is the earlier passage this one repeats.
    @discardableResult
    mutating func enter(
        _ number: Int, scope: Int, cause: Int, repeats: Int? = nil
    ) throws(ProcessError) -> Int {
        let vertex = graph[number]
        if !instance.results.isEmpty { instance.results[vertex.node.id] = nil }
        guard vertex.isRepeated, let loop = vertex.node.loop else {
            return try open(number, scope: scope, cause: cause) { $0.repeats = repeats }
        }
        return try openGroup(number, loop, scope: scope, cause: cause, repeats: repeats)
    }

    /// Opens one step, with everything that can happen to it.
    @discardableResult
    mutating func open(
        _ number: Int, scope: Int, cause: Int, part: ProcessInstance.Activity.Part = .single,
        state: ProcessInstance.Activity.State = .active,
        _ change: (inout ProcessInstance.Handling) -> Void = { _ in }
    ) throws(ProcessError) -> Int {
        let vertex = graph[number]
        let id = append(vertex, scope: scope, cause: cause, part: part, state: state, change)
        if vertex.isSubProcess {
            try begin(id, at: number)
        } else {
            instance.resting += 1
            announce(id, number)
        }
        if case .single = part { watch(id, number) }
        return id
    }

    /// A step with nothing around it yet.
    mutating func append(
        _ vertex: ProcessGraph.Vertex, scope: Int, cause: Int, part: ProcessInstance.Activity.Part,
        state: ProcessInstance.Activity.State = .active,
        _ change: (inout ProcessInstance.Handling) -> Void = { _ in }
    ) -> Int {
        let id = instance.activities.count + 1
        var activity = ProcessInstance.Activity(
            id: id, element: vertex.node.id, state: state, startedStep: instance.step)
        activity.scope = scope
        activity.cause = cause
        activity.part = part
        if case .group = part {} else { activity.isSubprocess = vertex.isSubProcess }
        var handling = ProcessInstance.Handling()
        change(&handling)
        if handling != ProcessInstance.Handling() { activity.handling = handling }
        instance.activities.append(activity)
        return id
    }

    /// Says what somebody has to do now.
    mutating func announce(_ id: Int, _ number: Int) {
        let node = graph[number].node
        switch node.kind {
        case .userTask(let task): effects.append(.openTask(activity: id, task))
        case .serviceTask(let task): effects.append(.invoke(activity: id, task))
        case .businessRuleTask(let task): effects.append(.decide(activity: id, task))
        case .receiveTask, .catchEvent: expect(node.trigger, activity: id)
        case .eventBasedGateway:
            for way in graph[number].outgoing {
                expect(graph[graph.flows[way].target].node.trigger, activity: id)
            }
        default: break
        }
    }

    /// Says what may come from outside.
    private mutating func expect(_ trigger: EventTrigger?, activity id: Int) {
        switch trigger {
        case .timer(let timer): effects.append(.setTimer(activity: id, timer))
        case .message, .signal: if let trigger { effects.append(.expect(activity: id, trigger)) }
        case .error?, .escalation?, .some(.none), nil: break
        }
    }

    /// The events attached to a step.
    mutating func watch(_ id: Int, _ number: Int) {
        for boundary in graph[number].boundaries { expect(graph[boundary].node.trigger, activity: id) }
    }

    /// Starts what is inside a subprocess.
    private mutating func begin(_ id: Int, at number: Int) throws(ProcessError) {
        guard let start = graph[number].body.start else { return }
        instance.activities[id - 1].live = 1
        watchEvents(of: id, graph[number].body)
        try leave(start, scope: id, cause: id)
    }

    /// What the event subprocesses in a scope wait for.
    mutating func watchEvents(of scope: Int, _ body: ProcessGraph.Body) {
        for handler in body.eventSubprocesses {
            guard let start = graph[handler].body.start else { continue }
            expect(graph[start].node.trigger, activity: scope)
        }
    }

    /// An event subprocess begins: an interrupting one after everything else in its scope has been taken away.
    mutating func beginHandler(_ number: Int, in scope: Int) throws(ProcessError) {
        if graph[number].isInterruptingHandler(in: graph) {
            cancelInside([scope])
            clear(scope)
            if scope > 0 { update(scope) { $0.isCut = true } }
        }
        count(1, in: scope)
        let id = append(graph[number], scope: scope, cause: scope, part: .single)
        try begin(id, at: number)
    }
}

extension ProcessGraph.Vertex {
    /// Whether an event subprocess takes the place of what surrounds it.
    fileprivate func isInterruptingHandler(in graph: ProcessGraph) -> Bool {
        guard let start = body.start else { return false }
        return graph[start].node.isInterrupting
    }
}
