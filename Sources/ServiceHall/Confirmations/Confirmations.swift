import Cases
import Identity
import Journal
import Messaging
import Refusals
import Services
import Storage
import WorkingTime

/// The confirmations of applicants in the database, each change with its journal entry.
struct Confirmations: Sendable {
    let database: Database
    let outbox: Outbox

    static func find(_ draft: Int64, in tx: Transaction) throws -> ApplicantConfirmation? {
        try tx.row("SELECT * FROM draft_confirmation WHERE draft_id = \(draft)").map(
            ApplicantConfirmation.init)
    }

    /// Sends a code to the applicant's own account, and from there to their phone.
    ///
    /// - Throws: `conflict` when they have none, or a code was just sent.
    func send(_ wizard: Wizard, by clerk: Actor, at now: Instant) async throws {
        let draft = wizard.draft
        guard let account = draft.applicant.accountID else {
            throw DomainError.conflict("申请人没有个人账号，收不到确认码，请当面核对身份证。")
        }
        let content = wizard.content
        try await database.write { tx in
            let code = TelephoneCode.random()
            var confirmation =
                try Self.locked(draft.id, in: tx) ?? ApplicantConfirmation(content: content)
            try confirmation.send(Self.digest(code, of: draft.id), for: content, at: now)
            try Self.save(confirmation, of: draft.id, in: tx)
            try outbox.enqueue(
                to: account, about: "application/\(draft.id)",
                "您正在请窗口代办「\(draft.itemName)」，确认码 \(code)，10 分钟内有效。请看过申请内容以后，再告诉窗口人员。", at: now, in: tx)
            try Drafts.record("application.code_sent", draft.id, by: clerk, at: now, in: tx) {
                "\(clerk.name)向申请人发送了代办「\(draft.itemName)」的确认码。"
            }
        }
    }

    /// Takes the code the applicant has read out.
    ///
    /// - Throws: `invalid` when it is not the one that was sent.
    func answer(_ code: String, _ wizard: Wizard, by clerk: Actor, at now: Instant) async throws {
        let (draft, content) = (wizard.draft, wizard.content)
        let digest = Self.digest(code.filter { !$0.isWhitespace }, of: draft.id)
        let wrong = try await database.write { tx in
            var confirmation =
                try Self.locked(draft.id, in: tx) ?? ApplicantConfirmation(content: content)
            let wrong = confirmation.answer(digest, for: content, by: clerk, at: now)
            try Self.save(confirmation, of: draft.id, in: tx)
            try Self.told(draft, confirmation.given, by: clerk, at: now, in: tx)
            return wrong
        }
        if let wrong { throw DomainError.invalid([wrong]) }
    }

    /// Keeps that the applicant has said yes in front of the clerk.
    func keep(_ confirmation: ApplicantConfirmation, of draft: Draft, by clerk: Actor, at now: Instant)
        async throws
    {
        try await database.write { tx in
            _ = try Self.locked(draft.id, in: tx)
            try Self.save(confirmation, of: draft.id, in: tx)
            try Self.told(draft, confirmation.given, by: clerk, at: now, in: tx)
        }
    }

    private static func told(
        _ draft: Draft, _ given: FilingConfirmation?, by clerk: Actor, at now: Instant, in tx: Transaction
    ) throws {
        let words = given?.way.chinese ?? "确认码不对或者已失效"
        try Drafts.record(
            given == nil ? "application.code_refused" : "application.confirmed", draft.id, by: clerk, at: now,
            in: tx
        ) { "代办「\(draft.itemName)」的申请人确认：\(words)。" }
    }
}

extension Confirmations {
    private static func digest(_ code: String, of draft: Int64) -> String {
        Journal.digest(json: "\(draft)/\(code)")
    }

    private static func locked(_ draft: Int64, in tx: Transaction) throws -> ApplicantConfirmation? {
        try tx.lock("application_draft", id: draft)
        return try find(draft, in: tx)
    }

    private static func save(_ confirmation: ApplicantConfirmation, of draft: Int64, in tx: Transaction)
        throws
    {
        try tx.execute("DELETE FROM draft_confirmation WHERE draft_id = \(draft)")
        let given = confirmation.given
        try tx.execute(
            """
            INSERT INTO draft_confirmation (draft_id, content_digest, code_digest, sent_at, tries, way,
                confirmed_by, confirmed_at)
            VALUES (\(draft), \(confirmation.content), \(confirmation.codeDigest), \(confirmation.sentAt),
                \(confirmation.tries), \(given?.way.rawValue), \(given?.recordedBy), \(given?.confirmedAt))
            """)
    }
}

extension ApplicantConfirmation {
    init(_ row: Row) throws {
        let way = try row.optionalText("way").flatMap { FilingConfirmation.Way(rawValue: $0) }
        let given = try way.map {
            FilingConfirmation(
                $0, recordedBy: try row.optionalText("confirmed_by") ?? "",
                at: try row.instant("confirmed_at"))
        }
        self.init(
            content: try row.text("content_digest"), codeDigest: try row.optionalText("code_digest"),
            sentAt: try row.optionalInstant("sent_at"), tries: try row.int("tries"), given: given)
    }
}
