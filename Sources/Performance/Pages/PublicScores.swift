import CSV
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// How organs did month by month, as far as months are frozen: for everybody.
struct PublicScores: Sendable {
    /// The newest first.
    let months: [Assessment]

    static let path = "/supervision/scores.csv"
    private static let most = 24
    private static let shown = 6

    /// - Parameter year: the months of one year; nil for the newest.
    init(of year: Int? = nil, in tx: Transaction, limit: Int = most) throws {
        months = try PeriodStore.frozenMonths(of: year, limit: limit, in: tx).compactMap {
            try Assessment($0, in: tx)
        }
    }

    static func file(of year: Int) -> String { "\(path)?year=\(year)" }

    static func route(_ database: Database) -> Route {
        .get(path, .anyone, "各月各部门的得分和按时办结率（CSV）") { request, _ in
            let year = try request.query("year").map { text in
                guard let year = Period(text), year.kind == .year else {
                    throw DomainError.notFound("没有这一年。")
                }
                return year.year
            }
            let scores = try await database.read { try PublicScores(of: year, in: $0) }
            return .file(
                Array(scores.text.utf8), name: "supervision-scores.csv",
                contentType: "text/csv; charset=utf-8")
        }
    }

    var text: String {
        let head = CSVLine.text([
            "月份", "部门代号", "部门", "名次", "得分", "有承诺时限的办结件", "在承诺时限内办结", "按时办结率", "备注", "等次",
            "更正后得分", "更正后名次",
        ])
        return months.reduce(into: CSVLine.mark + head) { text, month in
            let corrected = Self.corrected(month)
            for row in month.ranking.rows {
                let again = corrected[row.owner.organ]
                let (ended, kept) = Self.kept(row.owner.organ, month)
                text += CSVLine.text([
                    month.period.text, row.owner.organ, month.name(row.owner.organ), String(row.place),
                    row.points.pointsText, String(ended), String(kept), Self.rate(ended, kept),
                    AssessedOrgan.remark(row.owner.organ, month), month.grade(row.points) ?? "",
                    again?.points.pointsText ?? "", again.map { String($0.place) } ?? "",
                ])
            }
        }
    }

    /// The on-time rates of the newest months, side by side.
    var html: HTML {
        let shown = Array(months.prefix(Self.shown).reversed())
        guard let newest = months.first else { return .empty }
        let table = Table(
            "各月按时办结率", columns: [.init("部门")] + shown.map { .init($0.period.chinese, isNumber: true) },
            rows: newest.ranking.rows.map { row in
                ["\(newest.name(row.owner.organ))"]
                    + shown.map { month -> HTML in
                        let (ended, kept) = Self.kept(row.owner.organ, month)
                        return ended == 0 ? "—" : "\(Self.rate(ended, kept))"
                    }
            })
        return """
            <h2>各月按时办结率</h2>
            <p>在承诺时限内办结的，占有承诺时限的办结件的百分比。</p>
            \(table.html)
            <p><a href="\(Self.path)">各月得分和按时办结率（CSV）</a></p>
            """
    }

    /// In a month in which an appeal has put something right every organ has a corrected row, as its place may have moved with
    /// that of another; in any other month none has.
    private static func corrected(_ month: Assessment) -> [String: Ranking.Row] {
        guard !month.corrections.isEmpty else { return [:] }
        return month.correctedRanking.rows.reduce(into: [:]) { $0[$1.owner.organ] = $1 }
    }

    private static func kept(_ organ: String, _ month: Assessment) -> (ended: Int, kept: Int) {
        let figures = month.figures[FigureOwner(organ: organ)] ?? [:]
        return (figures[.promisedEnded] ?? 0, figures[.promisedKept] ?? 0)
    }

    private static func rate(_ ended: Int, _ kept: Int) -> String {
        guard ended > 0 else { return "" }
        let permille = (kept * 2_000 + ended) / (ended * 2)
        return "\(permille / 10).\(permille % 10)%"
    }
}
