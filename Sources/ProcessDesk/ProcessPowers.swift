import Web

/// What is asked for on the pages of processes and decision tables.
extension Power {
    static let reviewProcesses = Power("process.review", "查看流程草稿和换版本", .administration)
    static let editProcesses = Power("process.edit", "上传、停用流程，让办件换版本", .system)
    static let approveProcesses = Power("process.approve", "审批流程", .security)
    static let readDecisions = Power("decision.read", "查看判定表", .administration)
    static let editDecisions = Power("decision.edit", "编辑判定表", .system)
    static let approveDecisions = Power("decision.approve", "审定、公布和停用判定表", .security)
}
