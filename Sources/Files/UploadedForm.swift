import Refusals
import Web
import WorkingTime

/// A form with files: what was entered, and what was received.
public struct UploadedForm: Sendable {
    private var pairs: [(name: String, value: String)] = []
    private var received: [(field: String, file: StoredFile)] = []
    /// What could not be taken, at its field; the other files stay.
    public private(set) var errors: [FieldError] = []

    /// What was entered.
    public var form: FormData { FormData(pairs) }

    /// What was received, in the order of the form.
    public var files: [StoredFile] { received.map(\.file) }

    /// What was received in a field; the last, where there were several.
    public func file(in field: String) -> StoredFile? { received.last { $0.field == field }?.file }

    /// Reads the form while it arrives; it may also come without files, as a plain form.
    ///
    /// - Parameters:
    ///   - owner: whose files they become; nil for nobody, from whom no files are taken.
    ///   - most: so many files of the largest size one form may carry.
    /// - Throws: `malformed` for a broken body, `tooLarge` when all of it is too large, and what the store throws when it
    ///   is out of reach.
    public static func read(
        _ request: WebRequest, into store: FileStore, owner: Int64?, atMost most: Int
    ) async throws -> UploadedForm {
        var upload = UploadedForm()
        guard request.header("Content-Type")?.lowercased().hasPrefix("multipart/form-data") == true else {
            let form = try await request.form()
            upload.pairs = form.names.flatMap { name in form.all(name).map { (name: name, value: $0) } }
            return upload
        }
        let limit = owner == nil ? WebRequest.bodyLimitBytes : store.limitBytes * most
        let reader = try await request.multipart(limitBytes: limit)
        while let part = try await reader.nextPart() {
            if let name = part.filename {
                guard !name.isEmpty, let owner else { continue }
                try await upload.take(part, named: name, into: store, owner: owner, most, at: request.now)
            } else {
                upload.pairs.append((part.name, try await part.text()))
            }
        }
        return upload
    }

    /// A file that cannot be taken is told at its field.
    private mutating func take(
        _ part: Part, named name: String, into store: FileStore, owner: Int64, _ most: Int, at now: Instant
    ) async throws {
        guard received.count < most else {
            return errors.append(FieldError(part.name, "最多附 \(most) 个文件。"))
        }
        do {
            let file = try await store.receive(name: name, chunks: part.chunks, owner: owner, now: now)
            received.append((part.name, file))
        } catch let refusal as DomainError {
            errors.append(FieldError(part.name, refusal.sentence))
        }
    }
}
