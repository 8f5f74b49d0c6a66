import Jobs
import Web

/// An import as the pages show it.
struct ImportView {
    let job: QueuedJob
    let fileName: String
    let tally: ImportTally

    /// Throws `DecodingError` for a job of another kind.
    init(_ job: QueuedJob) throws {
        let task = try job.payload(as: EnterpriseImport.Assignment.self)
        self.job = job
        fileName = task.fileName
        tally = try job.cursor(as: ImportTally.self) ?? ImportTally(from: task.file.start)
    }

    /// Whether it still goes on.
    var isOpen: Bool { job.state == .running || job.state == .waiting }

    var badge: HTML {
        switch job.state {
        case .waiting: StatusBadge("等待导入", .waiting).html
        case .running: StatusBadge("正在导入", .active).html
        case .done where tally.wrong > 0: StatusBadge("已完成，有误 \(tally.wrong) 行", .near).html
        case .done: StatusBadge("已完成", .done).html
        case .setAside: StatusBadge("已搁置", .late).html
        case .cancelled: StatusBadge("已取消", .waiting).html
        }
    }
}
