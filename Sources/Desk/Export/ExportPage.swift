import Jobs
import Web

/// How far an export has come, and its file when it is done.
struct ExportPage {
    let job: QueuedJob
    /// Whether its file is still kept.
    let isKept: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "导出办件清单",
            crumbs: [
                Link("工作台", DeskPath.home), Link("查找办件", DeskPath.search), Link("导出办件清单", nil),
            ],
            area: .desk, scripts: ["live.js"],
            body: """
                <h1>导出办件清单</h1>
                <div data-live="\(isOpen ? "2" : "")">\(state)</div>
                <p><a href="\(DeskPath.search)">回到查找办件</a></p>
                """)
    }

    private var isOpen: Bool { job.state == .running || job.state == .waiting }

    private var state: HTML {
        switch job.state {
        case .waiting, .running: progress
        case .done: isKept ? done : expired
        case .setAside: Notice("这次没有导出成功", "<p>请稍后重新导出；仍不成功的，请联系系统管理员。</p>", tone: .error).html
        case .cancelled: Notice("已取消导出", "<p>需要时请重新导出。</p>").html
        }
    }

    private var progress: HTML {
        let words = job.progress.words(unit: CaseExport.kind.unit)
        return """
            <p>\(ProgressBar("导出办件清单", percent: job.progress.percent, words: words).html)</p>
            <p class="hint">可以离开本页，导出在后台继续；回到本页即可下载。</p>
            <div class="actions">\(cancel)</div>
            """
    }

    private var cancel: HTML {
        PostButton(
            "取消导出", action: DeskPath.exportCancellation(String(job.id)), token: token, tone: .danger
        ).html
    }

    private var done: HTML {
        Notice(
            "已导出 \(job.progress.done) 行",
            """
            <p><a class="button" href="\(DeskPath.exportFile(String(job.id)))">下载（CSV）</a></p>
            <p class="hint">用表格软件打开。文件保留 \(JobOutput.keptDays) 天，内含个人信息，请妥善保管。</p>
            """, tone: .done
        ).html
    }

    private var expired: HTML { Notice("文件已过保存期", "<p>请重新导出。</p>").html }
}
