import Cases
import Government
import Refusals
import Storage
import WorkingTime

extension ItemDrafts {
    /// Asks a second person to publish a draft.
    ///
    /// - Throws: what `ItemDraft.submit` throws.
    public func submit(
        _ id: Int64, effectiveOn: CivilDate, endsOn: CivilDate?, by editor: DraftEditor, at now: Instant
    ) async throws {
        try await change(id, "item.submitted", "提交事项草稿", by: editor, at: now) { draft, tx in
            try draft.submit(
                Self.check(draft, in: tx), effectiveOn: effectiveOn, endsOn: endsOn, by: editor, at: now)
        }
    }

    /// Approves a draft; it is published at once when its day has come.
    ///
    /// - Throws: what `ItemDraft.approve` throws.
    public func approve(_ id: Int64, by editor: DraftEditor, at now: Instant) async throws {
        try await change(id, "item.approved", "审核通过事项草稿", by: editor, at: now) { draft, tx in
            try draft.approve(Self.check(draft, in: tx), by: editor, at: now)
        }
        try await carryOutDue(at: now)
    }

    /// Gives a draft back to those who wrote it.
    ///
    /// - Throws: what `ItemDraft.sendBack` throws.
    public func sendBack(_ id: Int64, because reason: String, by editor: DraftEditor, at now: Instant)
        async throws
    {
        try await change(id, "item.returned", "退回事项草稿", by: editor, at: now) { draft, _ in
            try draft.sendBack(reason, by: editor, at: now)
        }
    }

    /// Gives a draft up.
    ///
    /// - Throws: what `ItemDraft.withdraw` throws.
    public func withdraw(_ id: Int64, by editor: DraftEditor, at now: Instant) async throws {
        try await change(id, "item.withdrawn", "撤回事项草稿", by: editor, at: now) { draft, _ in
            try draft.withdraw(by: editor)
        }
    }

    static func check(_ draft: ItemDraft, in tx: Transaction) throws -> DraftCheck {
        let offered = try ServiceStore.current(in: tx)
        let current = offered.first { $0.item.slug == draft.item.slug }
        let item = draft.item
        let isUnchanged =
            try current.map { try $0.item.comparable == item.comparable } ?? false
        return DraftCheck(
            findings: draft.purpose == .publish && ItemDraft.State.open.contains(draft.state)
                ? item.findings(among: offered.map(\.item), known: try KnownNames(in: tx)) : [],
            current: current?.id, isUnchanged: isUnchanged)
    }
}

extension ServiceItem {
    /// What is kept of it, without what is the district's own.
    var comparable: String {
        get throws { try encodeJSON(offering(streets: [], districts: [])) }
    }
}

extension KnownNames {
    /// The names of this district at this moment.
    init(in tx: Transaction) throws {
        self.init(
            organs: Set(try Directory.organs(in: tx).map(\.key)),
            processes: try ItemFiles.processes().union(PublishedProcess.namesInUse(in: tx).keys),
            lifeEvents: Set(try ItemFiles.lifeEvents().map(\.key)),
            itemTypes: Set(try ItemTypes.all(in: tx).map(\.code)))
    }
}
