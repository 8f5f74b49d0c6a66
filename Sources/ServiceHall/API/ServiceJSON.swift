import Services
import WorkingTime

/// A service as a line of the list.
struct ServiceJSON: Encodable {
    let code: String
    let slug: String
    let name: String
    let summary: String
    let organ: String
    let organ_name: String
    /// 行政许可, 一件事 …
    let kind: String
    let audiences: [Audience]
    let life_events: [String]
    let limits: LimitsJSON
    let joint: Bool
    let version: Int

    init(_ service: PublicService, organs: [String: String]) {
        let item = service.item
        code = service.code
        slug = item.slug
        name = item.name
        summary = item.summary
        organ = item.organ
        organ_name = organs[item.organ] ?? item.organ
        kind = item.typeName
        audiences = item.audiences
        life_events = item.lifeEvents
        limits = LimitsJSON(item.limits)
        joint = item.isJoint
        version = service.version
    }
}

/// Both limits; null says that there is none.
struct LimitsJSON: Encodable {
    private let limits: Limits

    init(_ limits: Limits) { self.limits = limits }

    private enum Key: String, CodingKey { case legal, promised, note }

    func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(limits.legal, forKey: .legal)
        try box.encode(limits.promised, forKey: .promised)
        try box.encodeIfPresent(limits.note, forKey: .note)
    }
}
