import Cases
import Identity
import Refusals
import Services
import Storage

/// The drafts in the database. A draft is its account's alone: to everybody else it is not there.
struct Drafts: Sendable {
    let database: Database

    /// The drafts an account has not handed in, the latest first.
    ///
    /// A clerk's drafts at the counter are not among them: they belong to other people's matters.
    func open(of account: Account) async throws -> [DraftSummary] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT id, item_name, updated_at FROM application_draft
                WHERE account_id = \(account.id) AND submitted_number IS NULL AND channel = 'page'
                ORDER BY updated_at DESC, id DESC LIMIT 50
                """
            ).map { row in
                let id = try row.id("id")
                return DraftSummary(
                    id: id, serviceName: try row.text("item_name"), updatedAt: try row.instant("updated_at"),
                    path: ApplicationPath.draft(id))
            }
        }
    }

    /// One draft of an account.
    ///
    /// - Throws: `notFound` also for another account's draft.
    func draft(_ id: Int64, of account: Int64) async throws -> Draft {
        try await database.read { try Drafts.draft(id, of: account, in: $0) }
    }

    /// The draft of the same item for the same applicant that is still open, if any.
    func unfinished(_ start: DraftStart, of account: Int64) async throws -> Int64? {
        try await database.read { tx in
            // A code is compared when it is open; an account has few drafts of one item.
            try tx.rows(
                """
                SELECT id, applicant_code FROM application_draft
                WHERE account_id = \(account) AND submitted_number IS NULL AND channel = \(start.channel)
                    AND item_code = \(start.service.code)
                ORDER BY id DESC LIMIT 500
                """
            ).first { row in
                try SealedTable.drafts.open("applicant_code", of: row, in: tx) == start.applicant.code
            }?.id("id")
        }
    }

    static func draft(_ id: Int64, of account: Int64, in tx: Transaction) throws -> Draft {
        let row = try tx.row("SELECT * FROM application_draft WHERE id = \(id) AND account_id = \(account)")
        guard let row else { throw missing }
        return try Draft(SealedTable.drafts.opened(row, in: tx), materials: materials(of: id, in: tx))
    }

    private static func materials(of id: Int64, in tx: Transaction) throws -> [DraftMaterial] {
        try tx.rows("SELECT * FROM draft_material WHERE draft_id = \(id) ORDER BY file_id").map(
            DraftMaterial.init)
    }

    static let missing = DomainError.notFound("没有找到这份申请，可能已经删除。请到“我的办件”查看。")
}
