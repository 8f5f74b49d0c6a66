/// Why the database refused or failed, the same for every engine. The texts are for the log, not for people.
public enum StorageError: Error, Sendable, Hashable {
    /// A row with this key is already there; names the columns or the index.
    case unique(String)
    /// A row that is referred to is missing, or one that is referred to would go.
    case foreignKey
    /// A CHECK does not hold; names it.
    case check(String)
    /// A NOT NULL column got no value; names it.
    case notNull(String)
    /// A trigger refused the change, in its own words.
    case refused(String)
    /// Another writer held the database or a row too long, or too many writes are waiting.
    case busy
    /// Another transaction was in the way, and was again after several tries.
    case serialization
    /// A statement took longer than it may.
    case timeout
    /// The disk is full.
    case full
    /// The disk failed.
    case io(String)
    /// The file or the server lets nothing be changed.
    case readOnly
    /// The file is damaged or is no database.
    case damaged(String)
    /// The server cannot be reached, or the connection broke. A change under way may have been made or not.
    case unreachable(String)
    /// A column is missing or of another type than asked for; names it.
    case column(String)
    /// A row that was required is not there: what a write was prepared from has changed since.
    case outdated
    /// Something was asked while a write was prepared.
    case unanswered
    /// A text holds a NUL character.
    case nulByte
    /// A migration that has been applied was changed afterwards; names it.
    case changedMigration(String)
    /// Anything else: as a rule a mistake in a statement.
    case other(String)
}

extension StorageError {
    /// Whether the same transaction may succeed when it is simply run again.
    var isPassing: Bool {
        switch self {
        case .serialization, .unreachable: true
        default: false
        }
    }

    /// Whether the server is there and well, and only has no connection left for us.
    public var isOutOfConnections: Bool {
        guard case .unreachable(let words) = self else { return false }
        return words.contains(/too many (clients|connections)|connection slots/)
    }

    /// Whether the engine itself is in trouble, so that trying again at once would only hurt: after a failed
    /// fsync, a second one may report success for pages that never reached the disk.
    var isEngineFailure: Bool {
        switch self {
        case .full, .io, .readOnly, .damaged, .unreachable: true
        default: false
        }
    }
}
