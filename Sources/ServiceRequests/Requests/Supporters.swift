import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Who has the same to say joins instead of repeating it, and hears the same answer.
struct Supporters: Sendable {
    let database: Database
    let outbox: Outbox

    /// Joins a request that is open to everybody.
    ///
    /// - Throws: `notFound` for one that is not, `conflict` for one that is answered or one's own.
    func join(_ number: String, account: Account, actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            let row = try tx.row(
                """
                SELECT * FROM service_request WHERE number = \(number) AND is_public = 1 AND is_protected = 0
                """)
            guard let row = try row.map(RequestRow.init) else {
                throw DomainError.notFound("没有找到这件诉求。")
            }
            guard row.endedAt == nil else { throw DomainError.conflict("这件诉求已经办结，可以直接看答复。") }
            guard row.accountID != account.id else { throw DomainError.conflict("这是您自己提交的诉求。") }
            try tx.execute(
                """
                INSERT INTO service_request_supporter (request_id, account_id, joined_at)
                VALUES (\(row.id), \(account.id), \(now)) ON CONFLICT (request_id, account_id) DO NOTHING
                """)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.joined", subject: number,
                    sentence: "\(actor.name)加入了诉求 \(number)。"),
                in: tx)
        }
    }

    /// For each of some requests, how many have joined.
    static func counts(of ids: [Int64], in tx: Transaction) throws -> [Int64: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT request_id, COUNT(*) AS many FROM service_request_supporter
            WHERE request_id IN \(list: ids) GROUP BY request_id
            """)
        return Dictionary(try rows.map { (try $0.id("request_id"), try $0.int("many")) }) { first, _ in first
        }
    }

    /// Tells those who joined that there is an answer; a job, because what follows a case asks nothing.
    func tell(at now: Instant) async throws {
        try await database.write { tx in
            let ended = try tx.rows(
                """
                SELECT * FROM service_request WHERE ended_at IS NOT NULL AND told_at IS NULL
                ORDER BY id LIMIT 50
                """
            ).map(RequestRow.init)
            for row in ended {
                try tellAll(row, at: now, in: tx)
                try tx.execute("UPDATE service_request SET told_at = \(now) WHERE id = \(row.id)")
            }
        }
    }

    private func tellAll(_ row: RequestRow, at now: Instant, in tx: Transaction) throws {
        let accounts = try tx.rows(
            """
            SELECT account_id FROM service_request_supporter WHERE request_id = \(row.id)
            ORDER BY account_id LIMIT 1000
            """
        ).map { try $0.id("account_id") }
        for account in accounts {
            let words: Sentence =
                row.isAnswered
                ? "您加入的诉求「\(row.title)」已经答复，可以在“大家的诉求”里查看。" : "您加入的诉求「\(row.title)」已经办结。"
            try outbox.enqueue(to: account, about: "request/\(row.id)", words, at: now, in: tx)
        }
    }
}
