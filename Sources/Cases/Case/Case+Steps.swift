import BusinessProcess
import Refusals

/// Tasks as steps of the process: which belongs to which, who did it before, who does it too.
extension Case {
    /// The task of a step.
    func task(of activity: Int) -> CaseTask? { tasks.last { $0.activity == activity } }

    /// The task whose step this one does anew, after a return, a withdrawal or a rejection.
    func passage(repeatedBy activity: Int) -> CaseTask? {
        process?.activity(activity)?.repeats.flatMap { task(of: $0) }
    }

    /// Whether nobody else does this step.
    func isAlone(_ activity: Int) -> Bool { process?.activity(activity)?.part == .single }

    /// The tasks of everybody who does the same step, its own among them; empty where one person does it.
    public func peers(of task: CaseTask) -> [CaseTask] {
        guard let activity = task.activity, !isAlone(activity), let step = process?.activity(activity) else {
            return []
        }
        return tasks.filter { peer in
            guard let other = peer.activity.flatMap({ process?.activity($0) }) else { return false }
            return other.scope == step.scope && other.element == step.element && other.state != .undone
        }
    }

    /// The names of the steps that are being done, each once, whoever signs them as well.
    public var stepNames: [String] {
        let open = tasks.filter { $0.state == .open && $0.activity != nil }
        let elements = Set(openTasks.compactMap { $0.activity == nil ? nil : $0.element })
        var seen: Set<String> = []
        return (open.filter { !$0.isInternal } + open).compactMap { task in
            elements.contains(task.element) && seen.insert(task.element).inserted ? task.name : nil
        }
    }

    /// The organs that have a step open and the one in charge: whoever is only asked for an opinion handles nothing.
    public var workingOrgans: Set<String> {
        Set(openTasks.filter { !$0.isAssistance }.map(\.organ)).union([plan.organ])
    }

    /// Whether what was found was taken back by a return, a withdrawal or a rejection, and does not count.
    public func isUndone(_ task: CaseTask) -> Bool {
        task.activity.flatMap { process?.activity($0) }?.state == .undone
    }

    /// Somebody this case knows by what they did in it or have to do.
    func signatory(_ person: String) -> Signatory? {
        tasks.lazy.flatMap { [$0.holder, $0.owner, $0.completedBy].compactMap(\.self) }
            .first { String($0.accountID) == person }
    }
}

extension CaseTask {
    /// Whoever did it and gets it again when it is repeated.
    var doer: Signatory? { organ == Self.applicant ? nil : completedBy }

    /// The step of the process.
    ///
    /// - Throws: `conflict` for a consultation, which stands outside.
    func step(_ verb: String) throws -> Int {
        guard let activity else {
            throw DomainError.conflict("征求意见的任务不能\(verb)，请直接写明您的意见。")
        }
        return activity
    }
}
