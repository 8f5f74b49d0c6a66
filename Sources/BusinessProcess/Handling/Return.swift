import Refusals

extension ProcessInstance {
    /// Gives the work back to an earlier step (退回): that step is done anew, everything that followed from it
    /// is undone, and nothing else.
    ///
    /// - Parameter element: one of `returnTargets(of:in:)`.
    /// - Throws: `refused` with the reason, `notActive`, `ended`, `suspended`, `otherDefinition`, and
    ///   `instances` when the step is one for several people who cannot be counted any more.
    public mutating func sendBack(
        _ activity: Int, to element: String, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        adoptLineage(from: definition)
        let open = try workable(activity, in: definition)
        let past = stepsBefore(open, in: definition)
        guard let target = past.last(where: { $0.element == element }) else {
            let title = definition.title(element)
            if activities.contains(where: { $0.element == element && $0.handling?.past != nil }) {
                throw .refused("「\(title)」是按原来的版本办的，现在的版本里没有这一步，不能退回到那里。")
            }
            throw .refused("「\(title)」不在这一步之前，不能退回到那里。")
        }
        return try undo(target, in: definition, given)
    }

    /// The steps this one can be sent back to, the nearest first.
    ///
    /// - Throws: the same as `sendBack`, so that a page can offer only what works.
    public func returnTargets(
        of activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [UserTask] {
        var known = self
        known.adoptLineage(from: definition)
        let open = try known.workable(activity, in: definition)
        var names: Set<String> = []
        return known.stepsBefore(open, in: definition).reversed().compactMap { step in
            guard names.insert(step.element).inserted,
                known.obstacle(toUndoing: step, in: definition) == nil
            else { return nil }
            return definition.userTask(step.element)
        }
    }

    /// Gives the work back to whoever did the step before, who gets it anew.
    ///
    /// Only where the process is in sequence: this is the only open step, no token waits at a join, and one
    /// user task leads here. Elsewhere people say where to (`sendBack`).
    ///
    /// - Throws: `notInSequence` with the reason, `notActive`, `ended`, `otherDefinition`.
    public mutating func returnToPrevious(
        _ activity: Int, in definition: ProcessDefinition, given: Circumstances = [:]
    ) throws(ProcessError) -> [Effect] {
        adoptLineage(from: definition)
        return try undo(try stepBefore(activity, in: definition), in: definition, given)
    }

    /// The step this one could be returned to.
    ///
    /// - Throws: the same as `returnToPrevious`, so that a page can offer the button only where it works.
    public func previous(
        of activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> UserTask? {
        var known = self
        known.adoptLineage(from: definition)
        return definition.userTask(try known.stepBefore(activity, in: definition).element)
    }

    private func stepBefore(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> Activity {
        let open = try workable(activity, in: definition)
        guard resting == 1, joins.isEmpty else { throw .notInSequence("这一步正与其他部门同时办理，不能退回。") }
        let nearest = nearestBefore(open, in: definition)
        guard let previous = nearest.first else { throw .notInSequence("这是第一步，前面没有可以退回的步骤。") }
        if let obstacle = obstacle(toUndoing: previous, in: definition) {
            throw .notInSequence(obstacle)
        }
        guard nearest.count == 1 else { throw .notInSequence("上一步由几个部门同时办理，不能退回。") }
        return previous
    }

    private mutating func undo(
        _ target: Activity, in definition: ProcessDefinition, _ given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        if let obstacle = obstacle(toUndoing: target, in: definition) { throw .refused(obstacle) }
        let consequences = Consequences(ofEnding: target.id, in: self)
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.redo(target.id, consequences)
        }
    }
}

extension TokenRun {
    /// Undoes a step with its consequences and opens it anew.
    mutating func redo(_ id: Int, _ consequences: Consequences) throws(ProcessError) {
        undo(consequences)
        let old = activity(id)
        strikeInside(id)
        update(id) { $0.went = [] }
        recount()
        guard let number = graph.index[old.element] else { return }
        count(1, in: old.scope)
        let again: Int
        if case .member(let place) = old.part {
            again = try open(number, scope: old.scope, cause: old.cause, part: .member(place)) { handling in
                handling.repeats = id
                handling.item = old.item
                handling.awaits = old.handling?.awaits ?? []
                handling.holder = old.holder
            }
            replace(id, by: again, in: old.scope)
        } else {
            again = try enter(number, scope: old.scope, cause: old.cause, repeats: firstSigner(of: id))
        }
        for (index, firing) in instance.firings.enumerated() where firing.host == id && !firing.isUndone {
            update(firing: index) { $0.host = again }
        }
        recount()
    }

    /// Of a step to which people added signers, the one whose step it was.
    private func firstSigner(of id: Int) -> Int {
        guard activity(id).isSigning else { return id }
        return instance.activities.first { $0.scope == id && $0.part == .member(1) }?.id ?? id
    }

    /// Whoever signs after a step that is done anew has to wait again.
    private mutating func replace(_ id: Int, by again: Int, in group: Int) {
        for member in instance.activities where member.scope == group {
            guard let awaits = member.handling?.awaits, awaits.contains(id) else { continue }
            handle(member.id) { $0.awaits = awaits.map { $0 == id ? again : $0 } }
            park(member.id)
        }
    }

    /// What a group had done is done anew with it.
    mutating func strikeInside(_ id: Int) {
        guard activity(id).isContainer else { return }
        var scopes: Set<Int> = [id]
        for inner in instance.activities where scopes.contains(inner.scope) {
            if inner.isContainer { scopes.insert(inner.id) }
            update(inner.id) { $0.state = .undone }
        }
    }
}
