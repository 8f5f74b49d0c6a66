import Refusals

extension ProcessInstance {
    /// Takes back a step one has completed oneself, as long as nobody has begun what follows (撤回).
    ///
    /// - Throws: `refused` with the reason, `notActive` when the step is not done, `ended`, `suspended`.
    public mutating func withdraw(
        _ activity: Int, by person: String, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        adoptLineage(from: definition)
        try requireRunning(in: definition)
        guard !isSuspended else { throw .suspended }
        guard let done = self.activity(activity), done.state == .completed, !done.isContainer else {
            throw .notActive(activity: activity)
        }
        guard definition.elements[done.element]?.isUserTask == true else {
            throw .refused("只有人办理的步骤可以撤回。")
        }
        guard done.handling?.past == nil else {
            throw .refused("这一步是按原来的版本办的，现在的版本里没有这一步，不能撤回。")
        }
        guard done.completedBy == person else { throw .refused("只有办理这一步的人可以撤回。") }
        guard isAlive(done.scope) else { throw .refused("这一步所在的环节已经取消，不能撤回。") }
        let consequences = Consequences(ofEnding: activity, in: self)
        if let obstacle = obstacle(toUndoing: done, in: definition)
            ?? obstacle(to: consequences, of: activity, in: definition)
        {
            throw .refused(obstacle)
        }
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.redo(activity, consequences)
        }
    }

    /// Whether a scope is open, or done in a way that can be opened again.
    private func isAlive(_ scope: Int) -> Bool {
        var place = scope
        while place > 0 {
            let container = activities[place - 1]
            guard container.isOpen || container.state == .completed else { return false }
            place = container.scope
        }
        return true
    }

    private func obstacle(
        to consequences: Consequences, of id: Int, in definition: ProcessDefinition
    ) -> Sentence? {
        let later = activities.filter { consequences.removed.contains($0.id) || $0.follows(id) }
        for step in later {
            let title = definition.elements[step.element]?.title ?? step.element
            if step.state == .completed, !step.isContainer { return "「\(title)」已经办完，不能撤回。" }
            if step.isBegun, step.isOpen { return "「\(title)」已经开始办理，不能撤回。" }
        }
        return nil
    }
}

extension ProcessInstance.Activity {
    /// Whether its turn comes after another's, by people's arrangement.
    fileprivate func follows(_ id: Int) -> Bool { handling?.awaits.contains(id) ?? false }
}
