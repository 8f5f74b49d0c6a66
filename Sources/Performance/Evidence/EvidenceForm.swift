import Files
import Refusals
import Web

/// A form whose words are proved by files.
enum EvidenceForm {
    private static let mostFiles = 3

    /// Reads the form while it arrives; a file that cannot be taken is told at its field.
    static func read(_ request: WebRequest, into store: FileStore, owner: Int64) async throws -> UploadedForm
    {
        try await UploadedForm.read(request, into: store, owner: owner, atMost: mostFiles)
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

extension UploadedForm {
    /// The files as what proves the words.
    var evidence: [Evidence] { files.map { Evidence(file: $0.id, name: $0.name) } }
}
