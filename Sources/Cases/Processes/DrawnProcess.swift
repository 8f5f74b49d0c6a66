import BusinessProcess
import Foundation
import Refusals
import Storage
import WorkingTime

/// A process that is drawn from data instead of by hand: the order of the items of a joint service.
extension ProcessFile {
    /// Reads a drawing that calls no other process.
    public init(drawn data: Data) { self.init(data, calling: [:]) }

    /// Publishes the drawing as the next version of its process, unless the version in use says the same.
    ///
    /// - Parameter accountID: whoever approved what it was drawn from.
    /// - Throws: `conflict` with what keeps it from being executed.
    public func publishUnlessSame(by accountID: Int64, at now: Instant, in tx: Transaction) throws {
        guard let definition else {
            throw DomainError.conflict("按办理顺序画出的流程不能执行：\(findings.first?.message ?? "原因不明")。")
        }
        try tx.exclude(ProcessLibrary.topic)
        let versions = try tx.rows(
            """
            SELECT version, digest, retired_at FROM process_definition
            WHERE id = \(definition.id) ORDER BY version DESC
            """)
        let current = try versions.first { try $0.optionalInstant("retired_at") == nil }
        if let current, try current.text("digest") == digest { return }
        let next = (try versions.first?.int("version") ?? 0) + 1
        try insert(ProcessKey(id: definition.id, version: next), by: accountID, at: now, in: tx)
    }
}
