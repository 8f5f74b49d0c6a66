/// What actions are called, and what is said when they are done.
extension CaseAction {
    /// The words of the heading and the button.
    var title: String {
        switch self {
        case .completion: "提交办理结果"
        case .claim: "领取"
        case .release: "放回待办"
        case .transfer: "转办给同事"
        case .consultations: "征求同事意见"
        case .sendBack: "退回"
        case .rejection: "驳回到第一步"
        case .withdrawal: "撤回重办"
        case .delegation: "委托同事办理"
        case .handBack: "交回委托人"
        case .recall: "收回"
        case .signers: "请同事加签"
        case .removal: "减签"
        case .urgings: "催办"
        case .standstill: "挂起这一步"
        case .continuation: "恢复这一步"
        case .jump: "跳转到其他环节"
        case .suspensions: "暂停计时"
        case .resumptions: "恢复计时"
        case .extensions: "延长办理时限"
        case .termination: "终止办理"
        case .hearingRight: "告知听证权利"
        case .hearingNotice: "安排听证"
        case .hearingParticipants: "登记听证参加人"
        case .hearingRecord: "写听证笔录"
        case .hearingClosing: "结束听证"
        case .corrections: "发出更正件"
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
        case .sendBack: "已退回，由原来的办理人重新办理。"
        case .rejection: "已驳回，从第一步重新办理。"
        case .withdrawal: "已撤回，请重新办理。"
        case .delegation: "已委托，同事办完会交回给您。"
        case .handBack: "已交回，由委托人办结。"
        case .recall: "已收回，可以另行安排办理。"
        case .signers: "已请同事加签。"
        case .removal: "已取消加签。"
        case .urgings: "已催办，办理人会收到消息。"
        case .standstill: "已挂起，法定时限照常计算。"
        case .continuation: "已恢复，可以继续办理。"
        case .jump: "已跳转，原因已写入办理经过。"
        case .suspensions: "已暂停计时，申请人会收到通知。"
        case .resumptions: "已恢复计时，申请人会收到通知。"
        case .extensions: "已延长办理时限，申请人会收到通知。"
        case .termination: "已终止办理，申请人会收到通知书。"
        case .hearingRight: "已告知，申请人会收到听证告知书。"
        case .hearingNotice: "已安排，申请人会收到听证通知书。"
        case .hearingParticipants: "已登记。"
        case .hearingRecord: "笔录已保存，等待申请人确认。"
        case .hearingClosing: "听证已结束，办理时限继续计算。"
        case .corrections: "已更正，申请人会收到更正通知书。"
        }
    }
}
