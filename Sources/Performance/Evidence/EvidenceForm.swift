import Files
import Refusals
import Web

/// A form whose words are proved by files.
struct EvidenceForm: Sendable {
    static let mostFiles = 3

    private var pairs: [(name: String, value: String)] = []
    private(set) var files: [Evidence] = []
    private(set) var errors: [FieldError] = []

    /// What was entered.
    var form: FormData { FormData(pairs) }

    /// Reads the form while it arrives; a file that cannot be taken is told at its field.
    ///
    /// - Throws: `malformed` for a broken body, `tooLarge` when all of it is too large.
    static func read(_ request: WebRequest, into store: FileStore, owner: Int64) async throws -> EvidenceForm
    {
        var read = EvidenceForm()
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
                read.files.append(Evidence(file: file.id, name: file.name))
            } catch let refusal as DomainError {
                read.errors.append(FieldError(part.name, refusal.sentence))
            }
        }
        return read
    }

    /// What asks for the files.
    static func fields(_ errors: [FieldError], isRequired: Bool = false) -> [Field] {
        (1...mostFiles).map { place in
            Field(
                "file\(place)", "佐证文件 \(place)", .file, hint: place == 1 ? "文件、照片或者表格，每个不超过 20 MB。" : nil,
                isRequired: isRequired && place == 1, error: errors["file\(place)"])
        }
    }
}
