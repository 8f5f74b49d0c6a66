import Refusals

extension ProcessInstance {
    /// The step, when it is open and the instance runs by this definition.
    func open(_ id: Int, in definition: ProcessDefinition) throws(ProcessError) -> Activity {
        try requireRunning(in: definition)
        guard let activity = activity(id), activity.isOpen else { throw .notActive(activity: id) }
        return activity
    }

    /// The step, when somebody may work on it now.
    func workable(_ id: Int, in definition: ProcessDefinition) throws(ProcessError) -> Activity {
        let activity = try open(id, in: definition)
        guard !isSuspended, !activity.isSuspended else { throw .suspended }
        guard activity.state == .active else { throw .refused("还没有轮到这一步，要等加签的人先办。") }
        guard !activity.isContainer else { throw .notActive(activity: id) }
        return activity
    }

    /// Whether nothing may happen to a step, its timers included: it is suspended, or it is signed by several and so are
    /// all whose turn it is.
    public func isStill(_ id: Int) -> Bool {
        guard !isSuspended, let activity = activity(id) else { return isSuspended }
        guard activity.isSigning else { return activity.isSuspended }
        let turns = activities.lazy.filter { $0.scope == id && $0.state == .active }
        return !turns.isEmpty && turns.allSatisfy(\.isSuspended)
    }

    func requireRunning(in definition: ProcessDefinition) throws(ProcessError) {
        guard definition.id == definitionID, definition.version == version else {
            throw .otherDefinition(
                instance: "\(definitionID) 第 \(version) 版",
                definition: "\(definition.id) 第 \(definition.version) 版")
        }
        guard !isEnded else { throw .ended }
    }
}
