import Cases
import Files
import Refusals
import Web
import WorkingTime

/// What an organ reports, with the files that prove it.
struct FeedbackForm: Sendable {
    private static let mostFiles = 5
    /// Under what the files stand in the case.
    private static let requirement = "evidence"

    private var pairs: [(name: String, value: String)] = []
    private(set) var files: [FiledMaterial] = []
    private(set) var errors: [FieldError] = []

    /// What was entered.
    var form: FormData { FormData(pairs) }

    /// Reads the form while it arrives; a file that cannot be taken is told at its field.
    ///
    /// - Throws: `malformed` for a broken body, `tooLarge` when all of it is too large.
    static func read(_ request: WebRequest, into store: FileStore, owner: Int64) async throws -> FeedbackForm
    {
        var read = FeedbackForm()
        guard request.header("Content-Type")?.lowercased().hasPrefix("multipart/form-data") == true else {
            let form = try await request.form()
            read.pairs = form.names.map { ($0, form[$0] ?? "") }
            return read
        }
        let reader = try await request.multipart(limitBytes: store.limitBytes * mostFiles)
        while let part = try await reader.nextPart() {
            guard let name = part.filename else {
                read.pairs.append((part.name, try await part.text()))
                continue
            }
            guard !name.isEmpty, read.files.count < mostFiles else { continue }
            do {
                let file = try await store.receive(
                    name: name, chunks: part.chunks, owner: owner, now: request.now)
                read.files.append(
                    FiledMaterial(
                        requirement: requirement, fileID: file.id, name: file.name, filedAt: request.now))
            } catch let refusal as DomainError {
                read.errors.append(FieldError(part.name, refusal.sentence))
            }
        }
        return read
    }
}
