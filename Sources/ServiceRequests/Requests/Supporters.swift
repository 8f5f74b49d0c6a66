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
            let row = try RequestStore.open(number, in: tx)
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
        ids.isEmpty ? [:] : try tx.ask(counted(of: ids))
    }

    /// The same as a question, to be asked with others; of one request at least.
    static func counted(of ids: [Int64]) -> Question<[Int64: Int]> {
        Question(
            """
            SELECT request_id, COUNT(*) AS many FROM (
                SELECT request_id FROM service_request_supporter WHERE request_id IN \(list: ids)
                UNION ALL SELECT request_id FROM service_request_joiner WHERE request_id IN \(list: ids)) AS together
            GROUP BY request_id
            """
        ) { rows in
            let counts = try rows.map { (try $0.id("request_id"), try $0.int("many")) }
            return Dictionary(counts) { first, _ in first }
        }
    }

    /// So many are told in one turn of the job.
    static let atOnce = 1_000

    /// Tells those who joined that there is an answer; a job, because what follows a case asks nothing. Of one that many
    /// have joined some are told, and the next ones at its next turn.
    func tell(at now: Instant, atOnce most: Int = atOnce) async throws {
        try await database.write { tx in
            var left = most
            let ended = try tx.rows(
                """
                SELECT * FROM service_request WHERE ended_at IS NOT NULL AND told_at IS NULL
                ORDER BY id LIMIT 50
                """)
            for row in ended where left > 0 {
                let last = try row.optionalID("told_account") ?? .min
                left -= try tellSome(RequestRow(row), after: last, atMost: left, at: now, in: tx)
            }
        }
    }

    /// - Returns: how many were told.
    private func tellSome(
        _ row: RequestRow, after last: Int64, atMost most: Int, at now: Instant, in tx: Transaction
    ) throws -> Int {
        let accounts = try tx.rows(
            """
            SELECT account_id FROM service_request_supporter
            WHERE request_id = \(row.id) AND account_id > \(last) ORDER BY account_id LIMIT \(most)
            """
        ).map { try $0.id("account_id") }
        let words: Sentence =
            row.isAnswered
            ? "您加入的诉求「\(row.title)」已经答复，可以在“大家的诉求”里查看。" : "您加入的诉求「\(row.title)」已经办结。"
        for account in accounts {
            try outbox.enqueue(to: account, about: "request/\(row.id)", words, at: now, in: tx)
        }
        let toldAt = accounts.count < most ? now : nil
        try tx.execute(
            """
            UPDATE service_request SET told_at = \(toldAt), told_account = \(accounts.last) WHERE id = \(row.id)
            """)
        return accounts.count
    }
}
