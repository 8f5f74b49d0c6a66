import WorkingTime

/// An application that was begun and not submitted, as a way back into it.
public struct DraftLink: Sendable, Hashable {
    /// The name of the service.
    public let name: String
    /// The page on which to go on.
    public let href: String
    /// When it was last saved.
    public let savedAt: Instant

    /// A way back into an application.
    public init(name: String, href: String, savedAt: Instant) {
        self.name = name
        self.href = href
        self.savedAt = savedAt
    }
}
