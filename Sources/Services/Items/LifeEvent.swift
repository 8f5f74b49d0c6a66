/// A moment in life or business under which people look for services (人生大事).
public struct LifeEvent: Codable, Sendable, Hashable, Identifiable {
    /// The key items refer to, for example `open-business`.
    public let key: String
    /// Its name, for example 开办企业.
    public let name: String
    /// A few words on what is there.
    public let hint: String
    /// Whose event it is.
    public let audiences: [Audience]

    /// The key.
    public var id: String { key }
}
