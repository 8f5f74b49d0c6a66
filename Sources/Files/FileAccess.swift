import Refusals
import Storage

/// On what ground somebody may reach a file.
public enum FileAccess: Sendable, Hashable {
    /// They uploaded it.
    case owner(accountID: Int64)
    /// They may see the case it is attached to; the caller has checked that.
    case caseFile(number: String)

    var condition: SQL {
        switch self {
        case .owner(let accountID): "owner_id = \(accountID)"
        case .caseFile(let number): "case_number = \(number)"
        }
    }
}

extension FileStore {
    private static let missing = DomainError.notFound("没有找到这个文件。")

    /// A file, to be read. Throws ``DomainError/notFound(_:)`` when it does not exist or this person may not see
    /// it.
    public func file(_ id: Int64, for access: FileAccess, in transaction: Transaction) throws -> ReadableFile
    {
        let row = try transaction.row("SELECT * FROM file_object WHERE id = \(id) AND \(access.condition)")
        guard let row else { throw Self.missing }
        return ReadableFile(file: try StoredFile(row), contents: contents)
    }

    /// The files of a case, oldest first.
    public func files(ofCase number: String, in transaction: Transaction) throws -> [StoredFile] {
        try transaction.rows("SELECT * FROM file_object WHERE case_number = \(number) ORDER BY id")
            .map(StoredFile.init)
    }

    /// Attaches an upload to a case, in the transaction of the change that needs it. Again is harmless.
    ///
    /// Throws ``DomainError/notFound(_:)`` for a file that is not the owner's, ``DomainError/conflict(_:)``
    /// for one that belongs to another case.
    public func attach(
        _ id: Int64, toCase number: String, owner: Int64, in transaction: Transaction
    ) throws {
        try transaction.require(
            """
            UPDATE file_object SET case_number = \(number)
            WHERE id = \(id) AND owner_id = \(owner) AND (case_number IS NULL OR case_number = \(number))
            RETURNING id
            """
        ) {
            let file = try file(id, for: .owner(accountID: owner), in: transaction).file
            throw DomainError.conflict("文件“\(file.name)”已用于另一件办件，请重新上传一份。")
        }
    }
}
