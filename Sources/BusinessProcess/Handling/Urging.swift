import Refusals

extension ProcessInstance {
    /// Reminds whoever has a step (催办).
    ///
    /// - Throws: `notActive`, `suspended`, `ended`, `refused` for a step of the system.
    public mutating func urge(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { $0.urgings += 1 }
            run.effects.append(.urged(activity: activity, times: open.urgings + 1))
        }
    }

    /// Lets the whole instance stand still, or one step and nothing else (挂起).
    ///
    /// While it stands still nothing happens to it, timers included, except that it is resumed or terminated.
    ///
    /// - Throws: `refused` when it stands still already, `notActive`, `ended`.
    public mutating func suspend(
        _ activity: Int? = nil, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        try requireRunning(in: definition)
        guard !isSuspended else { throw .refused("流程已经挂起。") }
        if let activity {
            guard try !workableOrSuspended(activity, in: definition).isSuspended else {
                throw .refused("这一步已经挂起。")
            }
        }
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.stand(still: true, activity)
        }
    }

    /// Lets it go on (恢复). What it waits for may have been sent meanwhile, so it is expected anew.
    ///
    /// - Throws: `refused` when it does not stand still, `notActive`, `ended`.
    public mutating func resume(
        _ activity: Int? = nil, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        try requireRunning(in: definition)
        if let activity {
            guard try workableOrSuspended(activity, in: definition).isSuspended else {
                throw .refused("这一步没有挂起。")
            }
        } else if !isSuspended {
            throw .refused("流程没有挂起。")
        }
        let effects = try change(in: definition, [:]) { run throws(ProcessError) in
            run.stand(still: false, activity)
        }
        return effects + messages(awaitedBy: activity, in: definition)
    }

    private func messages(awaitedBy activity: Int?, in definition: ProcessDefinition) -> [Effect] {
        let group = activity.flatMap { self.activity($0)?.scope }.flatMap { self.activity($0) }
        let places = activity.map { [$0] + [group].compactMap { $0?.isSigning == true ? $0?.id : nil } }
        return awaited(in: definition).compactMap { awaited in
            guard case .message = awaited.trigger, places?.contains(awaited.activity) ?? true else {
                return nil
            }
            return .expect(activity: awaited.activity, awaited.trigger)
        }
    }

    private func workableOrSuspended(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> Activity {
        let open = try open(activity, in: definition)
        guard !open.isContainer else { throw .notActive(activity: activity) }
        return open
    }
}

extension TokenRun {
    fileprivate mutating func stand(still isStill: Bool, _ activity: Int?) {
        if let activity {
            handle(activity) { $0.isSuspended = isStill }
        } else {
            instance.isSuspended = isStill
        }
        effects.append(isStill ? .suspended(activity: activity ?? 0) : .resumed(activity: activity ?? 0))
    }
}
