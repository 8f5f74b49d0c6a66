import Refusals
import Storage
import WorkingTime

/// An account of the staff, as a directory of staff knows it.
public struct StaffAccount: Sendable, Hashable, Identifiable {
    /// Ours, time-ordered.
    public let id: Int64
    /// The name typed on signing in.
    public let name: String
    /// The person's name as others see it.
    public let displayName: String
    /// Whether it may sign in.
    public let isActive: Bool
    /// Since when there is such an account.
    public let createdAt: Instant
}

/// Accounts of the staff for directories that keep them (SCIM). The three administrators are not among them, nor are
/// citizens: to whoever asks here neither exists.
public enum StaffAccounts {
    /// The account with an id, or `nil`.
    /// - Throws: `StorageError`, as everything here.
    public static func account(_ id: Int64, in tx: Transaction) throws -> StaffAccount? {
        try tx.row("SELECT \(columns) FROM account WHERE id = \(id) AND \(visible)").map(StaffAccount.init)
    }

    /// The account that is signed in to by a name, or `nil`.
    public static func account(named name: String, in tx: Transaction) throws -> StaffAccount? {
        try tx.row("SELECT \(columns) FROM account WHERE name = \(LoginName(name).text) AND \(visible)")
            .map(StaffAccount.init)
    }

    /// Accounts by name: at most `limit` of those after a name.
    public static func accounts(after name: String, limit: Int, in tx: Transaction) throws -> [StaffAccount] {
        try tx.rows(
            "SELECT \(columns) FROM account WHERE name > \(name) AND \(visible) ORDER BY name LIMIT \(limit)"
        ).map(StaffAccount.init)
    }

    /// An account without a post and without a password: its owner signs in with a one-time password from an administrator.
    ///
    /// - Throws: `DomainError.invalid` for a name no one could type, `.conflict` for one that anybody has, or has had.
    public static func open(
        _ name: String, displayName: String, isActive: Bool, at now: Instant, in tx: Transaction
    ) throws -> Int64 {
        let new = NewAccount(name: LoginName(name).text, displayName: displayName)
        let id = try AccountStore.insert(new, passwordHash: PasswordHasher.none, at: now, in: tx)
        if !isActive { try tx.execute("UPDATE account SET disabled = 1 WHERE id = \(id)") }
        return id
    }

    /// Changes what a directory may say of an account. One that may no longer sign in is signed out everywhere.
    ///
    /// - Throws: `DomainError.invalid` for a name no one could type, `.conflict` for one in use.
    public static func change(
        _ account: StaffAccount, name: String, displayName: String, isActive: Bool, in tx: Transaction
    ) throws {
        let login = LoginName(name)
        if login.text != account.name { try AccountStore.requireFree(login, in: tx) }
        try tx.execute(
            """
            UPDATE account SET name = \(login.text), display_name = \(displayName), disabled = \(!isActive)
            WHERE id = \(account.id)
            """)
        if !isActive { _ = try SessionStore.deleteAll(of: account.id, except: nil, in: tx) }
    }

    private static var columns: SQL { "id, name, display_name, disabled, created_at" }

    private static var visible: SQL {
        """
        person_id IS NULL AND NOT EXISTS (SELECT 1 FROM account_post p
            WHERE p.account_id = account.id AND p.role IN \(list: Role.administrators.map(\.rawValue).sorted()))
        """
    }
}

extension StaffAccount {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), name: try row.text("name"), displayName: try row.text("display_name"),
            isActive: try row.int("disabled") == 0, createdAt: try row.instant("created_at"))
    }
}
