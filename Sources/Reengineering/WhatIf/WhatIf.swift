import ProcessSimulation
import Refusals
import Storage
import WorkingTime

/// A question that was asked of last year's cases, and its answer once it is known.
struct WhatIf: Sendable {
    /// What is asked, and how it is to be reckoned: the same question has the same answer.
    struct Question: Sendable, Hashable, Codable {
        /// How often the year may be run through.
        static let choices = [10, 30, 100]
        static let seeds = 1...1_000_000

        let scenario: Scenario
        /// The steps by their elements, as people read them when it was asked.
        let names: [String: String]
        let hours: OfficeHours
        let replications: Int
        let seed: Int
    }

    let id: Int64
    let scope: AnalysisScope
    let question: Question
    let askedBy: Int64
    let askedByName: String
    let askedAt: Instant
    let jobID: Int64
    var outcome: SimulationOutcome?
    /// Why there is no outcome.
    var refusal: Sentence?
    var answeredAt: Instant?
}

/// The SQL of questions.
enum WhatIfStore {
    static let none: Sentence = "没有这次模拟。"
    static let perPage = 10

    /// Throws `notFound`.
    static func find(_ id: Int64, in tx: Transaction) throws -> WhatIf {
        guard let row = try tx.row("SELECT * FROM process_what_if WHERE id = \(id)") else {
            throw DomainError.notFound(none)
        }
        return try WhatIf(row)
    }

    /// What was asked of a service and year, the newest first.
    static func list(_ scope: AnalysisScope, after text: String?, in tx: Transaction) throws -> Slice<
        WhatIf
    > {
        let since: SQL = try text.map { "id < \(try Cursor($0).id)" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT * FROM process_what_if WHERE service = \(scope.service) AND year = \(scope.year) AND \(since)
            ORDER BY id DESC LIMIT \(perPage + 1)
            """)
        return Slice(fetched: try rows.map(WhatIf.init), size: perPage) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    static func insert(_ asked: WhatIf, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO process_what_if (id, service, service_name, year, organ, question, asked_by, asked_by_name,
                asked_at, job_id)
            VALUES (\(asked.id), \(asked.scope.service), \(asked.scope.name), \(asked.scope.year),
                \(asked.scope.organ), \(encodeJSON(asked.question)), \(asked.askedBy), \(asked.askedByName),
                \(asked.askedAt), \(asked.jobID))
            """)
    }

    static func answer(
        _ id: Int64, outcome: SimulationOutcome?, refusal: Sentence?, at now: Instant,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE process_what_if SET outcome = \(try outcome.map { try encodeJSON($0) }),
                refusal = \(try refusal.map { try encodeJSON($0) }), answered_at = \(now)
            WHERE id = \(id)
            """)
    }
}

extension WhatIf {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"),
            scope: AnalysisScope(
                service: try row.text("service"), name: try row.text("service_name"),
                year: try row.int("year"), organ: try row.optionalText("organ")),
            question: try row.json("question"), askedBy: try row.id("asked_by"),
            askedByName: try row.text("asked_by_name"), askedAt: try row.instant("asked_at"),
            jobID: try row.id("job_id"), outcome: try row.optionalJSON("outcome"),
            refusal: try row.optionalJSON("refusal"), answeredAt: try row.optionalInstant("answered_at"))
    }
}
