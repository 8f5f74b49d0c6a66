import BusinessProcess
import Cases
import Identity
import Web

/// Changing the course of a case: taking back, urging, letting stand still, and what is rarely needed.
extension ActionForms {
    var courseForms: [HTML] {
        [withdrawal, urging, recall, removal, continuation].compactMap(\.self)
    }

    /// What is rarely needed and weighs more.
    var rareForms: [HTML] {
        [task.flatMap(delegation), rejection, standstill, jump, termination].compactMap(\.self)
    }

    private var withdrawal: HTML? {
        dossier.duties.withdrawable.map { done in
            form(.withdrawal, about: done, note: "撤回您办完的「\(done.name)」，重新办理。下一步有人开始办理以后就不能撤回了。") { _ in [] }
        }
    }

    private var urging: HTML? {
        guard let task, dossier.duties.mayUrge(task) else { return nil }
        let who = task.holder?.name ?? "\(dossier.name(of: task.organ))的待办人员"
        return form(.urgings, note: "\(who)会收到消息：「\(task.name)」被催办。\(task.urgedWords)") { field in
            [field("note", "想说的话", .longText, isRequired: false)]
        }
    }

    private var recall: HTML? {
        guard let task, dossier.duties.mayRecall(task), let holder = task.holder else { return nil }
        let isOwner = task.owner?.accountID == dossier.duties.account.id
        let next = isOwner ? "收回以后由您办理" : "收回以后由同一岗位的人员重新领取"
        return form(.recall, note: "\(holder.name)不能办理「\(task.name)」时，可以收回。\(next)。") { field in
            [field("reason", "收回的原因", .longText, hint: "\(holder.name)会在办理经过里看到。")]
        }
    }

    private var removal: HTML? {
        guard let task, dossier.duties.mayRemove(task) else { return nil }
        return form(.removal, note: "\(task.holder?.name ?? "对方")不用再签「\(task.name)」。") { _ in [] }
    }

    private var continuation: HTML? {
        guard let task, dossier.duties.mayContinue(task) else { return nil }
        return form(.continuation, note: "「\(task.name)」已挂起，恢复以后才能办理。") { _ in [] }
    }

    private var rejection: HTML? {
        guard let task, dossier.duties.mayReject(task) else { return nil }
        return form(.rejection, note: "撤销已经办过的全部环节，从第一步重新办理。") { field in
            [field("reason", "驳回的原因", .longText)]
        }
    }

    private var standstill: HTML? {
        guard let task, dossier.duties.mayHalt(task) else { return nil }
        return form(
            .standstill, note: "「\(task.name)」挂起以后不能办理，其他环节照常。法定时限照常计算；要停止计时，请用「暂停计时」。"
        ) { field in
            [field("reason", "挂起的原因", .longText)]
        }
    }

    private var jump: HTML? {
        guard let task else { return nil }
        let targets = dossier.duties.jumpTargets(task)
        guard !targets.isEmpty else { return nil }
        return form(.jump, note: "流程走不通时，由主办部门负责人决定「\(task.name)」改到哪一步，并说明原因。") { field in
            [
                field("to", "跳转到", .choice, options: targets.map { .init($0.id, $0.name) }),
                field("reason", "跳转的原因", .longText),
            ]
        }
    }

    private var termination: HTML? {
        guard dossier.duties.mayTerminate else { return nil }
        return form(.termination, note: "不作出准予或不予的决定，办件到此结束，不能恢复。申请人会收到通知书和救济途径。") { field in
            [field("reason", "终止办理的理由", .longText, hint: "会写进给申请人的通知书。")]
        }
    }
}

extension CaseTask {
    /// How often it was urged, as a sentence; empty when it never was.
    var urgedWords: String { urgings == 0 ? "" : "已催办 \(urgings) 次。" }
}
