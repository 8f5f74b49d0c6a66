extension TokenRun {
    /// Closes a step that is open, without letting anything go on from it.
    mutating func close(_ id: Int, as state: ProcessInstance.Activity.State) {
        let closing = activity(id)
        guard closing.isOpen else { return }
        let step = instance.step
        update(id) { activity in
            activity.state = state
            activity.endedStep = step
        }
        if !closing.isContainer { instance.resting -= 1 }
        if state != .completed { effects.append(.cancelled(activity: id)) }
        if closing.isContainer, state != .completed {
            cancelInside([id])
            clear(id)
        }
    }

    /// A step is done: what follows it begins, or its group is asked.
    mutating func finish(_ id: Int) throws(ProcessError) {
        close(id, as: .completed)
        let done = activity(id)
        if done.isContainer { effects.append(.completed(activity: id)) }
        if case .member = done.part { return try memberDone(id, of: done.scope) }
        guard let number = graph.index[done.element] else { return }
        guard !graph[number].isEventSubprocess else {
            count(-1, in: done.scope)
            return try finishIfEmpty(done.scope)
        }
        try leave(number, scope: done.scope, cause: id)
    }

    /// When the last token of a scope is gone, the scope is done.
    mutating func finishIfEmpty(_ scope: Int) throws(ProcessError) {
        guard isOpen(scope: scope) else { return }
        if scope > 0 {
            if activity(scope).live == 0 { try finish(scope) }
        } else if instance.live == 0 {
            instance.isEnded = true
            instance.endedAt = lastEnd?.id
            if let lastEnd { effects.append(.ended(element: lastEnd.id, name: lastEnd.name)) }
        }
    }

    /// A terminate end event: everything else in its scope goes with it.
    mutating func terminate(scope: Int) throws(ProcessError) {
        cancelInside([scope])
        clear(scope)
        if scope > 0 { update(scope) { $0.isCut = true } }
        try finishIfEmpty(scope)
    }

    /// No token is left in a scope, neither moving nor waiting.
    mutating func clear(_ scope: Int) {
        for key in instance.joins.keys.filter({ $0.scope == scope }) { _ = takeJoin(key) }
        dropMoving(in: [scope])
        if scope == 0 { instance.live = 0 } else { update(scope) { $0.live = 0 } }
    }

    /// Cancels every open step inside these scopes, however deep.
    mutating func cancelInside(_ roots: Set<Int>) {
        var scopes = roots
        var grew = true
        // Once is enough, except where a step was put into a group that is younger than itself.
        while grew {
            grew = false
            for activity in instance.activities where scopes.contains(activity.scope) && activity.isOpen {
                cancel(activity.id)
                if activity.isContainer { grew = scopes.insert(activity.id).inserted || grew }
            }
        }
        let inner = scopes.subtracting(roots)
        for key in instance.joins.keys.filter({ inner.contains($0.scope) }) { _ = takeJoin(key) }
        if !inner.isEmpty { dropMoving(in: inner) }
    }

    private mutating func cancel(_ id: Int) {
        let step = instance.step
        if !activity(id).isContainer { instance.resting -= 1 }
        update(id) { activity in
            activity.state = .cancelled
            activity.endedStep = step
            activity.live = 0
        }
        effects.append(.cancelled(activity: id))
    }
}
