import Refusals
import Storage

/// Accounts of the staff that were taken over from an older system, as long as nothing has been built on them.
public enum TakenOverAccounts {
    /// What stands in the way of taking an account away again; `nil` when nothing does, or when it is gone already.
    ///
    /// - Parameter posts: those it was given when it was taken over.
    /// - Throws: `StorageError`.
    public static func obstacle(
        to id: Int64, with posts: Set<Post>, in tx: Transaction
    ) throws -> Sentence? {
        guard let row = try tx.row("SELECT password_hash, temporary_until FROM account WHERE id = \(id)")
        else { return nil }
        let hasOwnPassword =
            try row.text("password_hash") != PasswordHasher.none
            && row.optionalInstant("temporary_until") == nil
        if hasOwnPassword { return "本人已经设置了密码。" }
        if try tx.row("SELECT 1 AS n FROM session WHERE account_id = \(id) LIMIT 1") != nil {
            return "本人已经登录。"
        }
        let held = Set(try Posts.holder(id, in: tx).posts.map(\.post))
        let changes = try PostChangeStore.changes(of: id, in: tx)
        if held != posts || changes.count != posts.count { return "迁入以后岗位又有变动。" }
        let lent = try tx.row(
            """
            SELECT 1 AS n FROM post_delegation WHERE from_account = \(id)
            UNION ALL SELECT 1 FROM post_delegation WHERE to_account = \(id) LIMIT 1
            """)
        return lent == nil ? nil : "已经安排了请假代理。"
    }

    /// Those of some accounts that something has been built on: a look at many, before each is looked at closely.
    ///
    /// - Parameter reason: why they were given the posts they came with.
    /// - Throws: `StorageError`.
    public static func changed(among ids: [Int64], reason: String, in tx: Transaction) throws -> [Int64] {
        guard !ids.isEmpty else { return [] }
        let answers = try tx.rows(
            of: """
                SELECT id FROM account WHERE id IN \(list: ids) AND password_hash <> \(PasswordHasher.none)
                    AND temporary_until IS NULL
                """,
            "SELECT account_id AS id FROM session WHERE account_id IN \(list: ids)",
            """
            SELECT account_id AS id FROM post_change WHERE account_id IN \(list: ids) AND reason <> \(reason)
            """)
        return Set(try answers.joined().map { try $0.id("id") }).sorted()
    }

    /// Takes an account away with the posts it was given; the journal keeps that there was one.
    ///
    /// - Throws: `conflict` when something stands in the way; `StorageError.foreignKey` when another part of the house
    ///   refers to it, for example because it was entered as a clerk of a window.
    public static func remove(_ id: Int64, with posts: Set<Post>, in tx: Transaction) throws {
        try tx.lock("account", id: id)
        if let obstacle = try obstacle(to: id, with: posts, in: tx) { throw DomainError.conflict(obstacle) }
        try tx.execute("DELETE FROM post_change WHERE account_id = \(id)")
        try tx.execute("DELETE FROM account_post WHERE account_id = \(id)")
        try tx.execute("DELETE FROM account WHERE id = \(id)")
    }
}

extension Accounts {
    /// The name of whoever signs in under a login, closed accounts too; `nil` when nobody does.
    ///
    /// - Throws: `StorageError`.
    public static func staffName(of login: String, in tx: Transaction) throws -> String? {
        try tx.row("SELECT display_name FROM account WHERE name = \(LoginName(login).text)")?
            .text("display_name")
    }
}

extension StaffAccounts {
    /// Whether an account can bear this login.
    public static func isPossible(_ login: String) -> Bool { LoginName(login).isPossible }
}

extension Posts {
    /// The posts that somebody was given for a reason.
    ///
    /// - Throws: `StorageError`.
    public static func given(
        to account: Int64, reason: String, in tx: Transaction
    ) throws -> Set<Post> {
        Set(
            try PostChangeStore.changes(of: account, in: tx)
                .filter { $0.kind == .grant && $0.state == .approved && $0.reason == reason }.map(\.post))
    }
}
