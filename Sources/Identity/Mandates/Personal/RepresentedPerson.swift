import Storage

/// A person in whose name an account may act today.
public struct RepresentedPerson: Sendable, Hashable {
    /// The registered person.
    public let personID: Int64
    /// The slugs of the services it may apply for in their name; nil for all, and then it sees all their matters.
    public let services: Set<String>?
    /// Whether it is their guardian: the law lets it act whatever the item says (民法典 art. 23).
    public let isGuardian: Bool
    /// Whether a clerk had both in front of them, or saw the papers.
    public let isProven: Bool

    /// A person who is represented.
    public init(personID: Int64, services: Set<String>?, isGuardian: Bool = false, isProven: Bool = false) {
        (self.personID, self.services) = (personID, services)
        (self.isGuardian, self.isProven) = (isGuardian, isProven)
    }

    /// Whether it may apply for a service in their name.
    public func covers(_ service: String) -> Bool { services?.contains(service) ?? true }
}

extension RepresentedPerson {
    private static let prefix = "person:"

    /// How a person stands beside the enterprises an account acts for.
    static func isOne(_ row: Row) throws -> Bool { try row.text("entity_code").hasPrefix(prefix) }

    /// Nil for a row that is an enterprise.
    init?(_ row: Row) throws {
        guard try Self.isOne(row), let id = Int64(try row.text("entity_code").dropFirst(Self.prefix.count))
        else { return nil }
        let basis = try row.text("basis")
        self.init(
            personID: id, services: try row.optionalJSON("services"),
            isGuardian: PersonalMandate.Basis(rawValue: basis).map { $0 != .consent } ?? false,
            isProven: basis != PersonalMandate.Way.account.rawValue
                && basis != PersonalMandate.Way.code.rawValue)
    }
}
