import Journal
import Refusals
import Storage
import WorkingTime

extension ItemDrafts {
    /// Begins a draft of the next version of an item, or finds the one that is under way.
    ///
    /// - Returns: the id of the draft.
    /// - Throws: `notFound` when no such item is offered, `forbidden` for the item of another organ.
    public func begin(_ slug: String, by editor: DraftEditor, at now: Instant) async throws -> Int64 {
        try await begin(at: now, by: editor, open: slug) { tx in
            let service = try Self.service(slug, in: tx)
            return Self.draft(of: service.item, .publish, basedOn: service.id, by: editor, at: now, in: tx)
        }
    }

    /// Begins a draft of an item that is not offered yet.
    ///
    /// - Returns: the id of the draft.
    /// - Throws: `conflict` when there is an item or a draft of this name, `invalid` for a name no address can have.
    public func begin(
        new item: ServiceItem, note: String = "", by editor: DraftEditor, at now: Instant
    ) async throws -> Int64 {
        guard item.slug.wholeMatch(of: /[a-z][a-z0-9-]{2,59}/) != nil else {
            throw DomainError.invalid("slug", "事项代号以小写字母开头，由小写字母、数字和“-”组成，3 至 60 个字符。")
        }
        return try await begin(at: now, by: editor, open: nil) { tx in
            let isTaken = try ServiceStore.current(named: item.slug, in: tx) != nil
            guard try !isTaken && ItemDraftStore.open(of: item.slug, in: tx) == nil else {
                throw DomainError.conflict("代号“\(item.slug)”已有事项或者草稿，请另取一个。")
            }
            return Self.draft(of: item, .publish, basedOn: nil, note: note, by: editor, at: now, in: tx)
        }
    }

    /// Asks for the end of an item (注销) after a day; a second person approves it like any other change.
    ///
    /// - Parameter lastDay: the last day on which the item is offered.
    /// - Returns: the id of the draft.
    /// - Throws: `invalid` without a reason or for a past day, `conflict` while a draft of the item is under way.
    public func end(
        _ slug: String, after lastDay: CivilDate, because reason: String, by editor: DraftEditor,
        at now: Instant
    ) async throws -> Int64 {
        guard !reason.allSatisfy(\.isWhitespace) else { throw DomainError.invalid("reason", "请写明注销的原因。") }
        let reason = try ItemDraft.checked(reason, at: "reason")
        return try await begin(at: now, by: editor, open: nil) { tx in
            guard try ItemDraftStore.open(of: slug, in: tx) == nil else {
                throw DomainError.conflict("这个事项有一份草稿正在办理，请先撤回或者办完。")
            }
            let service = try Self.service(slug, in: tx)
            try Self.requireFree(service, in: tx)
            var draft = Self.draft(
                of: service.item, .end, basedOn: service.id, note: reason, by: editor, at: now, in: tx)
            try draft.submit(
                Self.check(draft, in: tx), effectiveOn: now.day, endsOn: lastDay, by: editor, at: now)
            return draft
        }
    }

    /// Begins a draft with this content, inside a change of the caller's: what an import brings.
    ///
    /// - Parameter basedOn: the row of the version it was made from; nil for an item that is not offered.
    /// - Returns: the id of the draft.
    /// - Throws: `conflict` when a draft of the item is under way, `forbidden` for the item of another organ.
    public static func take(
        _ item: ServiceItem, basedOn: Int64?, note: String, by editor: DraftEditor, at now: Instant,
        in tx: Transaction
    ) throws -> Int64 {
        try editor.require(item.organ)
        guard try ItemDraftStore.open(of: item.slug, in: tx) == nil else {
            throw DomainError.conflict("这个事项已有草稿，请先办完或者撤回。")
        }
        let draft = draft(
            of: item, .publish, basedOn: basedOn, note: String(note.prefix(ItemDraft.mostCharacters)),
            by: editor, at: now, in: tx)
        try ItemDraftStore.insert(draft, in: tx)
        try record("item.drafted", "导入事项草稿", draft, by: editor.actor, at: now, in: tx)
        return draft.id
    }

    /// An item that a joint service is made of cannot end before it.
    private static func requireFree(_ service: PublicService, in tx: Transaction) throws {
        let parents = try ServiceStore.current(in: tx).filter {
            $0.item.children.contains(service.item.slug)
        }
        guard let parent = parents.first else { return }
        throw DomainError.conflict("「\(parent.item.name)」还包含这个事项，请先修改一件事。")
    }

    /// - Parameter slug: the item whose open draft is as good as a new one; nil where it is not.
    private func begin(
        at now: Instant, by editor: DraftEditor, open slug: String?,
        _ make: @escaping @Sendable (Transaction) throws -> ItemDraft
    ) async throws -> Int64 {
        try await database.write { tx in
            try tx.exclude("services")
            if let slug, let open = try ItemDraftStore.open(of: slug, in: tx) { return open.id }
            let draft = try make(tx)
            try editor.require(draft.item.organ)
            try ItemDraftStore.insert(draft, in: tx)
            if draft.state == .submitted { try ItemDraftStore.update(draft, in: tx) }
            let isEnd = draft.purpose == .end
            try Self.record(
                isEnd ? "item.end_asked" : "item.drafted", isEnd ? "提请注销事项" : "起草事项", draft,
                by: editor.actor, at: now, in: tx)
            return draft.id
        }
    }

    static func service(_ slug: String, in tx: Transaction) throws -> PublicService {
        guard let service = try ServiceStore.current(named: slug, in: tx) else {
            throw DomainError.notFound("没有代号为“\(slug)”的在用事项。")
        }
        return service
    }

    private static func draft(
        of item: ServiceItem, _ purpose: ItemDraft.Purpose, basedOn: Int64?, note: String = "",
        by editor: DraftEditor, at now: Instant, in tx: Transaction
    ) -> ItemDraft {
        ItemDraft(
            id: tx.ids.next(), purpose: purpose, basedOn: basedOn, author: .init(editor.actor, at: now),
            writers: [editor.actor.accountID], item: item, note: note, state: .drawn, revision: 0)
    }
}
