import CSV
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The hotline in figures: by organ, by day, by month, as a page and as a file.
struct FiguresPages: Sendable {
    let database: Database
    let directory: Directory
    let tickets: TicketFigures.Source

    var routes: [Route] {
        [
            .get(HotlinePath.figures, .may(.readFigures), "热线数据") { request, officer in
                do {
                    return .page(try await page(request, officer).page)
                } catch DomainError.invalid(let errors) {
                    return .page(
                        FiguresPage.refusing(errors, request.now.day).page, status: .unprocessableContent)
                }
            },
            .get(HotlinePath.figuresFile, .may(.readFigures), "热线数据文件") { request, officer in
                let page = try await page(request, officer)
                let lines =
                    [[page.grouping.chinese] + FigureLine.titles]
                    + (page.lines + [page.total]).map { [page.name($0.key)] + $0.cells }
                let text = CSVLine.mark + lines.map { CSVLine.text($0) }.joined()
                return .file(
                    Array(text.utf8), name: "热线数据-\(page.from.iso)-\(page.through.iso).csv",
                    contentType: "text/csv; charset=utf-8")
            },
        ]
    }

    /// The longest span that is counted at once, in days.
    static let longestDays = 366

    private func page(_ request: WebRequest, _ officer: OfficerContext) async throws -> FiguresPage {
        let today = request.now.day
        let grouping = request.query("by").flatMap(FigureGrouping.init) ?? .organ
        let from = try day(request, "from", otherwise: today.adding(days: -29))
        let through = try day(request, "through", otherwise: today)
        guard from <= through, through < from.adding(days: Self.longestDays) else {
            throw DomainError.invalid("through", "截止日期不早于开始日期，最多 \(Self.longestDays) 天。")
        }
        let account = officer.account
        let organs =
            account.reachesDistrict(with: .readFigures) ? nil : account.organs(for: .readFigures).sorted()
        let calls = try await database.read {
            try CallFigures.calls(from: from, through: through, of: organs, in: $0)
        }
        let counted = try await tickets(from, through, organs)
        return FiguresPage(
            grouping: grouping, from: from, through: through,
            lines: FigureLine.lines(calls, counted, by: grouping), total: .total(calls, counted),
            names: try await directory.organNames(), errors: [])
    }

    private func day(_ request: WebRequest, _ name: String, otherwise day: CivilDate) throws -> CivilDate {
        guard let text = request.query(name), !text.isEmpty else { return day }
        guard let day = CivilDate(iso: text) else {
            throw DomainError.invalid(name, "请填写日期，例如 2026-11-21。")
        }
        return day
    }
}
