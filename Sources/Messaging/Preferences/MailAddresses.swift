import Refusals
import Storage
import WorkingTime

/// The mail addresses of accounts.
public enum MailAddresses {
    /// The columns that are kept sealed.
    public static let sealedTable = SealedTable("message_mail_address", columns: ["address"])

    /// What an account has given; nil when it has given none.
    public static func address(of accountID: Int64, in tx: Transaction) throws -> MailAddress? {
        guard let row = try tx.row("SELECT * FROM message_mail_address WHERE id = \(accountID)") else {
            return nil
        }
        return MailAddress(
            accountID: accountID, address: try sealedTable.open("address", of: row, in: tx),
            askedAt: try row.instant("asked_at"), codeHash: try row.optionalText("code_hash"),
            codeExpiresAt: try row.optionalInstant("code_expires_at"), tries: try row.int("tries"),
            confirmedAt: try row.optionalInstant("confirmed_at"))
    }

    /// The address that is used; nil until one is confirmed.
    static func confirmed(of accountID: Int64, in tx: Transaction) throws -> String? {
        guard let known = try address(of: accountID, in: tx), known.confirmedAt != nil else { return nil }
        return known.address
    }

    /// Takes an address and sends a code there. The address before counts no longer.
    ///
    /// - Throws: `invalid`, and `tooMany` when a code has just been sent.
    public static func enter(
        _ text: String, code: String, by accountID: Int64, at now: Instant, in tx: Transaction
    ) throws {
        try tx.exclude("message-mail-\(accountID)")
        if let earlier = try address(of: accountID, in: tx) {
            let waited = now - earlier.askedAt
            guard waited >= MailAddress.pauseSeconds else {
                throw DomainError.tooMany(
                    "验证码刚刚发过，请 \(MailAddress.pauseSeconds - waited) 秒后再试。",
                    retryAfterSeconds: MailAddress.pauseSeconds - waited)
            }
        }
        let entered = try MailAddress.entered(text, code: code, by: accountID, at: now)
        try save(entered, in: tx)
        try tell(code, to: entered, at: now, in: tx)
    }

    /// Confirms it by the code that was sent. False for a wrong one, which counts as a try.
    ///
    /// - Throws: `conflict` when there is no code to be entered.
    public static func confirm(_ code: String, by accountID: Int64, at now: Instant, in tx: Transaction)
        throws
        -> Bool
    {
        try tx.exclude("message-mail-\(accountID)")
        guard var known = try address(of: accountID, in: tx) else {
            throw DomainError.conflict("请先填写邮箱地址。")
        }
        let isRight = try known.confirm(code, at: now)
        try save(known, in: tx)
        return isRight
    }

    /// Forgets it.
    public static func remove(of accountID: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM message_mail_address WHERE id = \(accountID)")
    }

    private static func save(_ known: MailAddress, in tx: Transaction) throws {
        let address = try sealedTable.seal(known.address, "address", row: known.accountID, in: tx)
        try tx.execute(
            """
            INSERT INTO message_mail_address (id, address, code_hash, code_expires_at, tries, asked_at, confirmed_at)
            VALUES (\(known.accountID), \(address), \(known.codeHash), \(known.codeExpiresAt), \(known.tries),
                \(known.askedAt), \(known.confirmedAt))
            ON CONFLICT (id) DO UPDATE SET address = excluded.address, code_hash = excluded.code_hash,
                code_expires_at = excluded.code_expires_at, tries = excluded.tries, asked_at = excluded.asked_at,
                confirmed_at = excluded.confirmed_at
            """)
    }

    /// The code goes to the address alone, and into no inbox: who reads it there is who owns it.
    private static func tell(_ code: String, to known: MailAddress, at now: Instant, in tx: Transaction)
        throws
    {
        let id = tx.ids.next()
        let sentence: Sentence = "您的邮箱验证码已发到新邮箱，30 分钟内有效。"
        try tx.execute(
            """
            INSERT INTO message (id, account_id, subject, template, parameters, channel, created_at, sent_at)
            VALUES (\(id), \(known.accountID), 'account', \(sentence.template), \(encodeJSON(sentence.parameters)),
                \(Message.Channel.inSite), \(now), \(now))
            """)
        try MessageRouting.lay(
            Delivery(
                id: tx.ids.next(), origin: .message(id, account: known.accountID), templateKey: nil,
                templateVersion: nil, channel: .mail, kind: .security, recipient: known.address,
                subject: "邮箱验证码", text: "您的邮箱验证码是 \(code)，30 分钟内有效。如果不是您本人操作，请不要理会。",
                createdAt: now, dueAt: now), in: tx)
    }
}
