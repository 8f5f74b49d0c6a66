import CSV
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The figures of a hall, day by day.
struct FiguresPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(HallPath.figures("{id}"), .may(.readHallFigures), "大厅数据") { request, _ in
                let (hall, figures) = try await figures(request)
                return .page(FiguresPage(hall: hall, figures: figures).page)
            },
            .get(HallPath.figuresFile("{id}"), .may(.readHallFigures), "大厅数据文件") { request, _ in
                let (hall, figures) = try await figures(request)
                let lines = [DayFigures.Line.titles] + (figures.lines + [figures.total]).map(\.cells)
                let text = CSVLine.mark + lines.map { CSVLine.text($0) }.joined()
                return .file(
                    Array(text.utf8), name: "\(hall.name)-\(figures.day.iso).csv",
                    contentType: "text/csv; charset=utf-8")
            },
        ]
    }

    private func figures(_ request: WebRequest) async throws -> (Hall, DayFigures) {
        let id = try request.number("id")
        let day = request.query("day").flatMap { CivilDate(iso: $0) } ?? request.now.day
        return try await database.read { tx in
            (try HallStore.hall(id, in: tx), try DayFigures(id, on: day, in: tx))
        }
    }
}

/// A day in figures.
struct FiguresPage {
    let hall: Hall
    let figures: DayFigures

    private var address: String { HallPath.figures(String(hall.id)) }

    var page: Page {
        let (day, total) = (figures.day, figures.total)
        return Page(
            "大厅数据",
            crumbs: [Link("工作台", HallPath.home), Link("办事大厅", HallPath.desk), Link("\(hall.name)：数据", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(hall.name)：\(day.chinese)</h1>
                <p><a href="\(address)?day=\(day.adding(days: -1).iso)">前一天</a> · \
                <a href="\(address)?day=\(day.adding(days: 1).iso)">后一天</a></p>
                \(Figures([
                    (label: "取号", value: String(total.taken), unit: "个"),
                    (label: "平均等候", value: String(total.meanWaitMinutes), unit: "分钟"),
                    (label: "平均办理", value: String(total.meanServiceMinutes), unit: "分钟"),
                    (label: "过号", value: String(total.missed), unit: "个"),
                    (label: "预约失约", value: String(figures.appointments[.missed] ?? 0), unit: "个"),
                ]).html)
                \(content)
                """)
    }

    private var content: HTML {
        guard figures.total.taken > 0 else { return EmptyState("这一天没有人取号").html }
        let rows = (figures.lines + [figures.total]).map { line in line.cells.map { "\($0)" as HTML } }
        let columns = DayFigures.Line.titles.enumerated().map {
            Table.Column($0.element, isNumber: $0.offset > 0)
        }
        // A day of work, and what lies beyond it.
        let first = min(8, figures.hours.keys.min() ?? 8), last = max(17, figures.hours.keys.max() ?? 17)
        let bars = (first...last).map { BarChart.Bar("\($0) 点", figures.hours[$0] ?? 0) }
        return """
            <h2>各类业务</h2>
            \(Table("各类业务", columns: columns, rows: rows).html)
            <p><a href="\(HallPath.figuresFile(String(hall.id)))?day=\(figures.day.iso)">下载表格（CSV）</a></p>
            \(BarChart("各个小时取号的人数", unit: "个", bars: bars).html)
            """
    }
}
