import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The quarterly reports of a site: a page to be printed, and a file.
struct QuarterReportPages: Sendable {
    let database: Database
    let book: InspectionBook
    let inspector: Inspector

    var routes: [Route] {
        [
            .get(HealthPath.reportFile("{id}", "{quarter}"), .may(.inspectSites), "季度检查报告的表格") { request, _ in
                let report = try await report(request)
                return .file(
                    Array(report.csv.utf8), name: "\(report.title).csv",
                    contentType: "text/csv; charset=utf-8")
            },
            .get(HealthPath.report("{id}", "{quarter}"), .may(.inspectSites), "季度检查报告") { request, _ in
                .page(QuarterReportPage(report: try await report(request)).page)
            },
        ]
    }

    private func report(_ request: WebRequest) async throws -> QuarterReport {
        let (id, now) = (try request.id(HealthPages.missing), request.now)
        guard let quarter = Quarter(try request.parameter("quarter")), quarter.first <= now.day else {
            throw DomainError.notFound("没有这个季度的报告。")
        }
        let site = try await database.read { try SiteStore.site(id, in: $0) }
        let isOver = quarter.last < now.day
        // As long as the quarter goes on, the card is that of this moment.
        let card = isOver ? nil : try await inspector.card(of: site, at: now)
        let end = isOver ? quarter.last : now.day
        return try await database.read { tx in
            let rules = try book.current(in: tx)
            return QuarterReport(
                site: site, quarter: quarter, card: try card ?? CardStore.last(of: id, in: quarter, tx),
                days: try CardStore.days(of: id, in: quarter, tx),
                columns: try HealthStore.columns(of: id, warnDays: rules.warnDays, today: end, in: tx),
                published: try HealthStore.published(in: id, from: quarter.first, through: end, tx),
                corrections: try CorrectionStore.figures(
                    of: id, from: quarter.first, through: end, rules, at: now, in: tx),
                findings: try FindingStore.findings(of: id, in: quarter, tx), isOver: isOver)
        }
    }
}

/// A quarterly report as a page.
struct QuarterReportPage {
    let report: QuarterReport

    private var id: String { String(report.site.id) }

    var page: Page {
        Page(
            report.title,
            crumbs: [
                Link("工作台", "/desk"), Link("栏目保障", HealthPath.overview),
                Link(report.site.name, HealthPath.site(id)), Link(report.quarter.chinese, nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>\(report.title)</h1>
                \(if: !report.isOver, Notice("本季度还没有结束", "<p>数字是到今天为止的。</p>").html)
                <p class="actions"><a class="button quiet" href="\(HealthPath.reportFile(id, report.quarter.text))">下载表格（CSV）</a> <span data-print="打印报告"></span></p>
                \(report.card.map { CardFigures(card: $0).html } ?? EmptyState("这个季度没有检查记录").html)
                \(if: !report.days.isEmpty, trend)
                \(report.card.map { CardLines(card: $0, isPrinted: true).html })
                <h2>栏目更新</h2>\(ColumnTable(site: report.site, columns: report.columns, published: report.published).html)
                <h2>读者纠错</h2>\(corrections)
                <h2>人工检查记录</h2>\(findings)
                """)
    }

    private var trend: HTML {
        let lowest = report.days.map(\.score).min() ?? 0
        let words = "本季度每天的得分，最低 \(lowest) 分，有 \(report.failedDays) 天不合格"
        return BarChart(words, unit: "分", bars: report.days.map { .init($0.day.iso, $0.score) }).html
    }

    private var corrections: HTML {
        let figures = report.corrections
        return """
            <p>收到 \(figures.received) 件，已答复 \(figures.answered) 件，其中采纳 \(figures.adopted) 件；没有按期答复的 \(figures.late) 件。</p>
            """
    }

    private var findings: HTML {
        guard !report.findings.isEmpty else { return "<p>本季度没有登记。</p>" }
        return
            "<ul>\(each: report.findings, { "<li><span class=\"code\">\($0.code)</span> \($0.note)</li>" })</ul>"
    }
}
