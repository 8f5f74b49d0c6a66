import Files
import Foundation
import Refusals
import Web
import WorkingTime

/// One posting of the 补正 form: files as they arrived, files kept from an earlier try, and the note.
struct EvidenceUpload: Sendable {
    /// A file that has been received, by the material it stands for.
    struct Received: Sendable, Hashable {
        let requirement: String
        let fileID: Int64
        let name: String
    }

    private static let filePrefix = "materials."
    private static let keptPrefix = "kept."

    private(set) var received: [Received] = []
    /// Ids of files received in an earlier try, by the material they stand for.
    private(set) var kept: [(requirement: String, fileID: Int64)] = []
    private(set) var note = ""
    private(set) var errors: [FieldError] = []

    static func fieldName(_ requirement: String) -> String { filePrefix + requirement }
    static func keptName(_ requirement: String) -> String { keptPrefix + requirement }

    /// Reads the form while it arrives; a file that cannot be taken is told at its field, the others stay.
    ///
    /// - Throws: `malformed` for a broken body, `tooLarge` when all files together are too large.
    static func read(
        _ reader: MultipartReader, into files: FileStore, owner: Int64, now: Instant
    ) async throws -> EvidenceUpload {
        var upload = EvidenceUpload()
        while let part = try await reader.nextPart() {
            try await upload.take(part, into: files, owner: owner, now: now)
        }
        return upload
    }

    private mutating func take(
        _ part: Part, into files: FileStore, owner: Int64, now: Instant
    ) async throws {
        if part.name == "note" {
            note = try await part.text()
        } else if part.name.hasPrefix(Self.keptPrefix), let id = Int64(try await part.text(limitBytes: 32)) {
            kept.append((String(part.name.dropFirst(Self.keptPrefix.count)), id))
        } else if part.name.hasPrefix(Self.filePrefix), let name = part.filename, !name.isEmpty {
            let requirement = String(part.name.dropFirst(Self.filePrefix.count))
            await receive(part, named: name, for: requirement, into: files, owner: owner, now: now)
        }
    }

    private mutating func receive(
        _ part: Part, named name: String, for requirement: String, into files: FileStore, owner: Int64,
        now: Instant
    ) async {
        do {
            let file = try await files.receive(name: name, chunks: part.chunks, owner: owner, now: now)
            received.append(Received(requirement: requirement, fileID: file.id, name: file.name))
        } catch {
            let refusal = (error as? DomainError)?.sentence ?? (error as? any TemporaryFailure)?.sentence
            let sentence = refusal ?? "文件没有收完整，请重新上传。"
            errors.append(FieldError(part.name, sentence))
        }
    }

    /// The materials something was sent for, taken or not: nothing more is to be said about them.
    var answered: Set<String> {
        let refused = errors.map { String($0.field.dropFirst(Self.filePrefix.count)) }
        return Set(received.map(\.requirement) + refused)
    }

    /// The same upload with files of an earlier try that nothing replaces.
    mutating func add(_ earlier: [Received]) {
        let replaced = Set(received.map(\.requirement))
        received += earlier.filter { !replaced.contains($0.requirement) }
    }
}
