import Cases
import Journal
import Refusals
import Services
import Storage
import WorkingTime

/// Every change of a draft: row, uploads and journal entry in one transaction.
extension Drafts {
    /// The most files one material takes.
    static let maximumFilesPerMaterial = 10

    /// Begins a draft with what the government knows filled in, and tells its id.
    func begin(_ start: DraftStart, by actor: Actor, at now: Instant) async throws -> Int64 {
        try await database.write { tx in
            let id = tx.ids.next()
            try Drafts.insert(start, id: id, of: actor.accountID, at: now, in: tx)
            try Drafts.record("application.started", id, by: actor, at: now, in: tx) {
                "\(actor.name)开始为\(start.applicant.name)填写「\(start.service.item.name)」申请。"
            }
            return id
        }
    }

    /// Keeps the answers of one page. Pages kept at the same time do not undo each other.
    ///
    /// - Parameter stale: the questions whose answers no licence says any more; from now on they are the person's own.
    func save(
        _ answers: FormAnswers, ofPage page: FormPage, of draft: Draft, standingFor stale: [String] = [],
        by actor: Actor, at now: Instant
    ) async throws {
        try await change(draft, "application.saved", by: actor, at: now, "保存了「\(page.title)」一页。") { tx in
            let stored = try Drafts.draft(draft.id, of: actor.accountID, in: tx)
            var (form, known) = (stored.form, stored.known)
            for name in stale { known[name] = nil }
            for field in page.fields { form[field.name] = answers[field.name] }
            let sealed = try SealedTable.drafts.seal(encodeJSON(form), "form", row: draft.id, in: tx)
            let filled = try SealedTable.drafts.seal(encodeJSON(known), "known", row: draft.id, in: tx)
            try tx.execute(
                "UPDATE application_draft SET form = \(sealed), known = \(filled) WHERE id = \(draft.id)")
        }
    }

    /// Closes a draft that has become a case. What it held lives in the case now.
    func close(_ draft: Draft, as number: String, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.execute(
                """
                UPDATE application_draft SET submitted_number = \(number), form = '{}', known = '{}',
                    updated_at = \(now)
                WHERE id = \(draft.id) AND account_id = \(actor.accountID)
                """)
            try tx.execute("DELETE FROM draft_material WHERE draft_id = \(draft.id)")
            try tx.execute("DELETE FROM draft_precheck WHERE draft_id = \(draft.id)")
            try tx.execute("DELETE FROM draft_confirmation WHERE draft_id = \(draft.id)")
        }
    }

    /// Removes a draft for good.
    func remove(_ draft: Draft, by actor: Actor, at now: Instant) async throws {
        try await change(draft, "application.removed", by: actor, at: now, "删除了「\(draft.itemName)」的申请草稿。") {
            tx in
            try tx.execute("DELETE FROM draft_material WHERE draft_id = \(draft.id)")
            try tx.execute("DELETE FROM draft_precheck WHERE draft_id = \(draft.id)")
            try tx.execute("DELETE FROM draft_confirmation WHERE draft_id = \(draft.id)")
            try tx.execute("DELETE FROM application_draft WHERE id = \(draft.id)")
        }
    }

    func change(
        _ draft: Draft, _ action: String, by actor: Actor, at now: Instant, _ sentence: Sentence,
        _ body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.lock("application_draft", id: draft.id)
            let open = try tx.execute(
                """
                UPDATE application_draft SET updated_at = \(now)
                WHERE id = \(draft.id) AND account_id = \(actor.accountID) AND submitted_number IS NULL
                """)
            guard open == 1 else { throw Drafts.missing }
            try body(tx)
            try Drafts.record(action, draft.id, by: actor, at: now, in: tx) { sentence }
        }
    }

    /// What happened to an application that is not handed in yet, as the journal has it.
    static func record(
        _ action: String, _ id: Int64, by actor: Actor, at now: Instant, in tx: Transaction,
        _ sentence: () -> Sentence
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "application/\(id)", sentence: sentence()),
            in: tx)
    }

    private static func insert(
        _ start: DraftStart, id: Int64, of account: Int64, at now: Instant, in tx: Transaction
    ) throws {
        let (known, applicant) = (try encodeJSON(start.known), start.applicant)
        func sealed(_ text: String, _ column: StaticString) throws -> String {
            try SealedTable.drafts.seal(text, column, row: id, in: tx)
        }
        try tx.execute(
            """
            INSERT INTO application_draft (id, account_id, item_code, item_version, item_name, applicant,
                applicant_code, channel, form, known, created_at, updated_at)
            VALUES (\(id), \(account), \(start.service.code), \(start.service.version),
                \(start.service.item.name), \(sealed(encodeJSON(applicant), "applicant")),
                \(sealed(applicant.code, "applicant_code")), \(start.channel),
                \(sealed(known, "form")), \(sealed(known, "known")), \(now), \(now))
            """)
    }
}
