import Journal
import Licences
import Refusals
import Storage
import WorkingTime

/// The uploads of a draft: for materials, and those that answer questions (`form.photo`).
extension Drafts {
    /// Adds an upload.
    ///
    /// - Parameter beside: what is kept with it, in the same transaction.
    /// - Throws: `invalid` when the material has as many files as it takes.
    func add(
        _ material: DraftMaterial, to draft: Draft, by actor: Actor, at now: Instant,
        beside: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        try await change(draft, "application.saved", by: actor, at: now, "上传了\(material.name)。") { tx in
            let count = try tx.count(
                """
                SELECT count(*) FROM draft_material
                WHERE draft_id = \(draft.id) AND requirement = \(material.requirement)
                """)
            guard count < Drafts.maximumFilesPerMaterial else {
                throw DomainError.invalid("file", "一份材料最多上传 \(Drafts.maximumFilesPerMaterial) 个文件，请合并后再上传。")
            }
            try Drafts.insert(material, of: draft, in: tx)
            try beside(tx)
        }
    }

    /// Keeps the one file that answers a question, in the place of an earlier one.
    ///
    /// - Parameter beside: what is kept with it, in the same transaction.
    func replace(
        _ answer: DraftMaterial, in draft: Draft, by actor: Actor, at now: Instant,
        beside: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        try await change(draft, "application.saved", by: actor, at: now, "上传了\(answer.name)。") { tx in
            try tx.execute(
                """
                DELETE FROM draft_material
                WHERE draft_id = \(draft.id) AND requirement = \(answer.requirement)
                """)
            try Drafts.insert(answer, of: draft, in: tx)
            try beside(tx)
        }
    }

    private static func insert(_ material: DraftMaterial, of draft: Draft, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO draft_material (draft_id, requirement, file_id, name, size)
            VALUES (\(draft.id), \(material.requirement), \(material.fileID), \(material.name),
                \(material.size))
            """)
    }

    /// Takes an upload away again; the file itself goes with the next removal of orphans.
    func remove(_ material: DraftMaterial, from draft: Draft, by actor: Actor, at now: Instant) async throws {
        try await change(draft, "application.saved", by: actor, at: now, "移除了\(material.name)。") { tx in
            try tx.execute(
                """
                DELETE FROM draft_material WHERE draft_id = \(draft.id)
                    AND requirement = \(material.requirement) AND file_id = \(material.fileID)
                """)
            try LicenceUses.withdraw(file: material.fileID, in: tx)
        }
    }
}
