import BusinessProcess
import Cases
import Codes
import Identity

/// How an officer may change the course of a case: each thing tried on a copy, by the rule itself.
extension CaseDuties {
    /// Whether a rule would let this officer do something.
    func would(_ rule: (inout Matter, Occasion) throws -> Void) -> Bool {
        var copy = matter
        let occasion = Occasion(
            actor: account.actor(channel: "page", address: "", organ: organ), now: now, calendar: calendar,
            newID: { 0 }, newCode: { "" })
        return (try? rule(&copy, occasion)) != nil
    }

    /// Stands for the reason a person will give.
    private static let anyReason = "—"

    /// The earlier steps a task can be sent back to, the nearest first.
    func returnTargets(_ task: CaseTask) -> [UserTask] {
        guard let activity = task.activity, mayDo(task),
            let targets = try? subject.process?.returnTargets(of: activity, in: definition)
        else { return [] }
        return targets.filter { target in
            would { try $0.sendBack(task: task.id, to: target.id, reason: Self.anyReason, on: $1) }
        }
    }

    func mayReject(_ task: CaseTask) -> Bool {
        would { try $0.reject(task: task.id, reason: Self.anyReason, on: $1) }
    }

    /// What one has finished last and nobody has begun to follow up.
    var withdrawable: CaseTask? {
        subject.tasks.reversed().lazy.filter { $0.completedBy?.accountID == account.id }.first { task in
            would { try $0.withdraw(task: task.id, on: $1) }
        }
    }

    /// Who may sign a task as well, when.
    func mayAdd(_ colleague: OrganMember, _ order: SigningOrder, to task: CaseTask) -> Bool {
        would {
            try $0.addSigner(
                task: task.id, Colleague(colleague), order, reason: Self.anyReason, on: $1)
        }
    }

    func mayRecall(_ task: CaseTask) -> Bool {
        would { try $0.recall(task: task.id, reason: Self.anyReason, on: $1) }
    }

    func mayRemove(_ task: CaseTask) -> Bool { would { try $0.removeSigner(task: task.id, on: $1) } }

    func mayUrge(_ task: CaseTask) -> Bool { would { try $0.urge(task: task.id, note: "", on: $1) } }

    func mayHalt(_ task: CaseTask) -> Bool {
        would { try $0.suspend(task: task.id, reason: Self.anyReason, on: $1) }
    }

    func mayContinue(_ task: CaseTask) -> Bool { would { try $0.resume(task: task.id, on: $1) } }

    /// The steps a task can be taken to by order.
    func jumpTargets(_ task: CaseTask) -> [UserTask] {
        definition.userTasks.filter { target in
            would { try $0.jump(task: task.id, to: target.id, reason: Self.anyReason, on: $1) }
        }
    }

    var mayTerminate: Bool {
        would { try $0.terminate(subject.number.text, reason: Self.anyReason, on: $1) }
    }

    /// Whether there is anything to do with a task that is somebody else's.
    func mayManage(_ task: CaseTask) -> Bool {
        mayUrge(task) || mayHalt(task) || mayContinue(task) || mayRemove(task)
            || mayRecall(task)
    }
}
