import Jobs
import Web
import WorkingTime

/// What runs, what was set aside, what waits, and what is over.
struct JobListPage: Sendable {
    let running: [QueuedJob]
    let setAside: [QueuedJob]
    let waiting: [QueuedJob]
    let ended: [QueuedJob]
    let counts: [QueuedJob.State: Int]
    /// Later pages show only what is over.
    let isFirst: Bool
    let pager: Pager
    let kinds: [JobKind]
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            "后台任务", crumbs: [Link("工作台", "/desk"), Link("后台任务", nil)], width: .wide, area: .desk,
            scripts: ["live.js"],
            body: """
                <h1>后台任务</h1>
                <p class="lead">重新推算时限、到期自动处理等较费时间的工作在后台逐步完成；中断后从停下的地方接着做，不重做、不遗漏。</p>
                \(isNothing ? empty : content)
                """)
    }

    private var isNothing: Bool { isFirst && [running, setAside, waiting, ended].allSatisfy(\.isEmpty) }

    private var empty: HTML {
        EmptyState("现在没有后台任务", "<p>公布新的工作日历等工作开始后，进度会显示在这里。</p>").html
    }

    private var content: HTML {
        """
        \(if: isFirst, "<div data-live=\"\(isBusy ? "2" : "")\">\(open)</div>")
        \(if: !ended.isEmpty, "<h2>最近结束</h2>\(rows.ended(ended))")
        \(pager.html)
        """
    }

    /// Whether the page changes by itself. A message that waits for the end of the quiet hours changes nothing all night.
    private var isBusy: Bool { !running.isEmpty || waiting.contains { $0.attempts == 0 && $0.dueAt <= now } }

    private var open: HTML {
        """
        \(section("正在执行", .running, running, rows.running))
        \(section("已搁置", .setAside, setAside, rows.setAside))
        \(section("等待执行", .waiting, waiting, rows.waiting))
        """
    }

    private var rows: JobRows { JobRows(kinds: kinds, token: token) }

    /// A long list shows its newest and how many there are.
    private func section(
        _ title: String, _ state: QueuedJob.State, _ jobs: [QueuedJob], _ table: ([QueuedJob]) -> HTML
    ) -> HTML {
        guard !jobs.isEmpty else { return .empty }
        let count = counts[state] ?? jobs.count
        let rest: HTML = "<p class=\"quiet-words\">共 \(count) 项，这里显示最新的 \(jobs.count) 项。</p>"
        return "<h2>\(title)</h2>\(table(jobs))\(if: count > jobs.count, rest)"
    }
}
