import Files
import Refusals
import Web
import WorkingTime

/// A form with one file: what was received, and what was entered beside it.
struct FilesForm: Sendable {
    private(set) var attachment: StoredFile?
    private(set) var picture: StoredFile?
    private(set) var alt = ""
    private(set) var errors: [FieldError] = []

    /// Reads the form while it arrives.
    ///
    /// - Throws: `malformed` for a broken body, `tooLarge` for a file or a body that is too large.
    static func read(_ request: WebRequest, into files: FileStore, owner: Int64) async throws -> FilesForm {
        var form = FilesForm()
        let reader = try await request.multipart(limitBytes: files.limitBytes + WebRequest.bodyLimitBytes)
        while let part = try await reader.nextPart() {
            guard let name = part.filename else {
                if part.name == "alt" {
                    form.alt = try await part.text().trimmingPrefix(while: \.isWhitespace).description
                }
                continue
            }
            guard !name.isEmpty, form.attachment == nil, form.picture == nil else { continue }
            do {
                let file = try await files.receive(
                    name: name, chunks: part.chunks, for: .publication, owner: owner, now: request.now)
                if part.name == "picture" { form.picture = file } else { form.attachment = file }
            } catch DomainError.invalid(let errors) {
                form.errors += errors.map { FieldError(part.name, $0.sentence) }
            }
        }
        return form
    }
}
