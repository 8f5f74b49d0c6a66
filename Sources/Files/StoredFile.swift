import Foundation
import Storage
import WorkingTime

/// One upload by one person.
public struct StoredFile: Sendable, Hashable {
    /// Its id.
    public let id: Int64
    /// The SHA-256 of its content, in hexadecimal; also where the content lies.
    public let sha256: String
    /// Its size in bytes.
    public let size: Int
    /// Its name, cleaned.
    public let name: String
    /// Its format by its content.
    public let mediaType: MediaType
    /// The account that uploaded it.
    public let ownerID: Int64
    /// The case it belongs to; nil until it is attached to one.
    public let caseNumber: String?
    /// When it was uploaded.
    public let createdAt: Instant
}

/// What an upload is for; it decides which formats are taken.
public enum FilePurpose: Sendable, Hashable {
    /// A material of a case.
    case material
    /// Rows of data to be imported.
    case rows
    /// What is published beside a text: the formats of materials, and plain text and rows.
    case publication
}

/// A file that somebody may read.
public struct ReadableFile: Sendable {
    /// What is known about it.
    public let file: StoredFile
    let contents: any ContentStore

    /// Begins to read its content, wherever that lies. Call it outside of any transaction.
    ///
    /// Throws ``ContentUnavailable`` when the content cannot be had at the moment.
    public func open() async throws -> ContentStream { try await contents.open(file.content) }

    /// A stretch of its content, fewer bytes at the end: for work that goes through a file step by step and may be
    /// broken off. Call it outside of any transaction.
    ///
    /// Throws ``ContentUnavailable`` when the content cannot be had at the moment.
    public func bytes(from offset: Int, count: Int) async throws -> [UInt8] {
        let start = min(max(offset, 0), file.size)
        let end = min(start + max(count, 0), file.size)
        guard start < end else { return [] }
        return try await contents.bytes(start..<end, of: file.content)
    }
}

extension StoredFile {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), sha256: try row.text("sha256"), size: try row.int("size"),
            name: try row.text("name"), mediaType: try row.value("media_type"),
            ownerID: try row.id("owner_id"), caseNumber: try row.optionalText("case_number"),
            createdAt: try row.instant("created_at"))
    }

    var content: Content { Content(sha256: sha256, sizeBytes: size) }
}
