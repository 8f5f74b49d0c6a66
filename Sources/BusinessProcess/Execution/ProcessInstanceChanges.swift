extension ProcessInstance {
    /// A new instance and the first things to do.
    ///
    /// Throws `noFlowHolds`, `stuck` or `endless` when the first tokens cannot come to rest.
    public static func start(
        _ definition: ProcessDefinition, variables: Variables
    ) throws(ProcessError) -> (ProcessInstance, [Effect]) {
        let instance = ProcessInstance(definitionID: definition.id, version: definition.version)
        var run = TokenRun(instance, in: definition, variables: variables)
        try run.leave(definition.start)
        return (run.instance, run.effects)
    }

    /// A user or service task is done; its timers go with it.
    ///
    /// - Throws: `notActive` when someone else was first, `noFlowHolds`, `stuck` or `endless`.
    public mutating func complete(
        _ activity: Int, in definition: ProcessDefinition, variables: Variables
    ) throws(ProcessError) -> [Effect] {
        let open = try openActivity(activity, in: definition)
        var run = TokenRun(self, in: definition, variables: variables)
        run.close(activity, as: .completed)
        try run.leave(open.element)
        self = run.instance
        return run.effects
    }

    /// The time of a boundary timer is over: an interrupting one takes the task away, another lets it go on
    /// and starts a token of its own, once.
    ///
    /// - Throws: `notActive`, `noSuchTimer`, and what `complete` throws.
    public mutating func fire(
        timer activity: Int, boundary: String, in definition: ProcessDefinition, variables: Variables
    ) throws(ProcessError) -> [Effect] {
        let open = try openActivity(activity, in: definition)
        guard let timer = definition.timers(on: open.element).first(where: { $0.id == boundary }),
            !open.firedTimers.contains(boundary)
        else { throw .noSuchTimer(boundary: boundary) }
        var run = TokenRun(self, in: definition, variables: variables)
        if timer.interrupting { run.close(activity, as: .cancelled) }
        try run.leave(boundary)
        self = run.instance
        remember(timer: boundary, firedOn: activity)
        return run.effects
    }

    /// Ends the instance from outside, for example because the applicant withdrew; every open step is
    /// cancelled. On an instance that has ended nothing happens.
    public mutating func terminate() -> [Effect] {
        guard !isEnded else { return [] }
        step += 1
        let open = activities.indices.filter { activities[$0].state == .active }
        for index in open {
            activities[index].state = .cancelled
            activities[index].endedStep = step
        }
        tokens = [:]
        isEnded = true
        endedAt = nil
        return open.map { .cancelled(activity: activities[$0].id) }
    }

    func openActivity(
        _ id: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> Activity {
        guard definition.id == definitionID, definition.version == version else {
            throw .otherDefinition(
                instance: "\(definitionID) 第 \(version) 版",
                definition: "\(definition.id) 第 \(definition.version) 版")
        }
        guard !isEnded else { throw .ended }
        guard let activity = activity(id), activity.state == .active else {
            throw .notActive(activity: id)
        }
        return activity
    }
}
