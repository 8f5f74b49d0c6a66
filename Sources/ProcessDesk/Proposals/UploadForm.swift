import Refusals
import Web

/// What is handed in with a drawn process.
struct UploadForm {
    private(set) var file = ""
    private(set) var note = ""

    /// Reads what was sent, all of it: what is wrong with the file does not cost the note.
    ///
    /// - Throws: `invalid` at each field that cannot be taken.
    mutating func read(_ request: WebRequest) async throws {
        var errors: [FieldError] = []
        do {
            let form = try await request.multipart(limitBytes: 4 * Proposals.limitBytes)
            while let part = try await form.nextPart() {
                do { try await take(part) } catch DomainError.invalid(let found) { errors += found }
            }
        } catch DomainError.tooLarge { errors = [Part.tooLarge(Proposals.limitBytes)] }
        if file.isEmpty, errors["file"] == nil { errors.append(FieldError("file", "请选择流程文件（.bpmn）。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    private mutating func take(_ part: Part) async throws {
        switch part.name {
        case "file": file = try await part.file(limitBytes: Proposals.limitBytes)
        case "note":
            do { note = try await part.text() } catch DomainError.tooLarge { throw Self.longNote }
            guard note.count <= ProcessProposal.mostCharacters else { throw Self.longNote }
        default: break
        }
    }

    private static let longNote = DomainError.invalid("note", "修改说明不超过 \(ProcessProposal.mostCharacters) 字。")
}
