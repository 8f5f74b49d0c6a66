import Files
import Identity
import Journal
import Refusals
import Storage

/// The files that were handed in, for whoever may see the case they belong to.
extension Cases {
    /// A file and where its content lies: one's own upload, or a material of a case one may see.
    ///
    /// An officer who reads what an applicant handed in leaves a line in the journal before the first byte is
    /// sent.
    ///
    /// - Throws: `notFound` when it does not exist or is out of reach.
    public func readFile(_ id: Int64, by actor: Actor, as viewer: Viewer) async throws -> ReadableFile {
        guard let number = try await matterNumber(ofFile: id, for: viewer) else {
            return try await database.read { [files] in
                try files.file(id, for: .owner(accountID: actor.accountID), in: $0)
            }
        }
        guard viewer.isStaff else {
            return try await database.read { [files] in
                try files.file(id, for: .caseFile(number: number), in: $0)
            }
        }
        return try await readAsOfficer(id, of: number, actor)
    }

    /// The number of the matter a file was handed in for, when this viewer may read it; `nil` otherwise. What
    /// was handed in for a joint service goes to the organs of its items too.
    func matterNumber(ofFile id: Int64, for viewer: Viewer) async throws -> String? {
        try await database.read { tx in
            try tx.row(
                """
                SELECT coalesce(p.number, c.number) AS number
                FROM case_material m JOIN service_case c ON c.id = m.case_id
                    LEFT JOIN service_case p ON p.id = c.parent_id
                WHERE m.file_id = \(id) AND (\(viewer.maySeeCase)
                    OR EXISTS (SELECT 1 FROM service_case d WHERE d.parent_id = c.id AND d.organ IN \(list: viewer.organs)))
                """)?.text("number")
        }
    }

    private func readAsOfficer(_ id: Int64, of number: String, _ actor: Actor) async throws -> ReadableFile {
        let now = now
        return try await database.write { [files] tx in
            let readable = try files.file(id, for: .caseFile(number: number), in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "material.read", subject: number,
                    sentence: "\(actor.name)查看了材料「\(readable.file.name)」。", detail: ["file": String(id)]),
                in: tx)
            return readable
        }
    }
}
