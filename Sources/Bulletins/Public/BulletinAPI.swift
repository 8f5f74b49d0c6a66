import HTTPTypes
import Identity
import Modules
import Storage
import Web
import WorkingTime

/// Published bulletins for programs.
struct BulletinAPI: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(BulletinPath.api, .anyone, "监察通报", api: Self.listing) { request, _ in
                let found = try await database.read {
                    try EditionStore.list(after: request.query("after"), in: $0)
                }
                return try .json(
                    ListDocument(found) { BulletinJSON($0, isWhole: false) })
            },
            .get("\(BulletinPath.api)/{period}", .anyone, "一期监察通报", api: Self.reading) { request, _ in
                let period = try BulletinOffice.period(request)
                let one = try await database.read { try EditionStore.published(period, in: $0) }
                return try .json(BulletinJSON(one, isWhole: true))
            },
        ]
    }

    private static let tag = "监察通报"

    private static let listing = APIOperation(
        id: "listBulletins", tag: tag, parameters: [.query("after", "上一页给出的游标")],
        responses: [200: .page(of: .object(facts))])

    private static let reading = APIOperation(
        id: "readBulletin", tag: tag,
        responses: [
            200: .object(
                facts + [
                    .init(
                        "sections",
                        .list(.object([.init("key", .text), .init("title", .text), .init("text", .text)])),
                        "撤回的没有这一项", optional: true),
                    .init("totals", .map(.integer), "全区的数，按名称；撤回的没有这一项", optional: true),
                    .init(
                        "organs",
                        .list(
                            .object([
                                .init("key", .text), .init("name", .text),
                                .init("points", .number, "不能评价的没有这一项", optional: true),
                                .init("amounts", .map(.integer)), .init("remark", .text),
                            ])), "各部门的数，黄牌、红牌只有已经成立的；撤回的没有这一项", optional: true),
                ])
        ])

    private static let facts: [Schema.Member] = [
        .init("period", .matching("^20[0-9]{2}(-Q[1-4]|-[01][0-9])?$"), "`2026-10`、`2026-Q3`、`2026`"),
        .init("kind", .oneOf(BulletinPeriod.Kind.allCases.map(\.rawValue))), .init("title", .text),
        .init("state", .oneOf(["published", "withdrawn"])), .init("edition", .integer, "大于 1 的更正过"),
        .init("published_at", .formatted("date-time")), .init("digest", .text, "全文和数据（JSON）的 SHA-256"),
        .init("remark", .text, "更正或者撤回的说明", optional: true),
    ]
}

/// A bulletin for programs.
struct BulletinJSON: Encodable, Sendable {
    struct Section: Encodable, Sendable {
        let key: String
        let title: String
        let text: String
    }

    struct Organ: Encodable, Sendable {
        let key: String
        let name: String
        let points: Double?
        let amounts: [String: Int]
        let remark: String
    }

    let period: String
    let kind: String
    let title: String
    let state: String
    let edition: Int
    let published_at: String
    let digest: String
    let remark: String?
    var sections: [Section]?
    var totals: [String: Int]?
    var organs: [Organ]?

    init(_ one: PublishedBulletin, isWhole: Bool) {
        let edition = one.edition
        (period, kind, title) = (edition.period, edition.kind, edition.title)
        (state, digest) = (one.isWithdrawn ? "withdrawn" : "published", one.digest)
        (self.edition, published_at) = (edition.edition, one.publishedAt.rfc3339)
        remark = one.withdrawnRemark ?? edition.remark
        guard isWhole, !one.isWithdrawn else { return }
        sections = edition.sections.map { Section(key: $0.key, title: $0.title, text: $0.text) }
        totals = edition.figures.totals
        organs = edition.figures.organs.map { organ in
            Organ(
                key: organ.key, name: organ.name, points: organ.points.map { Double($0) / 100 },
                amounts: organ.amounts, remark: organ.remark)
        }
    }
}
