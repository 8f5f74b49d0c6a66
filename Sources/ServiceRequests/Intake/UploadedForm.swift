import Files
import Refusals
import Web
import WorkingTime

/// A form with pictures and papers: what was entered, and what was received.
struct UploadedForm: Sendable {
    private(set) var pairs: [(name: String, value: String)] = []
    private(set) var files: [StoredFile] = []
    private(set) var errors: [FieldError] = []

    /// What was entered.
    var form: FormData { FormData(pairs) }

    /// So many files one request may carry.
    static let mostFiles = 3

    /// Reads the form while it arrives; a file that cannot be taken is told at its field, the others stay.
    ///
    /// - Parameter owner: whose files they become; nil for nobody, from whom no files are taken.
    /// - Throws: `malformed` for a broken body, `tooLarge` when all of it is too large.
    static func read(
        _ request: WebRequest, into files: FileStore, owner: Int64?
    ) async throws -> UploadedForm {
        var upload = UploadedForm()
        let limit = owner == nil ? 1_000_000 : files.limitBytes * mostFiles
        let reader = try await request.multipart(limitBytes: limit)
        while let part = try await reader.nextPart() {
            guard let name = part.filename else {
                upload.pairs.append((part.name, try await part.text()))
                continue
            }
            guard !name.isEmpty, let owner else { continue }
            guard upload.files.count < mostFiles else {
                upload.errors = [FieldError(part.name, "最多附 \(mostFiles) 个文件。")]
                continue
            }
            do {
                upload.files.append(
                    try await files.receive(name: name, chunks: part.chunks, owner: owner, now: request.now))
            } catch let refusal as DomainError {
                upload.errors.append(FieldError(part.name, refusal.sentence))
            }
        }
        return upload
    }
}
