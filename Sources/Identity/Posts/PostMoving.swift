import Storage
import WorkingTime

/// A post that one account holds in one organ and is to hold in another.
public struct PostMove: Sendable, Hashable {
    /// Whose post it is.
    public let accountID: Int64
    /// The post that is left.
    public let post: Post
    /// The key of the organ in which the same role is held from now on.
    public let organ: String

    /// A move.
    public init(accountID: Int64, post: Post, to organ: String) {
        (self.accountID, self.post, self.organ) = (accountID, post, organ)
    }
}

/// A post with its holder, as those see it who move it.
public struct HeldSeat: Sendable, Hashable {
    /// The account.
    public let accountID: Int64
    /// The name typed on signing in.
    public let login: String
    /// The person's name.
    public let name: String
    /// The post.
    public let post: Post
    /// For how long it is held.
    public let term: PostTerm
    /// Whether the account may sign in.
    public let isEnabled: Bool

    /// A post with its holder.
    public init(
        accountID: Int64, login: String, name: String, post: Post, term: PostTerm, isEnabled: Bool = true
    ) {
        (self.accountID, self.login, self.name) = (accountID, login, name)
        (self.post, self.term, self.isEnabled) = (post, term, isEnabled)
    }
}

extension Posts {
    /// Everybody who holds a post in one of these organs, by organ, role and account.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func seats(in organs: Set<String>, in tx: Transaction) throws -> [HeldSeat] {
        try tx.rows(
            """
            SELECT p.account_id, a.name, a.display_name, a.disabled, p.organ, p.role, p.valid_from, p.valid_until
            FROM account_post p JOIN account a ON a.id = p.account_id
            WHERE p.organ IN \(list: organs.sorted()) ORDER BY p.organ, p.role, p.account_id
            """
        ).map(HeldSeat.init)
    }

    /// Moves posts to other organs. It counts with everybody's next request.
    ///
    /// Whoever holds the same role in both organs keeps one post with the longer of both terms. What lends a moved post and
    /// what is asked for it goes along. The office does not: it is the organ's that is left.
    /// - Throws: `StorageError`.
    public static func move(_ moves: [PostMove], in tx: Transaction) throws {
        for move in moves where move.organ != move.post.organ {
            let (account, role) = (move.accountID, move.post.role)
            try tx.execute(
                """
                INSERT INTO account_post (account_id, organ, role, valid_from, valid_until)
                SELECT account_id, \(move.organ), role, valid_from, valid_until FROM account_post
                WHERE account_id = \(account) AND organ = \(move.post.organ) AND role = \(role)
                ON CONFLICT (account_id, organ, role) DO UPDATE SET
                    valid_from = CASE WHEN account_post.valid_from IS NULL OR excluded.valid_from IS NULL THEN NULL
                        WHEN account_post.valid_from < excluded.valid_from THEN account_post.valid_from
                        ELSE excluded.valid_from END,
                    valid_until = CASE WHEN account_post.valid_until IS NULL OR excluded.valid_until IS NULL
                        THEN NULL WHEN account_post.valid_until > excluded.valid_until
                        THEN account_post.valid_until ELSE excluded.valid_until END
                """)
            try tx.execute(
                """
                DELETE FROM account_post
                WHERE account_id = \(account) AND organ = \(move.post.organ) AND role = \(role)
                """)
            try tx.execute(
                """
                UPDATE post_delegation SET organ = \(move.organ)
                WHERE from_account = \(account) AND organ = \(move.post.organ) AND ended_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM account_post p
                        WHERE p.account_id = \(account) AND p.organ = \(move.post.organ))
                """)
            try tx.execute(
                """
                UPDATE post_change SET organ = \(move.organ), office = NULL
                WHERE account_id = \(account) AND organ = \(move.post.organ) AND role = \(role)
                    AND state = 'open'
                """)
        }
    }

    /// What is asked for in an organ that is gone, and what is lent there, belongs to its successor.
    /// - Throws: `StorageError`.
    public static func handOn(_ organ: String, to successor: String, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE post_change SET organ = \(successor), office = NULL WHERE id IN (
                SELECT id FROM post_change WHERE state = 'open' AND organ = \(organ) ORDER BY id LIMIT 10000)
            """)
        try tx.execute(
            "UPDATE post_delegation SET organ = \(successor) WHERE organ = \(organ) AND ended_at IS NULL")
    }
}
