extension TokenRun {
    /// Takes away what follows from a step, and puts back what only that had used up: the tokens of other
    /// branches return to the joins where they had waited.
    mutating func undo(_ consequences: Consequences) {
        for id in consequences.removed.sorted() { strike(id) }
        for event in consequences.undone.sorted() where event > 0 && !consequences.removed.contains(event) {
            if !consequences.reopened.contains(event) { update(event) { $0.state = .undone } }
        }
        for id in consequences.reopened.sorted() { reopen(id) }
        for event in consequences.undone.sorted(by: >) where event < 0 {
            update(firing: -event - 1) { $0.isUndone = true }
            restore(instance.firings[-event - 1], consequences)
        }
        dropTokens(consequences)
    }

    private mutating func strike(_ id: Int) {
        let was = activity(id)
        guard was.state != .undone, was.state != .cancelled else { return }
        let step = instance.step
        if was.isOpen {
            if !was.isContainer { instance.resting -= 1 }
            effects.append(.cancelled(activity: id))
        }
        update(id) { activity in
            activity.state = was.isOpen ? .cancelled : .undone
            activity.live = 0
            if was.isOpen { activity.endedStep = step }
            // It is no longer part of the picture.
            activity.went = []
            activity.entered = []
        }
    }

    private mutating func reopen(_ id: Int) {
        update(id) { activity in
            activity.state = .active
            activity.endedStep = nil
            activity.went = []
        }
        if let number = graph.index[activity(id).element] { watch(id, number) }
    }

    /// Tokens a join had taken, and that do not follow from what is undone, wait again.
    private mutating func restore(_ firing: ProcessInstance.Firing, _ consequences: Consequences) {
        guard !consequences.removed.contains(firing.scope) else { return }
        let key = ProcessInstance.JoinKey(scope: firing.scope, gateway: firing.element)
        for token in firing.consumed where !follows(token.cause, firing.scope, consequences) {
            add(token, to: key)
        }
    }

    private func follows(_ cause: Int, _ scope: Int, _ consequences: Consequences) -> Bool {
        cause != scope && consequences.undone.contains(cause)
    }

    private mutating func dropTokens(_ consequences: Consequences) {
        for key in instance.joins.keys.sorted() {
            let isGone = consequences.removed.contains(key.scope)
            guard let join = instance.joins[key] else { continue }
            let kept = join.tokens.filter { !isGone && !follows($0.cause, key.scope, consequences) }
            guard kept.count < join.count, takeJoin(key) != nil else { continue }
            for token in kept { add(token, to: key) }
        }
    }

    /// Counts anew what is inside every scope.
    mutating func recount() {
        var live: [Int: Int] = [:]
        for activity in instance.activities where activity.isOpen { live[activity.scope, default: 0] += 1 }
        for (key, join) in instance.joins { live[key.scope, default: 0] += join.count }
        instance.live = live[0] ?? 0
        for activity in instance.activities where activity.isOpen && activity.isContainer {
            let count = live[activity.id] ?? 0
            if count != activity.live { update(activity.id) { $0.live = count } }
            if activity.isGroup { recountGroup(activity.id) }
        }
    }

    private mutating func recountGroup(_ group: Int) {
        let members = instance.activities.filter { $0.scope == group && $0.state != .undone }
        let done = members.filter { $0.state == .completed }
        let opened = members.compactMap { if case .member(let place) = $0.part { place } else { nil } }.max()
        handle(group) { handling in
            handling.done = done.count
            handling.opened = opened ?? 0
            handling.votes = Dictionary(done.compactMap(\.outcome).map { ($0, 1) }, uniquingKeysWith: +)
        }
    }
}

extension ProcessInstance.Join {
    /// All tokens, in the order of the arrows' names.
    var tokens: [ProcessInstance.Token] {
        arrived.sorted { $0.key < $1.key }.flatMap { flow, causes in
            causes.map { ProcessInstance.Token(flow: flow, cause: $0) }
        }
    }
}
