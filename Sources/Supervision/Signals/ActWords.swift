/// What acts are called that rules count.
enum ActWords {
    private static let names = [
        "case.submitted": "提交", "case.received": "收件", "case.accepted": "受理", "case.deemed_accepted": "视为受理",
        "case.refused": "不予受理", "case.returned": "退回补正", "case.evidence_requested": "要求补正",
        "case.evidence_supplied": "补正", "case.suspended": "暂停计时", "case.resumed": "恢复计时",
        "case.extended": "延长期限", "case.urged": "催办", "case.granted": "准予", "case.denied": "不予",
        "case.delivered": "送达", "case.withdrawn": "撤回", "case.terminated": "终止", "case.escalated": "报告负责人",
        "case.assigned": "转办", "case.reassigned": "改派", "case.instructed": "批示", "task.claimed": "领取",
        "task.released": "放回",
        "task.completed": "办结步骤", "task.sent_back": "退回上一步", "task.rejected": "驳回", "task.urged": "催办步骤",
        "task.transferred": "移交", "task.delegated": "委托", "task.recalled": "追回", "task.suspended": "挂起步骤",
        "task.resumed": "恢复步骤", "signal.raised": "发出信号", "signal.stated": "说明情况", "signal.appealed": "申诉",
        "signal.decided": "裁定申诉", "signal.withdrawn": "撤销信号", "signal.cancelled": "自动取消",
        "signal.settled": "信号办结", "signal.confirmed": "信号成立", "signal.chased": "提醒裁定",
        "signal.published": "公开信号", "signal.appeal_extended": "顺延申诉期限", "signal.inherited": "由承接部门继续",
        "supervised_matter.received": "报送", "supervised_matter.corrected": "更正",
    ]

    /// The name of an act; its code where it has none.
    static func name(_ action: String) -> String { names[action] ?? action }
}
