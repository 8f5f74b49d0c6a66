import WorkingTime

/// An office within an organ (科室): where posts stand, and what their holders finished belongs.
///
/// Posts and finished steps name an office by its `key`, which never changes; names may.
public struct OrganOffice: Sendable, Hashable, Identifiable {
    /// A name that was given up.
    public struct EarlierName: Sendable, Hashable {
        /// Its last day.
        public let validUntil: CivilDate
        /// The name.
        public let name: String

        /// A name and its last day.
        public init(validUntil: CivilDate, name: String) { (self.validUntil, self.name) = (validUntil, name) }
    }

    /// The stable key: the organ's with a number, for example `scjg-2`.
    public let key: String
    /// The key of the organ it belongs to.
    public let organ: String
    /// Its name, for example `登记许可科`.
    public internal(set) var name: String
    /// Its place among the offices of the organ, from 1.
    public let position: Int
    /// The first day; `nil` for those that were there from the beginning.
    public let validFrom: CivilDate?
    /// The last day; `nil` while no end is set.
    public internal(set) var validUntil: CivilDate?
    /// The names it had before, the oldest first.
    public internal(set) var earlierNames: [EarlierName]

    /// An office as it is registered.
    public init(
        organ: String, position: Int, name: String, validFrom: CivilDate? = nil,
        validUntil: CivilDate? = nil, earlierNames: [EarlierName] = []
    ) {
        key = "\(organ)-\(position)"
        (self.organ, self.position, self.name) = (organ, position, name)
        (self.validFrom, self.validUntil, self.earlierNames) = (validFrom, validUntil, earlierNames)
    }

    /// The key, for lists.
    public var id: String { key }

    /// Whether posts may be placed in it: no end is set.
    public var isOpen: Bool { validUntil == nil }

    /// What it was called on a day; the name now for a day to come.
    public func name(on day: CivilDate) -> String {
        earlierNames.first { day <= $0.validUntil }?.name ?? name
    }
}
