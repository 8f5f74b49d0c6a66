import Storage
import WorkingTime

/// Somebody who works in an organ, as colleagues see them.
public struct OrganMember: Sendable, Hashable, Identifiable {
    /// The account.
    public let id: Int64
    /// The person's name.
    public let name: String
    /// The organ in which they hold the roles.
    public let organ: String
    /// The roles they hold there.
    public let roles: Set<Role>

    /// A member of an organ.
    public init(id: Int64, name: String, organ: String, roles: Set<Role>) {
        self.id = id
        self.name = name
        self.organ = organ
        self.roles = roles
    }
}

/// Questions about accounts that other parts of the house may ask.
public enum Accounts {
    /// The account with this login name and what it may do on a day, or `nil`.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func account(named name: String, on day: CivilDate, in transaction: Transaction) throws
        -> Account?
    {
        let row = try transaction.row("SELECT id FROM account WHERE name = \(name)")
        return try row.flatMap { try AccountStore.account($0.id("id"), on: day, in: transaction) }
    }

    /// The account with this id and what it may do on a day, or `nil` when there is none or it is disabled.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func account(_ id: Int64, on day: CivilDate, in transaction: Transaction) throws -> Account?
    {
        try AccountStore.account(id, on: day, in: transaction)
    }

    /// The account with which a registered person signs in, the oldest when there are several; `nil` when they
    /// have none or it is disabled.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func accountID(ofPerson id: Int64, in transaction: Transaction) throws -> Int64? {
        try transaction.row(
            "SELECT id FROM account WHERE person_id = \(id) AND disabled = 0 ORDER BY id LIMIT 1"
        )?.id("id")
    }

    /// Everybody who holds a role on a day and may sign in, in whatever body: supervisors sit outside the government.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func holders(
        of role: Role, on day: CivilDate, in transaction: Transaction
    ) throws -> [OrganMember] {
        try transaction.rows(
            """
            SELECT a.id, a.display_name, h.organ FROM account_post h JOIN account a ON a.id = h.account_id
            WHERE h.role = \(role) AND \(AccountStore.valid("h.", on: day)) AND a.disabled = 0
            ORDER BY h.account_id LIMIT 200
            """
        ).map { row in
            OrganMember(
                id: try row.id("id"), name: try row.text("display_name"), organ: try row.text("organ"),
                roles: [role])
        }
    }

    /// Everybody who holds a post in an organ on a day and may sign in, by name; a deputy counts for the post
    /// of whoever is away.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func members(
        of organ: String, on day: CivilDate, in transaction: Transaction
    ) throws -> [OrganMember] {
        try members(ofEach: [organ], on: day, in: transaction)[organ] ?? []
    }

    /// The same of several organs at once, by organ; those where nobody is are left out.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func members(
        ofEach organs: [String], on day: CivilDate, in transaction: Transaction
    ) throws -> [String: [OrganMember]] {
        let rows = try transaction.rows(
            """
            SELECT a.id, a.display_name, h.organ, h.role
            FROM (\(AccountStore.holders(of: organs, on: day))) h JOIN account a ON a.id = h.account_id
            WHERE a.disabled = 0 ORDER BY a.display_name, a.id, h.role
            """)
        return try Dictionary(grouping: rows) { try $0.text("organ") }.mapValues(members)
    }

    /// The rows of one organ, by person.
    private static func members(_ rows: [Row]) throws -> [OrganMember] {
        try rows.reduce(into: []) { members, row in
            let (id, role) = (try row.id("id"), try row.value("role", as: Role.self))
            guard let last = members.last, last.id == id else {
                let (name, organ) = (try row.text("display_name"), try row.text("organ"))
                return members.append(OrganMember(id: id, name: name, organ: organ, roles: [role]))
            }
            members[members.count - 1] = OrganMember(
                id: id, name: last.name, organ: last.organ, roles: last.roles.union([role]))
        }
    }
}
