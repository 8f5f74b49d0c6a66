import Web

/// What is asked for on the pages of operations.
extension Power {
    static let readAdministration = Power("administration.read", "查看系统管理", .administration)
    static let editCalendar = Power("calendar.edit", "公布工作日历", .system)
    static let tendJobs = Power("job.tend", "查看、重做和取消后台任务", .system)
    static let importEnterprises = Power("enterprise.import", "导入法人库", .system)
}
