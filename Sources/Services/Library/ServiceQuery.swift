/// What somebody looks for in the library; every condition that is given must hold.
public struct ServiceQuery: Sendable, Hashable {
    /// Words, as typed into the search box.
    public var words: String?
    /// The key of the organ that decides or gives an opinion.
    public var organ: String?
    /// The key of a life event.
    public var lifeEvent: String?
    /// Whom it serves.
    public var audience: Audience?
    /// Only joint services (一件事), or only single ones.
    public var isJoint: Bool?

    /// A query; without conditions it finds everything.
    public init(
        words: String? = nil, organ: String? = nil, lifeEvent: String? = nil, audience: Audience? = nil
    ) {
        self.words = words
        self.organ = organ
        self.lifeEvent = lifeEvent
        self.audience = audience
    }

    /// Whether the item meets the conditions other than the words.
    func admits(_ item: ServiceItem) -> Bool {
        (organ.map { item.organ == $0 || item.coOrgans.contains($0) } ?? true)
            && (lifeEvent.map(item.lifeEvents.contains) ?? true)
            && (audience.map(item.audiences.contains) ?? true)
            && (isJoint.map { item.isJoint == $0 } ?? true)
    }
}
