internal import GRDB

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
    /// Another writer held the database too long, or too many writes are waiting.
    case busy
    /// The disk is full.
    case full
    /// The disk or the connection failed, or the file is damaged.
    case io(String)
    /// A column is missing or of another type than asked for; names it.
    case column(String)
    /// A text holds a NUL character.
    case nulByte
    /// A migration that has been applied was changed afterwards; names it.
    case changedMigration(String)
    /// Anything else: as a rule a mistake in a statement.
    case other(String)
}

extension StorageError {
    init(_ error: DatabaseError) {
        let message = error.message ?? error.description
        let subject = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        self =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                .unique(subject)
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_CHECK: .check(subject)
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull(subject)
            case .SQLITE_CONSTRAINT_TRIGGER: .refused(message)
            default: Self.failure(error.resultCode, message)
            }
    }

    private static func failure(_ code: ResultCode, _ message: String) -> StorageError {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .full
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_PERM, .SQLITE_READONLY:
            .io(message)
        default: .other(message)
        }
    }

    /// Any error of the engine as ours.
    init(any error: any Error) {
        self =
            switch error {
            case let error as StorageError: error
            case let error as DatabaseError: StorageError(error)
            default: .other(String(describing: error))
            }
    }

    /// An error as it may leave the seam: the engine's own are translated, those of a rule pass as they are.
    static func mapped(_ error: any Error) -> any Error {
        error is DatabaseError ? StorageError(any: error) : error
    }
}
