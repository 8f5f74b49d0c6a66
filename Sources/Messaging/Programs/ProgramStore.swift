import Refusals
import Storage
import WorkingTime

/// Programs, their keys, and how much they have sent.
public enum ProgramStore {
    /// The columns that are kept sealed.
    public static let sealedTable = SealedTable("message_key", columns: ["secret"])

    /// The newest first.
    public static func all(in tx: Transaction) throws -> [MessageProgram] {
        try tx.rows("SELECT * FROM message_program ORDER BY id DESC LIMIT 200").map(MessageProgram.init)
    }

    /// One. Throws `notFound`.
    public static func program(_ id: Int64, in tx: Transaction) throws -> MessageProgram {
        guard let row = try tx.row("SELECT * FROM message_program WHERE id = \(id)") else {
            throw DomainError.notFound("没有这个系统，可能链接不完整。")
        }
        return try MessageProgram(row)
    }

    /// One by its code, when it may send.
    public static func open(_ code: String, in tx: Transaction) throws -> MessageProgram? {
        try tx.row("SELECT * FROM message_program WHERE code = \(code) AND state = 'approved'").map(
            MessageProgram.init)
    }

    /// Adds one.
    public static func insert(_ program: MessageProgram, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO message_program (id, code, name, purpose, daily_limit, state, drafted_by, drafter, drafted_at)
            VALUES (\(program.id), \(program.code), \(program.name), \(program.purpose), \(program.dailyLimit),
                \(program.state), \(program.drafted.accountID), \(program.drafted.name), \(program.drafted.at))
            """)
    }

    /// Changes one by a rule. Throws `notFound`, and what the rule refuses.
    public static func change(
        _ id: Int64, in tx: Transaction, _ rule: (inout MessageProgram) throws -> Void
    ) throws -> MessageProgram {
        try tx.lock("message_program", id: id)
        var program = try program(id, in: tx)
        try rule(&program)
        try tx.execute(
            """
            UPDATE message_program SET state = \(program.state), decided_by = \(program.decided?.accountID),
                decider = \(program.decided?.name), decided_at = \(program.decided?.at)
            WHERE id = \(id)
            """)
        return program
    }

    /// The keys of a program, the newest first.
    public static func keys(of id: Int64, in tx: Transaction) throws -> [MessageKey] {
        try tx.rows("SELECT * FROM message_key WHERE program_id = \(id) ORDER BY id DESC LIMIT 50").map {
            row in
            MessageKey(
                id: try row.id("id"), name: try row.text("name"), isTest: try row.bool("is_test"),
                secret: try sealedTable.open("secret", of: row, in: tx),
                issuedAt: try row.instant("issued_at"), issuer: try row.text("issuer"),
                revokedAt: try row.optionalInstant("revoked_at"))
        }
    }

    /// Adds a key. Throws `invalid` without a name, `conflict` when there are five that count.
    public static func issue(
        _ name: String, isTest: Bool, secret: String, of id: Int64, by issuer: String, at now: Instant,
        in tx: Transaction
    ) throws {
        guard (1...40).contains(name.count) else { throw DomainError.invalid("name", "请写明密钥的名称，最多 40 字。") }
        try tx.lock("message_program", id: id)
        guard try program(id, in: tx).state == .approved else {
            throw DomainError.conflict("系统批准以后才能领取密钥。")
        }
        guard try keys(of: id, in: tx).count(where: { $0.revokedAt == nil }) < 5 else {
            throw DomainError.conflict("有效的密钥已有 5 个，请先停用不再使用的。")
        }
        let key = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO message_key (id, program_id, name, is_test, secret, issued_at, issuer)
            VALUES (\(key), \(id), \(name), \(isTest), \(sealedTable.seal(secret, "secret", row: key, in: tx)),
                \(now), \(issuer))
            """)
    }

    /// Takes a key back. Throws `notFound`.
    public static func revoke(_ key: Int64, of id: Int64, at now: Instant, in tx: Transaction) throws {
        let count = try tx.execute(
            """
            UPDATE message_key SET revoked_at = coalesce(revoked_at, \(now))
            WHERE id = \(key) AND program_id = \(id)
            """)
        guard count == 1 else { throw DomainError.notFound("没有这个密钥。") }
    }

    /// Counts one more of a day. False when the day's allowance is used up, and then nothing is counted.
    public static func count(_ program: MessageProgram, on day: CivilDate, in tx: Transaction) throws -> Bool
    {
        let row = try tx.row(
            """
            INSERT INTO message_program_day (program_id, day, sent) VALUES (\(program.id), \(day), 1)
            ON CONFLICT (program_id, day) DO UPDATE SET sent = message_program_day.sent + 1
                WHERE message_program_day.sent < \(program.dailyLimit)
            RETURNING sent
            """)
        return row != nil
    }

    /// How much it has sent on a day.
    public static func sent(by id: Int64, on day: CivilDate, in tx: Transaction) throws -> Int {
        try tx.row("SELECT sent FROM message_program_day WHERE program_id = \(id) AND day = \(day)")?.int(
            "sent")
            ?? 0
    }
}

extension MessageProgram {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), code: try row.text("code"), name: try row.text("name"),
            purpose: try row.text("purpose"), dailyLimit: try row.int("daily_limit"),
            drafted: Signature(
                accountID: try row.id("drafted_by"), name: try row.text("drafter"),
                at: try row.instant("drafted_at")),
            state: try row.value("state"), decided: try Signature(row))
    }
}

extension MessageProgram.Signature {
    fileprivate init?(_ row: Row) throws {
        guard let account = try row.optionalID("decided_by") else { return nil }
        self.init(accountID: account, name: try row.text("decider"), at: try row.instant("decided_at"))
    }
}
