import Journal
import Refusals
import Storage
import WorkingTime

/// The drafts of the item library, each change in one transaction with its entry in the journal.
public struct ItemDrafts: Sendable {
    let library: ServiceLibrary
    let database: Database

    /// The drafts of an installation.
    public init(library: ServiceLibrary, database: Database) {
        (self.library, self.database) = (library, database)
    }

    /// A draft with what is known of it.
    ///
    /// - Throws: `notFound`.
    public func find(_ id: Int64) async throws -> (draft: ItemDraft, check: DraftCheck) {
        try await database.read { tx in
            let draft = try Self.find(id, in: tx)
            return (draft, try Self.check(draft, in: tx))
        }
    }

    /// The draft that holds an item, if any.
    public func open(of slug: String) async throws -> ItemDraft? {
        try await database.read { try ItemDraftStore.open(of: slug, in: $0) }
    }

    /// The drafts of an item, the newest first.
    public func drafts(of slug: String) async throws -> [ItemDraft] {
        try await database.read { try ItemDraftStore.drafts(of: slug, in: $0) }
    }

    /// The drafts in a state, the newest first, a page at a time.
    public func drafts(_ state: ItemDraft.State, after: String? = nil) async throws -> Slice<ItemDraft> {
        let last = try after.map { try Cursor($0).id } ?? .max
        let found = try await database.read { try ItemDraftStore.drafts(state, before: last, in: $0) }
        return Slice(fetched: found, size: ItemDraftStore.pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Writes in a draft: its item, and what is said of the change.
    ///
    /// - Parameter seen: the revision that was on the page.
    /// - Throws: what `ItemDraft.write` and the change itself throw.
    public func write(
        _ id: Int64, seen: Int, note: String? = nil, by editor: DraftEditor, at now: Instant,
        _ change: @escaping @Sendable (inout ServiceItem) throws -> Void
    ) async throws {
        try await self.change(id, "item.edited", "修改事项草稿", by: editor, at: now) { draft, _ in
            try draft.write(by: editor, seen: seen, note: note, change)
        }
    }

    /// Changes a draft by one of its rules.
    func change(
        _ id: Int64, _ action: String, _ words: String, by editor: DraftEditor, at now: Instant,
        _ rule: @escaping @Sendable (inout ItemDraft, Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.lock("item_draft", id: id)
            var draft = try Self.find(id, in: tx)
            try rule(&draft, tx)
            try ItemDraftStore.update(draft, in: tx)
            try Self.record(action, words, draft, by: editor.actor, at: now, in: tx)
        }
    }

    static func find(_ id: Int64, in tx: Transaction) throws -> ItemDraft {
        guard let draft = try ItemDraftStore.find(id, in: tx) else {
            throw DomainError.notFound("没有这份事项草稿，可能链接不完整。")
        }
        return draft
    }

    static func record(
        _ action: String, _ words: String, _ draft: ItemDraft, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let isRefused = action == "item.returned" || action == "item.failed"
        let reason = isRefused ? "：\(draft.remark ?? "")" : ""
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "item/\(draft.item.slug)",
                sentence: "\(actor.name)\(words)「\(draft.item.name)」\(reason)。",
                detail: ["draft": String(draft.id), "revision": String(draft.revision)]),
            in: tx)
    }
}
