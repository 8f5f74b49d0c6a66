import Identity
import Journal
import Storage
import Web

extension Takeovers {
    /// Reads what was handed in and keeps it; cases are tried at once.
    ///
    /// - Parameter upload: filled in as far as it was read, for the form to be shown again.
    /// - Throws: `invalid` at a field.
    func receive(
        _ kind: TakeoverRecord.Kind, _ upload: inout Upload, of request: WebRequest, by actor: Actor,
        once: Idempotency.Request? = nil
    ) async throws -> TakeoverRecord {
        try await upload.read(request, limitBytes: Upload.limitBytes(kind))
        let (record, lines, kept) = try await upload.takeover(
            kind, by: actor, at: request.now, ids: database.ids, into: files)
        return try await receive(record, lines, kept: kept, by: actor, at: request.now, once: once)
    }
}
