import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// 加签, 减签: a colleague signs a step as well. The step's own holder decides what it comes to; the others advise.
///
/// Only colleagues of the same organ: what another organ says is that organ's opinion, and has a step of its own in
/// the drawing.
extension Matter {
    /// Has a colleague sign a step as well, before, after or beside its holder.
    public mutating func addSigner(
        task id: Int64, _ colleague: Colleague, _ order: SigningOrder, reason: String, on occasion: Occasion
    ) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.admit(occasion.actor, in: cases[position])
        let activity = try task.step("加签")
        try requireUnderWay(task, position, "加签")
        try requireOwner(task, position)
        try requireSigner(colleague, order, of: task, in: position, by: occasion.actor.accountID)
        try Words.require(reason, field: "reason", "请写明请对方办什么。")
        // Whose step it is has to be known before others join.
        cases[position].tasks[index].holder = Signatory(occasion.actor)
        cases[position].tasks[index].begin(at: occasion.now)
        try drive(position, on: occasion) { instance, course throws(ProcessError) in
            let begun = try instance.begin(activity, by: occasion.person, in: course.definition)
            return try begun
                + instance.addSigner(colleague.person, order, to: activity, in: course.definition)
        }
        try seat(colleague, beside: task, reason: reason, in: position, on: occasion)
        record(
            "task.signer_added", position,
            "\(occasion.actor.name)就「\(task.name)」请\(colleague.signatory.name)\(order.chinese)：\(reason)",
            isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Takes a signer away who has not signed yet: by whoever asked them, or the head of the organ.
    public mutating func removeSigner(task id: Int64, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.requireOpen()
        let activity = try task.step("减签")
        guard let adder = task.addedBy else { throw DomainError.conflict("「\(task.name)」不是加签的任务，不能减签。") }
        try requireUnderWay(task, position, "减签")
        let actor = occasion.actor
        guard adder.accountID == actor.accountID && actor.organ == task.organ || actor.isHead(of: task.organ)
        else { throw DomainError.forbidden("只有请他加签的\(adder.name)或者本部门负责人可以减签。") }
        try cases[position].requireImpartial(actor)
        try turnBack(position, on: occasion) { instance, course throws(ProcessError) in
            try instance.removeSigner(activity, in: course.definition, given: course.given)
        }
        record(
            "task.signer_removed", position,
            "\(actor.name)取消了\(task.holder?.name ?? "同事")在「\(task.name)」的加签。", isPublic: false)
    }

    private func requireSigner(
        _ colleague: Colleague, _ order: SigningOrder, of task: CaseTask, in position: Int, by actor: Int64
    ) throws {
        guard colleague.organ == task.organ, colleague.post(for: task) != nil else {
            throw DomainError.invalid("colleague", "只能请本部门的同事加签。")
        }
        guard colleague.signatory.accountID != actor else {
            throw DomainError.invalid("colleague", "不能请自己加签。")
        }
        try cases[position].requireImpartial(colleague)
        guard try definition(of: position).elements[task.element]?.loop?.vote == nil else {
            throw DomainError.conflict("表决的人数由流程确定，不能加签。")
        }
        guard try !task.act.prepares || !decides(colleague, in: position) else {
            throw DomainError.invalid("colleague", "对方还要作出决定，不能参与审查，可以征求其意见。")
        }
        guard task.act == .decide else { return }
        guard order == .before else { throw DomainError.conflict("决定由原办理人最后作出，只能前加签。") }
        let reviewers = cases[position].tasks.filter { $0.state == .completed && $0.act.prepares }
        guard !reviewers.contains(where: { $0.completedBy?.accountID == colleague.signatory.accountID })
        else { throw DomainError.invalid("colleague", "审查过本件的人不能参与决定，请选择其他同事。") }
    }

    /// Whether the decision on this case is the colleague's.
    private func decides(_ colleague: Colleague, in position: Int) throws -> Bool {
        try definition(of: position).userTasks.contains { step in
            let organ = cases[position].parts[step.organ] ?? step.organ
            return step.act == Act.decide.rawValue && organ == colleague.organ
                && colleague.roles.contains(step.role)
        }
    }

    /// The task of a signer, told or not yet told.
    private mutating func seat(
        _ colleague: Colleague, beside task: CaseTask, reason: String, in position: Int, on occasion: Occasion
    ) throws {
        guard let activity = cases[position].process?.activities.last?.id else { return }
        // Where their turn is now, the process has announced it like any step of the drawing.
        cases[position].tasks.removeAll { $0.activity == activity }
        cases[position].tasks.append(
            CaseTask(
                id: occasion.newID(), activity: activity, element: task.element,
                name: CaseTask.signing(task.name),
                act: task.act, organ: task.organ, role: colleague.post(for: task) ?? task.role,
                outcomes: task.outcomes, openedAt: occasion.now, holder: colleague.signatory, state: .open,
                missing: [], question: reason, addedBy: Signatory(occasion.actor)))
        mirror(activity, in: position)
    }
}

extension CaseTask {
    /// What a step is called by whoever signs it as well.
    static func signing(_ name: String) -> String { "\(name)（加签）" }
}

extension Colleague {
    /// The role in which somebody signs a step: the step's own, or another they hold there.
    fileprivate func post(for task: CaseTask) -> String? {
        roles.contains(task.role)
            ? task.role : roles.intersection(["officer", "head", "clerk"]).sorted().first
    }
}

extension SigningOrder {
    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .before: "前加签"
        case .after: "后加签"
        case .parallel: "并签"
        }
    }
}
