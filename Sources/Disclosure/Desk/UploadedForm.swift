import Files
import Refusals
import Web
import WorkingTime

/// A form with files: what was entered, and what was received for which field.
struct UploadedForm: Sendable {
    private(set) var pairs: [(name: String, value: String)] = []
    private(set) var files: [String: StoredFile] = [:]
    private(set) var errors: [FieldError] = []

    /// What was entered.
    var form: FormData { FormData(pairs) }

    /// Reads the form while it arrives; a file that cannot be taken is told at its field, the others stay.
    ///
    /// - Throws: `malformed` for a broken body, `tooLarge` when all of it is too large.
    static func read(
        _ request: WebRequest, into files: FileStore, owner: Int64
    ) async throws -> UploadedForm {
        var upload = UploadedForm()
        let reader = try await request.multipart(limitBytes: files.limitBytes * mostFiles)
        while let part = try await reader.nextPart() {
            guard let name = part.filename else {
                upload.pairs.append((part.name, try await part.text()))
                continue
            }
            guard !name.isEmpty, upload.files.count < mostFiles else { continue }
            do {
                upload.files[part.name] = try await files.receive(
                    name: name, chunks: part.chunks, owner: owner, now: request.now)
            } catch let refusal as DomainError {
                upload.errors.append(FieldError(part.name, refusal.sentence))
            }
        }
        return upload
    }

    /// So many files of the largest size one form may carry.
    private static let mostFiles = 4
}
