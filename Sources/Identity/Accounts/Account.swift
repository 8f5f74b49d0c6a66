import Government

/// One role in one organ (岗位).
public struct Post: Sendable, Hashable, Codable, Comparable {
    /// The key of the organ, for example `scjg`.
    public let organ: String
    /// What the holder may do there.
    public let role: Role

    /// A post in an organ.
    public init(organ: String, role: Role) {
        self.organ = organ
        self.role = role
    }
}

extension Post {
    /// By organ, then by role.
    public static func < (left: Post, right: Post) -> Bool {
        (left.organ, left.role.rawValue) < (right.organ, right.role.rawValue)
    }
}

/// Somebody who may sign in.
public struct Account: Sendable, Hashable, Identifiable {
    /// Ours, time-ordered.
    public let id: Int64
    /// The name typed on signing in.
    public let name: String
    /// The person's name as others see it.
    public let displayName: String
    /// The registered person behind a citizen's account.
    public let personID: Int64?
    /// How sure it is that it belongs to that person.
    public let assurance: Assurance
    /// The posts it holds today, own and lent; none for a citizen.
    public let posts: [Post]
    /// The posts it holds only because a colleague is away (请假代理), with the colleague's name.
    public let lent: [Post: String]
    /// The offices (科室) in which posts stand, with their keys; a post that stands in none is not there.
    public let offices: [Post: String]
    /// The credit codes of the enterprises it may act for today in everything (法定代表人、企业办事人).
    public let entities: [String]
    /// Those for which it may apply for certain services only, with the slugs of these.
    public let mandates: [String: Set<String>]
    /// The persons in whose name it may act today (代亲友办事、监护).
    public let principals: [RepresentedPerson]
    /// What its posts let it do today.
    public let grants: Grants

    /// An account as the database knows it.
    public init(
        id: Int64, name: String, displayName: String, personID: Int64?, posts: [Post], entities: [String],
        mandates: [String: Set<String>] = [:], lent: [Post: String] = [:], assurance: Assurance = .matched,
        principals: [RepresentedPerson] = [], grants: Grants = .delivered, offices: [Post: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.personID = personID
        self.posts = posts
        self.entities = entities
        self.mandates = mandates
        self.lent = lent
        self.assurance = assurance
        self.principals = principals
        self.grants = grants
        self.offices = offices
    }

    /// Whether the account holds any post in the administration.
    public var isStaff: Bool { !posts.isEmpty }

    /// The enterprises in whose name it may apply for the service with a slug today.
    public func entities(for service: String) -> [String] {
        entities + mandates.filter { $0.value.contains(service) }.keys.sorted()
    }

    /// Every role the account holds; `citizen` when it holds no post.
    public var roles: Set<Role> { isStaff ? Set(posts.map(\.role)) : [.citizen] }
}
