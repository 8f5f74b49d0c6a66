/// Who acts, as rules see it and as the journal keeps it: a person with the roles and the way they came by.
public struct Actor: Codable, Sendable, Hashable {
    /// The account; 0 for the system itself.
    public let accountID: Int64
    /// The name as people know it.
    public let name: String
    /// The key of the organ for which they act; nil for residents and the system.
    public let organ: String?
    /// The roles they hold while acting.
    public let roles: [String]
    /// How they came: `page`, `api`, `counter`, `system`.
    public let channel: String
    /// The network address they came from; empty for the system.
    public let address: String
    /// The registered persons in whose name they may act today (代亲友办事、监护); nil for whoever acts for nobody.
    public let represents: Set<Int64>?
    /// The offices (科室) in which they hold their roles, by role; nil where they stand in none.
    public let offices: [String: String]?

    /// An actor as the signed-in context knows them.
    public init(
        accountID: Int64, name: String, organ: String? = nil, roles: [String] = [], channel: String,
        address: String, represents: Set<Int64>? = nil, offices: [String: String]? = nil
    ) {
        self.accountID = accountID
        self.name = name
        self.organ = organ
        self.roles = roles
        self.channel = channel
        self.address = address
        self.represents = represents
        self.offices = offices
    }

    /// The same person as they act in somebody else's name: whoever reads the journal sees for whom.
    public func acting(for name: String) -> Actor {
        Actor(
            accountID: accountID, name: "\(self.name)（代\(name)）", organ: organ, roles: roles,
            channel: channel,
            address: address, represents: represents, offices: offices)
    }

    /// The system itself: clocks that run out, recurring work.
    public static let system = Actor(accountID: 0, name: "系统", channel: "system", address: "")
}
