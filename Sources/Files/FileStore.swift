import Foundation
import NIOCore
import Refusals
import Storage
import WorkingTime

/// Keeps what people upload: contents in a store under their hash, everything else in `file_object`.
public struct FileStore: Sendable {
    /// How large one file may be: 20 MB.
    public static let defaultLimitBytes = 20 << 20

    /// How much one account may have uploaded without submitting it: 1 GB.
    static let unattachedLimitBytes = 1 << 30

    /// How large one file may be here, in bytes.
    public let limitBytes: Int
    let contents: any ContentStore
    /// Where uploads are until they are complete, on this machine.
    let incoming: URL
    let database: Database

    /// Takes an upload in. It belongs to its owner alone until it is attached to a case.
    ///
    /// Throws ``DomainError/tooLarge(_:)`` past the limit, ``DomainError/invalid(_:)`` for an empty content, a
    /// format that may not be uploaded or a misleading name, ``ContentUnavailable`` when the store is out of
    /// reach, and whatever the chunks throw; nothing stays then.
    public func receive<S: AsyncSequence>(
        name rawName: String, chunks: S, for purpose: FilePurpose = .material, owner: Int64, now: Instant
    ) async throws -> StoredFile where S.Element == ByteBuffer {
        let name = try FileName(rawName)
        try await database.read { try Self.checkRoom(of: owner, in: $0) }
        var upload = try Incoming(at: incoming.appending(path: UUID().uuidString))
        defer { upload.discard() }
        try await upload.take(chunks, limitBytes: limitBytes)
        let type = try ContentSniffing.mediaType(of: upload.path, named: name, for: purpose)
        let file = StoredFile(
            id: database.ids.next(), sha256: upload.sha256, size: upload.size, name: name.text,
            mediaType: type, ownerID: owner, caseNumber: nil, createdAt: now)
        // The row comes first: a removal under way sees it and puts an equal content back.
        try await database.write { try Self.insert(file, in: $0) }
        try await keep(upload.path, as: file)
        return file
    }

    /// A content that could not be kept may be there all the same, when only the answer was lost: the row goes,
    /// and a removal is noted in its place.
    private func keep(_ upload: URL, as file: StoredFile) async throws {
        do { try await contents.keep(upload, as: file.content) } catch {
            try await database.write { transaction in
                try transaction.execute("DELETE FROM file_object WHERE id = \(file.id)")
                _ = try Removal.note(file.sha256, at: file.createdAt, in: transaction)
            }
            throw error
        }
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
