import Jobs
import Web

/// How far an import has come, and its result when it is over.
struct ImportPage {
    let view: ImportView
    /// Whether the list of wrong lines is still there.
    let isKept: Bool
    let token: CSRFToken

    /// Throws `DecodingError` for a job of another kind.
    init(_ job: QueuedJob, isKept: Bool, token: CSRFToken) throws {
        view = try ImportView(job)
        (self.isKept, self.token) = (isKept, token)
    }

    var page: Page {
        Page(
            "导入法人库",
            crumbs: [
                Link("工作台", "/desk"), Link("法人库导入", OperationsPath.imports), Link(view.fileName, nil),
            ],
            area: .desk, scripts: ["live.js"],
            body: """
                <h1>导入法人库</h1>
                <p class="lead">\(view.fileName)</p>
                <div data-live="\(view.isOpen ? "2" : "")">\(state)</div>
                <p><a href="\(OperationsPath.imports)">回到法人库导入</a></p>
                """)
    }

    private var job: QueuedJob { view.job }

    private var state: HTML {
        switch job.state {
        case .waiting, .running: progress
        case .done: done
        case .setAside: setAside
        case .cancelled: Notice("已取消导入", "<p>取消前已经导入的保留在法人库中。</p>").html + result
        }
    }

    private var progress: HTML {
        """
        <p>\(ProgressBar("导入", percent: job.progress.percent, words: job.progress.words(unit: EnterpriseImport.kind.unit)).html)</p>
        \(if: job.attempts > 0 && job.lastError != nil, "<p>刚才没有成功：\(job.lastError ?? "")稍后自动再试。</p>")
        <p class="hint">可以离开本页，导入在后台继续；取消后，已经导入的保留。</p>
        \(counts)
        <div class="actions">\(cancel)</div>
        """
    }

    private var done: HTML {
        view.tally.wrong == 0
            ? Notice("导入完成，没有有误的行", tone: .done).html + counts
            : Notice("导入完成，有误 \(view.tally.wrong) 行", "<p>有误的行没有导入，其他行不受影响。</p>", tone: .warning).html
                + result
    }

    private var setAside: HTML {
        let reason: HTML = "<p>\(job.lastError ?? "")</p>"
        return Notice(
            "导入中断", "\(reason)<p>可以在<a href=\"\(OperationsPath.jobs)\">后台任务</a>中重新执行，从停下的地方接着导入。</p>",
            tone: .error
        ).html + counts + "<div class=\"actions\">\(cancel)</div>"
    }

    private var result: HTML { counts + (view.tally.wrong > 0 ? wrongLines : .empty) }

    private var counts: HTML {
        SummaryList([
            .init("新增", "\(view.tally.added) 家"), .init("更新", "\(view.tally.updated) 家"),
            .init("未变", "\(view.tally.unchanged) 家"), .init("有误", "\(view.tally.wrong) 行"),
        ]).html
    }

    private var wrongLines: HTML {
        guard isKept else { return "<p>有误的行已过保存期（\(JobOutput.keptDays) 天）。需要时请重新导入原文件。</p>" }
        return """
            <p><a class="button" href="\(OperationsPath.wrongLines(of: String(job.id)))">下载有误的行（CSV）</a></p>
            <p class="hint">每行写明行号和原因，更正后可以直接再导入。保留 \(JobOutput.keptDays) 天，内含个人信息，请妥善保管。</p>
            """
    }

    private var cancel: HTML {
        PostButton(
            "取消导入", action: OperationsPath.importCancellation(of: String(job.id)), token: token, tone: .danger
        ).html
    }
}
