import Foundation
import NIOCore
import Refusals
import Storage
import WorkingTime

/// Keeps what people upload: contents in a folder under their hash, everything else in `file_object`.
public struct FileStore: Sendable {
    /// How large one file may be: 20 MB.
    public static let defaultLimitBytes = 20 << 20

    /// How much one account may have uploaded without submitting it: 1 GB.
    static let unattachedLimitBytes = 1 << 30

    /// How large one file may be here, in bytes.
    public let limitBytes: Int
    let folder: ContentFolder
    let database: Database

    /// Opens or creates a store. Throws when the folder cannot be made or is not writable.
    public init(root: URL, database: Database, limitBytes: Int = FileStore.defaultLimitBytes) throws {
        self.folder = try ContentFolder(root: root)
        self.database = database
        self.limitBytes = limitBytes
    }

    /// Takes an upload in. It belongs to its owner alone until it is attached to a case.
    ///
    /// Throws ``DomainError/tooLarge(_:)`` past the limit, ``DomainError/invalid(_:)`` for an empty content, a
    /// format that may not be uploaded or a misleading name, and whatever the chunks throw; nothing stays then.
    public func receive<S: AsyncSequence>(
        name rawName: String, chunks: S, owner: Int64, now: Instant
    ) async throws -> StoredFile where S.Element == ByteBuffer {
        let name = try FileName(rawName)
        try await database.read { try Self.checkRoom(of: owner, in: $0) }
        var incoming = try Incoming(at: folder.incoming.appending(path: UUID().uuidString))
        defer { incoming.discard() }
        try await incoming.take(chunks, limitBytes: limitBytes)
        let type = try ContentSniffing.mediaType(of: incoming.path, named: name)
        let file = StoredFile(
            id: database.ids.next(), sha256: incoming.sha256, size: incoming.size, name: name.text,
            mediaType: type, ownerID: owner, caseNumber: nil, createdAt: now)
        // The row comes first: a removal under way sees it and puts an equal content back.
        try await database.write { try Self.insert(file, in: $0) }
        try folder.keep(incoming.path, as: file.sha256)
        return file
    }

    /// Nobody may fill the disk with uploads that are part of nothing.
    ///
    /// Throws ``DomainError/conflict(_:)`` while their uploads that belong to no case take up too much.
    private static func checkRoom(of owner: Int64, in transaction: Transaction) throws {
        let used = try transaction.count(
            """
            SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM file_object
            WHERE owner_id = \(owner) AND case_number IS NULL
            """)
        guard used < unattachedLimitBytes else {
            throw DomainError.conflict("您上传后还没有提交的文件已超过 1 GB，请先提交申请；没有用到的文件两天后自动清除。")
        }
    }

    private static func insert(_ file: StoredFile, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO file_object (id, sha256, size, name, media_type, owner_id, created_at)
            VALUES (\(file.id), \(file.sha256), \(file.size), \(file.name), \(file.mediaType), \(file.ownerID),
                \(file.createdAt))
            """)
    }
}
