import CSV
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The figures on the desk, and as a file.
struct FiguresPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(FiguresPath.figures, .may(.readParticipation), "民意数据") { _, _ in
                let (made, told) = try await database.read {
                    (try FigureMaking.last(in: $0), try ToldRise.newest(in: $0))
                }
                return .page(FiguresPage(figures: made?.figures, madeAt: made?.madeAt, told: told).page)
            },
            .get(FiguresPath.file, .may(.readParticipation), "民意数据（CSV）") { _, _ in
                let made = try await database.read { try FigureMaking.last(in: $0) }
                let text = CSVLine.mark + (made.map { file($0.figures) } ?? "")
                return .bytes(Array(text.utf8), contentType: "text/csv; charset=utf-8").header(
                    "Content-Disposition", "attachment; filename=\"participation-figures.csv\"")
            },
        ]
    }

    private func file(_ figures: Figures) -> String {
        let parts: [(String, [Figures.Count])] = [
            ("按月", figures.months), ("按类别", figures.topics), ("按街道", figures.places), ("热词", figures.words),
            (
                "重复反映",
                figures.groups.map { .init(name: "\($0.topic) \($0.place) \($0.title)", count: $0.count) }
            ),
        ]
        let lines = parts.flatMap { part, counts in
            counts.map { CSVLine.text([part, $0.name, String($0.count)]) }
        }
        return CSVLine.text(["部分", "名称", "次数"]) + lines.joined()
    }
}

/// The figures as a page.
struct FiguresPage {
    let figures: Figures?
    let madeAt: Instant?
    let told: [ToldRise]

    var page: Page {
        Page(
            "民意数据", crumbs: [Link("工作台", "/desk"), Link("民意数据", nil)], width: .wide, area: .desk,
            body: """
                <h1>民意数据</h1>
                <p class="lead">群众诉求、信访和论坛里大家在说什么。加入别人诉求的，加入时也各算一次；热词只数自己写的标题。只有数字，没有任何人的姓名。</p>
                \(figures.map(content) ?? EmptyState("数字还没有算好", "<p>每小时算一次，请稍后再来。</p>").html)
                """)
    }

    private func content(_ figures: Figures) -> HTML {
        """
        <p>\(madeAt.map { "\($0.chinese)算好，每小时更新。" } ?? "") <a href="\(FiguresPath.file)">下载（CSV）</a></p>
        <h2>异常增多</h2>\(warnings)
        <h2>每月</h2>\(BarChart("最近十三个月每月多少次", unit: "次", bars: figures.months.map { .init($0.name, $0.count) }).html)
        <h2>热词</h2><p>\(compared(figures))</p>\(counts(figures.words, "近期标题里比\(figures.compared == nil ? "以往" : "去年同期")多的词", "词"))
        <h2>重复反映</h2>\(repeated(figures.groups))
        <h2>类别</h2>\(counts(figures.topics, "近期各类别的次数", "类别"))
        <h2>热点街道</h2>\(counts(figures.places, "近期各街道的次数", "街道"))
        """
    }

    /// With what hot words are compared, so that nobody takes the rain of every May for news.
    private func compared(_ figures: Figures) -> String {
        guard let season = figures.compared else {
            return "和以往所有标题比。积累满一年以后，改和去年同期比。"
        }
        return "和去年同期（\(season.from.chinese)到\(season.through.chinese)）的标题比，每年这时候都有的不算新。"
    }

    private var warnings: HTML {
        guard !told.isEmpty else { return "<p>没有异常增多的类别。</p>" }
        return Table(
            "异常增多的类别", columns: [.init("类别"), .init("这一周", isNumber: true), .init("前几周，近的在前"), .init("提醒")],
            rows: told.map { ["\($0.topic)", "\($0.count)", "\($0.usual)", "\($0.at.shortChinese)"] }
        ).html
    }

    private func counts(_ counts: [Figures.Count], _ caption: String, _ name: String) -> HTML {
        guard !counts.isEmpty else { return "<p>还没有。</p>" }
        return Table(
            caption, columns: [.init(name), .init("次数", isNumber: true)],
            rows: counts.map { ["\($0.name)", "\($0.count)"] }
        ).html
    }

    private func repeated(_ groups: [Figures.Group]) -> HTML {
        guard !groups.isEmpty else { return "<p>没有重复反映的事。</p>" }
        return Table(
            "多次反映的同一件事", columns: [.init("说的是什么"), .init("类别"), .init("街道"), .init("次数", isNumber: true)],
            rows: groups.map { ["\($0.title)", "\($0.topic)", "\($0.place)", "\($0.count)"] }
        ).html
    }
}
