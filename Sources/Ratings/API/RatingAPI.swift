import Cases
import Government
import HTTPTypes
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Ratings for programs: a device at a window, the hotline's system, another portal. A matter is rated at
/// `/api/v1/cases/{number}/rating`; here is a visit, by its code, and what is published.
struct RatingAPI: Sendable {
    static let figures = "/api/v1/ratings"
    static let visit = "/api/v1/visits/{code}/rating"

    let visits: VisitPages
    let published: PublishedPages

    var routes: [Route] {
        [
            .get(Self.figures, .anyone, "服务评价", api: RatingSchemas.figures) { request, _ in
                let figures = try await published.figures(request.now).0
                let names = try await published.names()
                let items = figures.map { FigureJSON($0, names[$0.organ] ?? $0.organ) }
                return try .json(FigureListJSON(items: items))
            },
            .post(Self.visit, .anyone, journal: "rating.given", "凭评价码评价", api: RatingSchemas.rate) {
                request, _ in
                let entry = try await request.json(VisitRatingJSON.self)
                try await visits.rate(
                    request, entry.grade, reasons: entry.reasons ?? [], words: entry.words ?? "",
                    channel: "api")
                return .noContent
            },
        ]
    }
}

/// What a program says of a visit.
struct VisitRatingJSON: Codable, Sendable {
    let grade: Int
    let reasons: [String]?
    let words: String?
}

/// How often each grade was given for an item of an organ.
struct FigureJSON: Encodable, Sendable {
    let organ: String
    let organ_name: String
    let item: String
    let grades: [Int]
    let total: Int
    let satisfied_percent: Int

    init(_ figure: RatingFigure, _ name: String) {
        (organ, organ_name, item) = (figure.organ, name, figure.item)
        (grades, total, satisfied_percent) = (figure.grades, figure.total, figure.percent)
    }
}

/// All figures at once: there are as many as items.
struct FigureListJSON: Encodable, Sendable {
    let items: [FigureJSON]
}

/// How the API document describes ratings.
enum RatingSchemas {
    private static let tag = "评价"

    static let figures = APIOperation(
        id: "listRatings", tag: tag,
        responses: [
            200: .object([
                .init(
                    "items",
                    .list(
                        .object([
                            .init("organ", .text), .init("organ_name", .text), .init("item", .text, "事项名称"),
                            .init("grades", .list(.integer), "从非常满意到非常不满意五档各多少次，近十二个月"),
                            .init("total", .integer),
                            .init("satisfied_percent", .integer, "前三档占评价的百分比；没有评价的不计入"),
                        ])))
            ])
        ])

    static let rate = APIOperation(
        id: "rateVisit", tag: tag,
        body: .json(
            .object([
                .init("grade", .whole(1...5), "5 非常满意，1 非常不满意"),
                .init(
                    "reasons", .nullable(.list(.oneOf(Rating.reasons.map(\.code)))), "勾选的原因", optional: true),
                .init("words", .nullable(.words(0...500)), optional: true),
            ])),
        responses: [204: nil])
}
