extension TokenRun {
    /// An end or throwing event makes something happen.
    mutating func bringAbout(
        _ result: EventResult, by node: FlowNode, scope: Int
    ) throws(ProcessError) {
        switch result {
        case .message(let name): effects.append(.send(message: name, element: node.id))
        case .signal(let name):
            effects.append(.broadcast(signal: name))
            _ = try deliver(.signal(name), toAll: true)
        case .escalation(let code):
            let isCaught = try climb(from: scope) { $0.catches(escalation: code) }
            if !isCaught { effects.append(.escalated(code: code, element: node.id)) }
        case .none, .error, .terminate: break
        }
    }

    /// Breaks off what surrounds an error, up to whoever catches it; whether somebody does.
    mutating func raise(error code: String, in scope: Int) throws(ProcessError) -> Bool {
        try climb(from: scope) { $0.catches(error: code) }
    }

    /// Looks for an event subprocess or a boundary event, from the inside out.
    mutating func climb(
        from start: Int, _ catches: (EventTrigger) -> Bool
    ) throws(ProcessError) -> Bool {
        var scope = start
        var origin: String?
        while true {
            let body = graph.body(of: scope == 0 ? nil : graph.index[activity(scope).element])
            let isPlain = scope == 0 || activity(scope).isSubprocess
            let handler = body.eventSubprocesses.first { handler in
                graph[handler].node.id != origin
                    && graph[handler].body.start.flatMap { graph[$0].node.trigger }.map(catches) == true
            }
            if isPlain, let handler {
                try beginHandler(handler, in: scope)
                return true
            }
            guard scope > 0 else { return false }
            if try passBoundary(of: scope, catches) { return true }
            origin = activity(scope).element
            scope = activity(scope).scope
        }
    }

    /// Lets an event attached to a step happen, if one of them catches it.
    mutating func passBoundary(
        of id: Int, _ catches: (EventTrigger) -> Bool
    ) throws(ProcessError) -> Bool {
        let host = activity(id)
        if case .member = host.part { return false }
        guard let number = graph.index[host.element],
            let boundary = graph[number].boundaries.first(where: {
                graph[$0].node.trigger.map(catches) == true
            })
        else { return false }
        try happen(boundary, on: id)
        return true
    }

    /// A boundary event happens: an interrupting one takes the step away.
    mutating func happen(_ boundary: Int, on id: Int) throws(ProcessError) {
        let node = graph[boundary].node
        let scope = activity(id).scope
        let cause = fire(.init(element: node.id, scope: scope, host: id))
        if node.isInterrupting { close(id, as: .cancelled) } else { count(1, in: scope) }
        try leave(boundary, scope: scope, cause: cause)
    }

    /// Hands in something from outside or a signal from inside, to the first that waits or to all; to how many.
    mutating func deliver(_ trigger: EventTrigger, toAll: Bool) throws(ProcessError) -> Int {
        var reached = 0
        for id in 0...instance.activities.count {
            guard isOpen(scope: id), id == 0 || activity(id).state == .active, !instance.isStill(id) else {
                continue
            }
            if try hand(trigger, to: id) { reached += 1 }
            if reached > 0, !toAll { break }
        }
        return reached
    }

    /// Whether the step, one of the events attached to it, or an event subprocess in it takes the event.
    private mutating func hand(_ trigger: EventTrigger, to id: Int) throws(ProcessError) -> Bool {
        if id > 0, let number = graph.index[activity(id).element] {
            if graph[number].node.trigger == trigger, !activity(id).isContainer {
                try finish(id)
                return true
            }
            if graph[number].node.kind == .eventBasedGateway,
                let way = graph[number].outgoing.first(where: {
                    graph[graph.flows[$0].target].node.trigger == trigger
                })
            {
                try choose(way, at: id)
                return true
            }
            if try passBoundary(of: id, { $0 == trigger }) { return true }
            guard activity(id).isSubprocess else { return false }
        }
        let body = graph.body(of: id == 0 ? nil : graph.index[activity(id).element])
        let handler = body.eventSubprocesses.first { handler in
            graph[handler].body.start.flatMap { graph[$0].node.trigger } == trigger
        }
        guard let handler else { return false }
        try beginHandler(handler, in: id)
        return true
    }

    /// One of the events after an event-based gateway has come first.
    mutating func choose(_ way: Int, at id: Int) throws(ProcessError) {
        let scope = activity(id).scope
        close(id, as: .completed)
        let edge = graph.flows[way]
        note(edge.flow.id, cause: id, scope: scope)
        try leave(edge.target, scope: scope, cause: id)
    }
}
