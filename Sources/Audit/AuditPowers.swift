import Web

/// What is asked for on the desk of the audit, and where people ask about their own data.
extension Power {
    static let readJournal = Power("audit.read", "检索审计日志", .audit)
    static let exportJournal = Power("audit.export", "导出审计日志", .audit)
    static let watchPatterns = Power("audit.watch", "核查异常线索", .audit)
    static let setAuditRules = Power("audit.set_rules", "修改审计规则", .audit)
    static let answerComplaints = Power("person_complaint.answer", "答复对查看的投诉", .audit)
    static let answerPersonRequests = Power("person_request.answer", "答复个人信息请求", .matters)
}
