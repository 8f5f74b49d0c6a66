import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Scores for programs: read only, by the rules of the pages.
struct PerformanceAPI: Sendable {
    let office: PerformanceOffice

    static let path = "/api/v1/performance"
    private static let page = 50

    var routes: [Route] {
        [
            .get(
                "\(Self.path)/periods", .may(.readPerformance, .readOwnPerformance), "核定过的各期绩效",
                api: Self.periods
            ) { request, _ in
                let lines = try await office.database.read {
                    try PeriodStore.lines(after: request.query("after"), in: $0)
                }
                return try .json(ListDocument(lines) { PeriodDocument($0) }).header(
                    "Cache-Control", "no-store")
            },
            .get(
                "\(Self.path)/{period}/scores", .may(.readPerformance, .readOwnPerformance), "一期各部门的得分",
                api: Self.list
            ) { request, officer in
                let assessment = try await office.assessment(try PerformanceOffice.period(request))
                let seen = try await office.organs(officer, on: request.now.day)
                let slice = try Self.slice(assessment, seen, after: request.query("after"))
                let scores = ScoreReading(assessment)
                return try .json(ListDocument(slice) { scores.document($0) }).header(
                    "Cache-Control", "no-store")
            },
            .get(
                "\(Self.path)/{period}/scores/{organ}", .may(.readPerformance, .readOwnPerformance),
                "一期一个部门的得分", api: Self.read
            ) { request, officer in
                let organ = try await office.organ(request, officer)
                let assessment = try await office.assessment(try PerformanceOffice.period(request))
                guard assessment.organs.contains(where: { $0.key == organ }) else {
                    throw DomainError.notFound(PerformanceOffice.noOrgan)
                }
                var document = ScoreReading(assessment).document(organ)
                document.indicators = assessment.score(organ).lines.map(ScoreDocument.Line.init)
                return try .json(document).header("Cache-Control", "no-store")
            },
        ] + officeRoutes
    }

    /// The organs that have points, by their keys: an order that stays while points change.
    private static func slice(_ assessment: Assessment, _ organs: Set<String>?, after cursor: String?) throws
        -> Slice<String>
    {
        let from = try cursor.map { try Cursor($0).key } ?? ""
        let keys = assessment.ranking.rows.map(\.owner.organ)
            .filter { $0 > from && organs?.contains($0) ?? true }.sorted()
        return Slice(fetched: Array(keys.prefix(page + 1)), size: page) { Cursor(key: $0, id: 0) }
    }

    private static let periods = APIOperation(
        id: "listPerformancePeriods", tag: "绩效", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: PeriodDocument.schema)])

    private static let list = APIOperation(
        id: "listPerformanceScores", tag: "绩效", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: ScoreDocument.schema)])

    private static let read = APIOperation(
        id: "readPerformanceScore", tag: "绩效", responses: [200: ScoreDocument.schema])
}
