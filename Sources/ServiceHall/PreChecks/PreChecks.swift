import Cases
import Journal
import Messaging
import Refusals
import Services
import Storage
import WorkingTime

/// The pre-checks in the database, each change with its journal entry.
struct PreChecks: Sendable {
    static let pageSize = 50

    let database: Database
    let outbox: Outbox

    /// The pre-check of a draft of this account, if one was asked for.
    func ofOwn(_ draft: Draft, account: Int64) async throws -> PreCheck? {
        try await database.read { tx in
            try tx.row(
                "SELECT * FROM draft_precheck WHERE draft_id = \(draft.id) AND account_id = \(account)"
            ).map(PreCheck.init)
        }
    }

    /// Those that wait in these organs, the longest first.
    func waiting(in organs: [String], after: String?) async throws -> Slice<PreCheck> {
        let cursor = try after.map { try Cursor($0) }
        let (since, id) = (cursor.flatMap { Int64($0.key) } ?? Int64.min, cursor?.id ?? 0)
        let rows = try await database.read { tx in
            try tx.rows(
                """
                SELECT * FROM draft_precheck WHERE answered_at IS NULL AND organ IN \(list: organs)
                    AND (requested_at, draft_id) > (\(since), \(id))
                ORDER BY requested_at, draft_id LIMIT \(Self.pageSize + 1)
                """
            ).map(PreCheck.init)
        }
        return Slice(fetched: rows, size: Self.pageSize) {
            Cursor(key: $0.requestedAt.milliseconds, id: $0.draftID)
        }
    }

    /// Asks the hall to look at a draft.
    ///
    /// - Throws: `conflict` while an earlier request waits.
    func request(_ draft: Draft, at organ: String, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.lock("application_draft", id: draft.id)
            let earlier = try Self.find(draft.id, in: tx)
            try PreCheck.requireNoneWaits(earlier)
            try tx.execute("DELETE FROM draft_precheck WHERE draft_id = \(draft.id)")
            try tx.execute(
                """
                INSERT INTO draft_precheck (draft_id, account_id, organ, item_name, requested_at)
                VALUES (\(draft.id), \(actor.accountID), \(organ), \(draft.itemName), \(now))
                """)
            try Drafts.record("application.precheck_requested", draft.id, by: actor, at: now, in: tx) {
                "\(actor.name)请窗口预审「\(draft.itemName)」申请。"
            }
        }
    }

    /// A draft that waits in one of these organs, for whoever looks at it: the journal has it before anything is shown.
    ///
    /// - Throws: `notFound` when it does not wait there, or was handed in or deleted meanwhile.
    func open(_ id: Int64, in organs: [String], by actor: Actor, at now: Instant) async throws
        -> (PreCheck, Draft)
    {
        try await database.write { tx in
            guard let check = try Self.find(id, in: tx), organs.contains(check.organ), check.answer == nil
            else {
                throw Self.missing
            }
            let draft = try Drafts.draft(id, of: check.accountID, in: tx)
            guard draft.submittedNumber == nil else { throw Self.missing }
            try Drafts.record("application.precheck_read", id, by: actor, at: now, in: tx) {
                "\(actor.name)为预审查看了「\(draft.itemName)」申请的草稿。"
            }
            return (check, draft)
        }
    }

    /// Answers; the applicant is told.
    ///
    /// - Throws: what the rule refuses.
    func answer(_ check: PreCheck, by actor: Actor, at now: Instant) async throws {
        guard let answer = check.answer else { return }
        try await database.write { tx in
            try tx.lock("application_draft", id: check.draftID)
            guard try Self.find(check.draftID, in: tx)?.answer == nil else {
                throw DomainError.conflict("这份预审已经答复。")
            }
            let changed = try tx.execute(
                """
                UPDATE draft_precheck SET passed = \(answer.isPassed), words = \(answer.words),
                    missing = \(try encodeJSON(answer.missing)), answered_by = \(answer.by.accountID),
                    answered_by_name = \(answer.by.name), answered_at = \(answer.at)
                WHERE draft_id = \(check.draftID) AND answered_at IS NULL
                """)
            guard changed == 1 else { throw Self.missing }
            try outbox.enqueue(
                to: check.accountID, about: ApplicationPath.check(check.draftID), check.notice, at: now,
                in: tx)
            try Drafts.record("application.precheck_answered", check.draftID, by: actor, at: now, in: tx) {
                "\(actor.name)预审「\(check.itemName)」申请：\(answer.isPassed ? "通过" : "需要改正")。"
            }
        }
    }

    static let missing = DomainError.notFound("没有等待预审的这份申请，可能已经提交或者删除。")

    private static func find(_ draft: Int64, in tx: Transaction) throws -> PreCheck? {
        try tx.row("SELECT * FROM draft_precheck WHERE draft_id = \(draft)").map(PreCheck.init)
    }
}

extension PreCheck {
    init(_ row: Row) throws {
        let answer = try row.optionalInstant("answered_at").map { at in
            Answer(
                isPassed: try row.optionalInt("passed") == 1, words: try row.optionalText("words") ?? "",
                missing: try row.json("missing"),
                by: Signatory(
                    accountID: try row.id("answered_by"), name: try row.optionalText("answered_by_name") ?? ""
                ),
                at: at)
        }
        self.init(
            draftID: try row.id("draft_id"), accountID: try row.id("account_id"),
            organ: try row.text("organ"), itemName: try row.text("item_name"),
            requestedAt: try row.instant("requested_at"), answer: answer)
    }

    /// What the applicant is told.
    fileprivate var notice: Sentence {
        answer?.isPassed == true
            ? "您的「\(itemName)」申请预审通过，可以提交。" : "您的「\(itemName)」申请预审有需要改正的地方，请查看后修改。"
    }
}
