/// People who look for what concerns them (人群): all persons, all enterprises, or some of them.
public struct AudienceGroup: Decodable, Sendable, Hashable, Identifiable {
    /// The key contents refer to, for example `elderly`.
    public let key: String
    /// Its name, for example 老年人.
    public let name: String
    /// A few words on what is there.
    public let hint: String
    /// Whom its services serve; nil for a group that has no services of its own, only what is published for it.
    public let audience: Audience?
    /// The life events its services belong to; nil for all.
    public let lifeEvents: [String]?

    /// The key.
    public var id: String { key }

    private enum CodingKeys: String, CodingKey {
        case key, name, hint, audience
        case lifeEvents = "life_events"
    }

    /// Whether an item is one of theirs.
    public func admits(_ item: ServiceItem) -> Bool {
        guard let audience, item.audiences.contains(audience) else { return false }
        return lifeEvents.map { !Set($0).isDisjoint(with: item.lifeEvents) } ?? true
    }
}

/// Where everything about a life event or a group of people stands, written once.
public enum ThemePath {
    /// All life events.
    public static let lifeEvents = "/life-events"
    /// All groups.
    public static let audiences = "/audiences"

    /// One life event.
    public static func lifeEvent(_ key: String) -> String { "\(lifeEvents)/\(key)" }
    /// One group.
    public static func audience(_ key: String) -> String { "\(audiences)/\(key)" }
}
