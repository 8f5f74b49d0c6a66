/// What can be done from the page of a case. The raw value is the last word of the address.
enum CaseAction: String, CaseIterable, Sendable {
    case completion, claim, release, transfer, consultations
    case sendBack = "return"
    case suspensions, resumptions, extensions

    /// About one task, or about the case.
    var isAboutTask: Bool {
        switch self {
        case .completion, .claim, .release, .transfer, .consultations, .sendBack: true
        case .suspensions, .resumptions, .extensions: false
        }
    }

    /// The officer goes on with the same task.
    var leavesTaskOpen: Bool { [.claim, .release, .consultations].contains(self) }

    /// The words of the heading and the button.
    var title: String {
        switch self {
        case .completion: "提交办理结果"
        case .claim: "领取"
        case .release: "放回待办"
        case .transfer: "转办给同事"
        case .consultations: "征求同事意见"
        case .sendBack: "退回上一步"
        case .suspensions: "暂停计时"
        case .resumptions: "恢复计时"
        case .extensions: "延长办理时限"
        }
    }

    /// What the page says when it is done.
    var done: String {
        switch self {
        case .completion: "办理结果已保存。"
        case .claim: "您已领取，同事会看到由您办理。"
        case .release: "已放回，同事可以领取。"
        case .transfer: "已转办，同事的待办里会出现这件事。"
        case .consultations: "已发给同事，答复会出现在本页的「审查意见」。"
        case .sendBack: "已退回上一步。"
        case .suspensions: "已暂停计时，申请人会收到通知。"
        case .resumptions: "已恢复计时，申请人会收到通知。"
        case .extensions: "已延长办理时限，申请人会收到通知。"
        }
    }

    /// The journal's word for it.
    var journal: String {
        switch self {
        case .completion: "task.completed"
        case .claim: "task.claimed"
        case .release: "task.released"
        case .transfer: "task.transferred"
        case .consultations: "task.consulted"
        case .sendBack: "task.sent_back"
        case .suspensions: "case.suspended"
        case .resumptions: "case.resumed"
        case .extensions: "case.extended"
        }
    }

    /// A field's name in this action's form. Several forms stand on one page, and ids must not meet; the form
    /// of the decision, of which there is one, keeps the plain names.
    func field(_ name: String) -> String { self == .completion ? name : "\(rawValue).\(name)" }
}
