internal import GRDB

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
        case .SQLITE_INTERRUPT: .timeout
        case .SQLITE_READONLY: .readOnly
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(message)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM: .io(message)
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
