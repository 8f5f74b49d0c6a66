import Files
import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// Files that answer questions come with the page they are asked on.
extension ApplicationPages {
    /// What was sent for a page; its files are kept with the draft.
    func entry(
        on page: FormPage, _ request: WebRequest, of wizard: Wizard, by caller: SignedIn
    ) async throws -> PageEntry {
        guard request.header("Content-Type")?.lowercased().hasPrefix("multipart/form-data") == true else {
            return PageEntry(form: try await request.form())
        }
        let reader = try await request.multipart(limitBytes: files.limitBytes * 5)
        var (pairs, uploads, errors) = ([(name: String, value: String)](), FormAnswers(), [FieldError]())
        while let part = try await reader.nextPart() {
            guard let filename = part.filename else {
                pairs.append((part.name, try await part.text()))
                continue
            }
            guard !filename.isEmpty, let field = page.fields.first(where: { $0.answers(part) }) else {
                continue
            }
            do {
                let file = try await receive(part, filename, for: field, into: wizard.draft, request, caller)
                if field.kind == .file { uploads[field.name] = .string(String(file)) }
            } catch let refusal as DomainError {
                errors += try refusal.errors(at: field.inputName)
            }
        }
        var entry = PageEntry(form: FormData(pairs), uploads: uploads, errors: errors)
        for field in page.fields where field.kind == .file && uploads[field.name] == nil {
            try await takeScan(answering: field, of: wizard, into: &entry, request, caller)
        }
        return entry
    }

    private func receive(
        _ part: Part, _ name: String, for field: FormField, into draft: Draft, _ request: WebRequest,
        _ caller: SignedIn
    ) async throws -> Int64 {
        let isDrawing = field.kind == .signature
        let file = try await files.receive(
            name: isDrawing ? FormField.drawingFile : name, chunks: part.chunks, owner: caller.accountID,
            now: request.now)
        guard !isDrawing || file.size <= FormField.drawingLimitBytes else {
            throw DomainError.invalid(field.inputName, FormField.drawingRefusal)
        }
        let upload = DraftMaterial(
            requirement: isDrawing ? field.drawingName : field.inputName, fileID: file.id, name: file.name,
            size: file.size)
        try await door.drafts.replace(upload, in: draft, by: caller.actor(request), at: request.now)
        return file.id
    }
}

extension FormField {
    fileprivate func answers(_ part: Part) -> Bool {
        switch kind {
        case .file: inputName == part.name
        case .signature: drawingName == part.name
        default: false
        }
    }
}
