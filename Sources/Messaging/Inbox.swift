import Refusals
import Storage
import WorkingTime

/// What one account has been told. Nobody reaches another account's messages: the account is part of
/// every query.
public struct Inbox: Sendable {
    private let accountID: Int64

    /// The inbox of an account.
    public init(of accountID: Int64) {
        self.accountID = accountID
    }

    /// One page, newest first; `after` is the text of the page before's cursor.
    /// Throws ``DomainError/malformed(_:)`` for a broken cursor.
    public func messages(
        after cursor: String? = nil, limit: Int = 20, in transaction: Transaction
    ) throws -> Slice<Message> {
        let rows = try transaction.rows(
            """
            SELECT * FROM message WHERE \(mine) \(try older(than: cursor))
            ORDER BY created_at DESC, id DESC LIMIT \(limit + 1)
            """)
        return Slice(fetched: try rows.map(Message.init), size: limit) {
            Cursor(key: $0.createdAt, id: $0.id)
        }
    }

    /// One message; nil when it is not in this inbox.
    public func message(_ id: Int64, in transaction: Transaction) throws -> Message? {
        try transaction.row("SELECT * FROM message WHERE id = \(id) AND \(mine)").map(Message.init)
    }

    /// How many messages are unread; counted on every page, so a hundred stand for all that are more.
    public func unreadCount(in transaction: Transaction) throws -> Int {
        try transaction.count(Self.unread(of: "\(accountID)"))
    }

    /// The question how many are unread, to be asked with others of an account whose id may be a subquery; the answer's
    /// one column is `unread`.
    public static func unread(of account: SQL) -> SQL {
        """
        SELECT count(*) AS unread FROM
            (SELECT 1 FROM message WHERE \(inbox(of: account)) AND read_at IS NULL LIMIT \(countLimit)) AS messages
        """
    }

    private static let countLimit = 100

    /// Marks one message read; the first time counts. Gives the message as it is now.
    /// Throws ``DomainError/notFound(_:)`` when it is not in this inbox.
    @discardableResult
    public func markRead(_ id: Int64, at instant: Instant, in transaction: Transaction) throws -> Message {
        let row = try transaction.row(
            """
            UPDATE message SET read_at = coalesce(read_at, \(instant)) WHERE id = \(id) AND \(mine)
            RETURNING *
            """)
        guard let row else { throw DomainError.notFound("没有找到这条消息。") }
        return try Message(row)
    }

    /// Marks read whatever is unread about one subject, as when the person opens the case itself, or about
    /// everything. Tells how many.
    @discardableResult
    public func markAllRead(
        about subject: String? = nil, at instant: Instant, in transaction: Transaction
    ) throws -> Int {
        let about: SQL = if let subject { "AND subject = \(subject)" } else { "" }
        return try transaction.execute(
            "UPDATE message SET read_at = \(instant) WHERE \(mine) AND read_at IS NULL \(about)")
    }

    /// Deletes what was told about one subject. Throws `StorageError`.
    public func forget(about subject: String, in transaction: Transaction) throws {
        try transaction.execute(
            "DELETE FROM message WHERE account_id = \(accountID) AND subject = \(subject)")
    }

    private var mine: SQL { Self.inbox(of: "\(accountID)") }

    private static func inbox(of account: SQL) -> SQL {
        "account_id = \(account) AND channel = \(Message.Channel.inSite)"
    }

    private func older(than text: String?) throws -> SQL {
        guard let text else { return "" }
        let cursor = try Cursor(text)
        return "AND (created_at, id) < (\(try cursor.numericKey), \(cursor.id))"
    }
}
