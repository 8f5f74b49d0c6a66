import Identity
import Jobs
import Refusals
import Storage
import Web
import WorkingTime

/// One takeover: where it stands, what is to be done next, and its lines.
struct TakeoverPage {
    let view: TakeoverView
    let verdict: TakeoverLine.Verdict?
    let obstacles: [TakeoverObstacle]
    let refused: Sentence?
    let errors: [FieldError]
    let officer: OfficerContext
    let request: WebRequest

    private var record: TakeoverRecord { view.record }
    private var id: String { String(record.id) }
    var token: CSRFToken { request.csrf }

    var page: Page {
        Page(
            "旧系统迁入",
            crumbs: [
                Link("工作台", "/desk"), Link("旧系统迁入", TakeoverPath.takeovers), Link(record.system, nil),
            ], width: .wide, area: .desk, scripts: ["live.js"],
            body: """
                \(ErrorSummary(errors).html)
                \(refusal)
                <h1>\(record.system)：\(record.kind.chinese)</h1>
                <div data-live="\(isMoving ? "2" : "")">
                <p class="lead">\(record.fileNames.joined(separator: "、"))，共 \(record.lineCount) 行 \(record.badge)</p>
                \(progress)\(counts)
                \(TakeoverActs(view: view, errors: errors, officer: officer, token: token).html)
                \(organs)
                <h2>逐行报告</h2>
                \(filter)
                \(lines)
                </div>
                """)
    }

    private var isMoving: Bool {
        record.isAtWork && view.job.map { $0.state != .setAside && $0.state != .cancelled } == true
    }

    private var refusal: HTML? {
        refused.map { sentence in
            Notice(
                "\(sentence)",
                """
                \(if: !obstacles.isEmpty, "<ul>\(each: obstacles, { "<li>第 \($0.line) 行 \($0.name)：\($0.words)</li>" })</ul>")
                """, tone: .error
            ).html
        }
    }

    private var progress: HTML {
        guard record.isAtWork, let job = view.job else { return .empty }
        let bar = ProgressBar(
            record.state.chinese, percent: job.progress.percent,
            words: job.progress.words(unit: TakeoverWork.kind.unit))
        return """
            <p>\(bar.html)</p>
            \(if: job.lastError != nil, "<p>刚才没有成功：\(job.lastError ?? "")</p>")
            <p class="hint">可以离开本页，在后台继续。</p>
            """
    }

    private var counts: HTML {
        SummaryList(
            TakeoverLine.Verdict.allCases.filter { view.count($0) > 0 }
                .map { .init($0.chinese, "\(view.count($0)) 行") }
        ).html
    }

    private var organs: HTML? {
        guard record.kind == .staff else { return nil }
        let founded = record.plan.founded.values.map { "\($0.fullName)（\($0.key)）" }.sorted()
        return """
            <p><a href="\(TakeoverPath.plan(id))">部门和角色的对应关系</a>\
            \(if: !founded.isEmpty, "；随迁入新设的部门：\(founded.joined(separator: "、"))")</p>
            """
    }

    private var filter: HTML {
        let kinds = TakeoverLine.Verdict.allCases.filter { view.count($0) > 0 }
        return """
            <p>\(link("全部", nil)) \(each: kinds, { link($0.chinese, $0) })\
            <a href="\(TakeoverPath.report(id))">下载报告（CSV）</a></p>
            """
    }

    private func link(_ words: String, _ of: TakeoverLine.Verdict?) -> HTML {
        guard verdict != of else { return "<strong>\(words)</strong>　" }
        let address = TakeoverPath.takeover(id) + (of.map { "?verdict=\($0.rawValue)" } ?? "")
        return "<a href=\"\(address)\">\(words)</a>　"
    }

    private var lines: HTML {
        guard !view.lines.items.isEmpty else { return EmptyState("没有这样的行").html }
        let title = record.kind == .staff ? "账号" : "原系统编号"
        return Table(
            "逐行报告", columns: [.init("行号", isNumber: true), .init(title), .init("结果"), .init("说明")],
            rows: view.lines.items.map { line in
                [
                    "\(line.number)", "\(line.name)", StatusBadge(line.verdict.chinese, line.tone).html,
                    "\(line.told)",
                ]
            }
        ).html + Pager(next: view.lines.next, of: request).html
    }
}

extension TakeoverLine {
    /// What is said of it.
    var told: String {
        guard let caseNumber else { return words }
        return words + "办件编号 \(caseNumber)。"
    }

    /// The colour of what becomes of it; the word says it.
    var tone: StatusBadge.Tone {
        switch verdict {
        case .new, .taken: .done
        case .known, .kept: .near
        case .wrong: .late
        case .open, .skipped, .undone: .waiting
        }
    }
}
