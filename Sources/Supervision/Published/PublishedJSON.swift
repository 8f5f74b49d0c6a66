import Web
import WorkingTime

/// A published signal for programs. Of one that was taken back only that it was.
struct PublishedJSON: Encodable, Sendable {
    let id: String
    let raised_on: CivilDate
    let published_at: String
    var organ: String?
    var organ_name: String?
    var kind: String?
    var name: String?
    var level: String?
    var late_days: Int?
    var withdrawn_on: CivilDate?

    init(_ one: PublishedSignal) {
        (id, raised_on, published_at) = (String(one.signalID), one.raisedOn, one.publishedAt.rfc3339)
        guard one.withdrawnOn == nil else {
            withdrawn_on = one.withdrawnOn
            return
        }
        (organ, organ_name, kind) = (one.organ, one.organName, one.kind)
        (name, level, late_days) = (one.ruleName, one.level.rawValue, one.lateDays)
    }

    static let listing = APIOperation(
        id: "listPublishedSignals", tag: "监察", parameters: [.query("after", "上一页给出的游标")],
        responses: [
            200: .page(
                of: .object([
                    .init("id", .text), .init("raised_on", .formatted("date")),
                    .init("published_at", .formatted("date-time")),
                    .init("organ", .text, "撤销以后没有", optional: true),
                    .init("organ_name", .text, "撤销以后没有", optional: true),
                    .init("kind", .text, "种类，撤销以后没有", optional: true),
                    .init("name", .text, "情形，撤销以后没有", optional: true),
                    .init("level", .oneOf(["yellow", "red"]), optional: true),
                    .init("late_days", .integer, "超过期限的天数", optional: true),
                    .init("withdrawn_on", .formatted("date"), "撤销的才有", optional: true),
                ]))
        ])
}

/// A page of a list; `next` is there and null on the last one.
struct PublishedList: Encodable, Sendable {
    let items: [PublishedJSON]
    let next: String?

    private enum CodingKeys: String, CodingKey { case items, next }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}
