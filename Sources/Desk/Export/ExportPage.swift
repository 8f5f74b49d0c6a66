import Jobs
import Web

/// How far an export has come, and its file when it is done; the same for whatever is exported.
public struct ExportPage: Sendable {
    /// What is exported, and where its pages stand.
    public struct Subject: Sendable {
        let title: String
        /// The page it was asked for on.
        let origin: Link
        let unit: String
        /// Under the button that downloads the file.
        let hint: String
        let file: String
        let cancellation: String

        /// What is exported.
        ///
        /// - Parameters:
        ///   - origin: the page it was asked for on.
        ///   - hint: what to know about the file.
        ///   - file: the address of the file.
        ///   - cancellation: where it is cancelled.
        public init(
            title: String, origin: Link, unit: String, hint: String, file: String, cancellation: String
        ) {
            (self.title, self.origin, self.unit) = (title, origin, unit)
            (self.hint, self.file, self.cancellation) = (hint, file, cancellation)
        }
    }

    let subject: Subject
    let job: QueuedJob
    let isKept: Bool
    let token: CSRFToken

    /// The page of one export.
    ///
    /// - Parameter isKept: whether its file is still kept.
    public init(_ subject: Subject, job: QueuedJob, isKept: Bool, token: CSRFToken) {
        (self.subject, self.job, self.isKept, self.token) = (subject, job, isKept, token)
    }

    /// As it is shown; it looks again by itself while the export runs.
    public var page: Page {
        Page(
            subject.title,
            crumbs: [Link("工作台", DeskPath.home), subject.origin, Link(subject.title, nil)],
            area: .desk, scripts: ["live.js"],
            body: """
                <h1>\(subject.title)</h1>
                <div data-live="\(isOpen ? "2" : "")">\(state)</div>
                <p><a href="\(subject.origin.href ?? DeskPath.home)">回到\(subject.origin.label)</a></p>
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
        let words = job.progress.words(unit: subject.unit)
        let cancel = PostButton("取消导出", action: subject.cancellation, token: token, tone: .danger)
        return """
            <p>\(ProgressBar(subject.title, percent: job.progress.percent, words: words).html)</p>
            <p class="hint">可以离开本页，导出在后台继续；回到本页即可下载。</p>
            <div class="actions">\(cancel.html)</div>
            """
    }

    private var done: HTML {
        Notice(
            "已导出 \(job.progress.done) 行",
            """
            <p><a class="button" href="\(subject.file)">下载（CSV）</a></p>
            <p class="hint">\(subject.hint)</p>
            """, tone: .done
        ).html
    }
}
