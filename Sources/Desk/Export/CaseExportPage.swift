import Jobs
import Web

extension ExportPage {
    /// An export of a list of cases.
    init(cases job: QueuedJob, isKept: Bool, token: CSRFToken) {
        let id = String(job.id)
        self.init(
            Subject(
                title: "导出办件清单", origin: Link("查找办件", DeskPath.search), unit: CaseExport.kind.unit,
                hint: "用表格软件打开。文件保留 \(JobOutput.keptDays) 天，内含个人信息，请妥善保管。",
                file: DeskPath.exportFile(id), cancellation: DeskPath.exportCancellation(id)),
            job: job, isKept: isKept, token: token)
    }
}
