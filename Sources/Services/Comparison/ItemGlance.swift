import Storage
import WorkingTime

/// What a list shows of an open draft, without its body.
public struct DraftGlance: Sendable, Hashable, Identifiable {
    /// The draft's id.
    public let id: Int64
    /// The item.
    public let slug: String
    /// The item's name in the draft.
    public let name: String
    /// The organ's key in the draft.
    public let organ: String
    /// What it is to bring about.
    public let purpose: ItemDraft.Purpose
    /// Where it stands.
    public let state: ItemDraft.State
    /// Who began it.
    public let author: String
    /// The day from which it is to count.
    public let effectiveOn: CivilDate?
}

extension ItemDrafts {
    /// Every draft under way, the newest first; an item has one at most, and five hundred are more than a district has.
    public func open() async throws -> [DraftGlance] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT id, slug, name, organ, purpose, state, author, effective_on FROM item_draft
                WHERE state IN ('drawn', 'submitted', 'returned', 'approved') ORDER BY id DESC LIMIT 500
                """
            ).map {
                DraftGlance(
                    id: try $0.id("id"), slug: try $0.text("slug"), name: try $0.text("name"),
                    organ: try $0.text("organ"), purpose: try $0.value("purpose"),
                    state: try $0.value("state"), author: try $0.text("author"),
                    effectiveOn: try $0.optionalDay("effective_on"))
            }
        }
    }
}

extension ServiceLibrary {
    /// Items that were taken off and not offered again, the latest first; at most two hundred.
    ///
    /// - Throws: `StorageError`.
    public static func ended(in transaction: Transaction) throws -> [ServiceVersion] {
        let own = try DistrictNames(in: transaction)
        return try transaction.rows(
            """
            SELECT id, code, version, body, published_at, is_current, ends_on, ended_at FROM public_service gone
            WHERE ended_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM public_service here WHERE here.slug = gone.slug AND here.is_current = 1)
            ORDER BY ended_at DESC LIMIT 200
            """
        ).map { try ServiceVersion($0, own) }
    }
}
