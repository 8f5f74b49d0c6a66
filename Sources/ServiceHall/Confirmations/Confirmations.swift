import Cases
import Identity
import Journal
import Messaging
import Refusals
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
    /// - Throws: `conflict` when they have none, `tooMany` when a code was just sent.
    func send(_ content: ConfirmedContent, by clerk: Actor, at now: Instant) async throws {
        try await database.write { try send(content, by: clerk, at: now, in: $0) }
    }

    func send(_ content: ConfirmedContent, by clerk: Actor, at now: Instant, in tx: Transaction) throws {
        guard let account = content.applicant.accountID else {
            throw DomainError.conflict("申请人没有个人账号，收不到确认码，请当面核对身份证。")
        }
        let code = TelephoneCode.random()
        var confirmation =
            try Self.locked(content, in: tx) ?? ApplicantConfirmation(content: content.digest)
        try confirmation.send(code, for: content.digest, of: content.id, at: now)
        try Self.save(confirmation, of: content, in: tx)
        try outbox.enqueue(
            to: account, about: "application/\(content.id)",
            "您正在请窗口代办「\(content.itemName)」，确认码 \(code)，10 分钟内有效。请看过申请内容以后，再告诉窗口人员。", at: now, in: tx)
        try Drafts.record("application.code_sent", content.id, by: clerk, at: now, in: tx) {
            "\(clerk.name)向申请人发送了代办「\(content.itemName)」的确认码。"
        }
    }

    /// Takes the code the applicant has read out.
    ///
    /// - Throws: `invalid` when it is not the one that was sent.
    func answer(_ code: String, _ content: ConfirmedContent, by clerk: Actor, at now: Instant) async throws {
        let wrong = try await database.write { tx in
            var confirmation =
                try Self.locked(content, in: tx) ?? ApplicantConfirmation(content: content.digest)
            let wrong = confirmation.answer(
                code, for: content.digest, of: content.id, by: clerk, at: now)
            try Self.save(confirmation, of: content, in: tx)
            try Self.told(content, confirmation.given, by: clerk, at: now, in: tx)
            return wrong
        }
        if let wrong { throw DomainError.invalid([wrong]) }
    }

    /// Keeps that the applicant has said yes in front of the clerk.
    func keep(
        _ confirmation: ApplicantConfirmation, of content: ConfirmedContent, by clerk: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            var kept = confirmation
            kept.code = try Self.locked(content, in: tx)?.code
            try Self.save(kept, of: content, in: tx)
            try Self.told(content, kept.given, by: clerk, at: now, in: tx)
        }
    }

    private static func told(
        _ content: ConfirmedContent, _ given: FilingConfirmation?, by clerk: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let words = given?.way.chinese ?? "确认码不对或者已失效"
        try Drafts.record(
            given == nil ? "application.code_refused" : "application.confirmed", content.id, by: clerk,
            at: now, in: tx
        ) { "代办「\(content.itemName)」的申请人确认：\(words)。" }
    }
}

extension Confirmations {
    private static func locked(_ content: ConfirmedContent, in tx: Transaction) throws
        -> ApplicantConfirmation?
    {
        try tx.lock(content.table, id: content.id)
        return try find(content.id, in: tx)
    }

    private static func save(
        _ confirmation: ApplicantConfirmation, of content: ConfirmedContent, in tx: Transaction
    ) throws {
        try tx.execute("DELETE FROM draft_confirmation WHERE draft_id = \(content.id)")
        let (code, given) = (confirmation.code, confirmation.given)
        try tx.execute(
            """
            INSERT INTO draft_confirmation (draft_id, content_digest, code_digest, sent_at, tries, way,
                confirmed_by, confirmed_at)
            VALUES (\(content.id), \(confirmation.content), \(code?.hash), \(code?.sentAt),
                \(code?.tries ?? 0), \(given?.way.rawValue), \(given?.recordedBy), \(given?.confirmedAt))
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
        var code: TelephoneCode?
        if let hash = try row.optionalText("code_digest"), let sent = try row.optionalInstant("sent_at") {
            code = TelephoneCode(hash: hash, sentAt: sent, tries: try row.int("tries"))
        }
        self.init(content: try row.text("content_digest"), code: code, given: given)
    }
}
