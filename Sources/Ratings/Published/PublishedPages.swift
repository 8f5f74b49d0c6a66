import CSV
import Government
import Identity
import Storage
import Web
import WorkingTime

/// What is published of the ratings: for each organ and item, everything that was said and nothing that was not.
struct PublishedPages: Sendable {
    let database: Database
    let directory: Directory

    var routes: [Route] {
        [
            .get(RatingPath.published, .anyone, "服务评价") { request, _ in
                let (figures, first) = try await figures(request.now)
                return .page(PublishedPage(figures: figures, since: first, names: try await names()).page)
            },
            .get(RatingPath.file, .anyone, "服务评价（CSV）") { request, _ in
                let names = try await names()
                let lines = try await figures(request.now).0.map { figure in
                    CSVLine.text(
                        [names[figure.organ] ?? figure.organ, figure.item]
                            + figure.grades.map(String.init) + [String(figure.total), figure.percentText])
                }
                let head = CSVLine.text(["部门", "事项", "非常满意", "满意", "基本满意", "不满意", "非常不满意", "合计", "好评率"])
                return .bytes(
                    Array((CSVLine.mark + ([head] + lines).joined()).utf8),
                    contentType: "text/csv; charset=utf-8")
            },
        ]
    }

    /// The last twelve months, the present one among them.
    func figures(_ now: Instant) async throws -> ([RatingFigure], String) {
        let first = String(now.day.adding(days: -334).iso.prefix(7))
        let figures = try await database.read { try FigureStore.figures(since: first, in: $0) }
        return (figures, first)
    }

    func names() async throws -> [String: String] {
        Dictionary(try await directory.everyOrgan().map { ($0.key, $0.name) }) { first, _ in first }
    }
}

/// How often each grade was given for an item of an organ.
struct RatingFigure: Sendable, Hashable {
    let organ: String
    let item: String
    /// Best first.
    let grades: [Int]

    var total: Int { grades.reduce(0, +) }
    /// How many of those who rated were satisfied (the first three grades), in percent. Nobody who said nothing counts.
    var percent: Int { total == 0 ? 0 : grades.prefix(3).reduce(0, +) * 100 / total }
    var percentText: String { "\(percent)%" }
}

/// The sums of months.
enum FigureStore {
    static let limit = 5_000

    static func figures(since month: String, in tx: Transaction) throws -> [RatingFigure] {
        let rows = try tx.rows(
            """
            SELECT organ, item, grade, CAST(sum(ratings) AS BIGINT) AS ratings FROM rating_figure
            WHERE month >= \(month) GROUP BY organ, item, grade ORDER BY organ, item, grade LIMIT \(limit)
            """)
        var figures: [RatingFigure] = []
        for row in rows {
            let (organ, item) = (try row.text("organ"), try row.text("item"))
            var grades = [0, 0, 0, 0, 0]
            if let last = figures.last, last.organ == organ, last.item == item {
                grades = last.grades
                figures.removeLast()
            }
            grades[5 - (try row.int("grade"))] = try row.int("ratings")
            figures.append(RatingFigure(organ: organ, item: item, grades: grades))
        }
        return figures.filter { $0.total > 0 }
    }
}
