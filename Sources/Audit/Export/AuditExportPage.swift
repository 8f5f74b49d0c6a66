import Desk
import Jobs
import Web

extension ExportPage {
    /// An export of the journal.
    init(audit job: QueuedJob, isKept: Bool, token: CSRFToken) {
        let id = String(job.id)
        self.init(
            Subject(
                title: "导出审计日志", origin: Link("审计日志", AuditPath.search), unit: AuditExport.kind.unit,
                hint: "文件首尾写有导出人、时间和理由，保留 \(JobOutput.keptDays) 天；内含个人信息，请妥善保管。",
                file: AuditPath.exportFile(id), cancellation: AuditPath.exportCancellation(id)),
            job: job, isKept: isKept, token: token)
    }
}
