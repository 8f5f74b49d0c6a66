import Jobs
import Web

/// How far an export has come, and its file when it is done.
struct AuditExportPage {
    let job: QueuedJob
    /// Whether its file is still kept.
    let isKept: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "导出审计日志",
            crumbs: [Link("工作台", "/desk"), Link("审计日志", AuditPath.search), Link("导出审计日志", nil)],
            area: .desk, scripts: ["live.js"],
            body: """
                <h1>导出审计日志</h1>
                <div data-live="\(isOpen ? "2" : "")">\(state)</div>
                <p><a href="\(AuditPath.search)">回到审计日志</a></p>
                """)
    }

    private var isOpen: Bool { job.state == .running || job.state == .waiting }

    private var state: HTML {
        switch job.state {
        case .waiting, .running: progress
        case .done: isKept ? done : Notice("文件已过保存期", "<p>请重新导出。</p>").html
        case .setAside: Notice("这次没有导出成功", "<p>请稍后重新导出；仍不成功的，请联系系统管理员。</p>", tone: .error).html
        case .cancelled: Notice("已取消导出", "<p>需要时请重新导出。</p>").html
        }
    }

    private var progress: HTML {
        let words = job.progress.words(unit: AuditExport.kind.unit)
        let cancel = PostButton(
            "取消导出", action: AuditPath.exportCancellation(String(job.id)), token: token, tone: .danger)
        return """
            <p>\(ProgressBar("导出审计日志", percent: job.progress.percent, words: words).html)</p>
            <p class="hint">可以离开本页，导出在后台继续；回到本页即可下载。</p>
            <div class="actions">\(cancel.html)</div>
            """
    }

    private var done: HTML {
        Notice(
            "已导出 \(job.progress.done) 行",
            """
            <p><a class="button" href="\(AuditPath.exportFile(String(job.id)))">下载（CSV）</a></p>
            <p class="hint">文件首尾写有导出人、时间和理由，保留 \(JobOutput.keptDays) 天；内含个人信息，请妥善保管。</p>
            """, tone: .done
        ).html
    }
}
