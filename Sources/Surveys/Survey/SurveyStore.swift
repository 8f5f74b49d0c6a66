import Cryptography
import Foundation
import Refusals
import Storage
import WorkingTime

/// The SQL of surveys.
enum SurveyStore {
    static let sealed = SealedTable("survey", columns: ["secret"])
    static let pageSize = 20

    /// Throws `notFound`.
    static func survey(_ id: Int64, in tx: Transaction) throws -> Survey {
        guard let row = try tx.row("SELECT * FROM survey WHERE id = \(id)") else {
            throw DomainError.notFound("没有这份问卷。")
        }
        return try Survey(row)
    }

    /// The same, held until the end of the transaction: what comes at once waits for what changes it.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Survey {
        try tx.lock("survey", id: id)
        return try survey(id, in: tx)
    }

    /// Those that are published, the newest first.
    static func published(after cursor: String?, in tx: Transaction) throws -> Slice<Survey> {
        try page("state IN ('open', 'closed')", after: cursor, in: tx)
    }

    /// Those of some organs, the newest first.
    static func surveys(of organs: Set<String>, after cursor: String?, in tx: Transaction) throws
        -> Slice<Survey>
    {
        try page("organ IN \(list: organs.sorted())", after: cursor, in: tx)
    }

    private static func page(_ condition: SQL, after cursor: String?, in tx: Transaction) throws
        -> Slice<Survey>
    {
        let older: SQL = try cursor.map { "AND id < \(try Cursor($0).id)" } ?? ""
        let rows = try tx.rows(
            "SELECT * FROM survey WHERE \(condition) \(older) ORDER BY id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(Survey.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// Those that are open, oldest first.
    static func open(in tx: Transaction) throws -> [Survey] {
        try tx.rows("SELECT * FROM survey WHERE state = 'open' ORDER BY id LIMIT 1000").map(Survey.init)
    }

    static func insert(_ survey: Survey, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO survey (id, organ, title, purpose, opens_on, closes_on, questions, quotas, state,
                revision, edited_by)
            VALUES (\(survey.id), \(survey.organ), \(survey.facts.title), \(survey.facts.purpose),
                \(survey.facts.opensOn), \(survey.facts.closesOn), \(encodeJSON(survey.questions)),
                \(encodeJSON(survey.quotas)), \(survey.state), \(survey.revision), \(survey.editedBy))
            """)
    }

    static func update(_ survey: Survey, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE survey SET title = \(survey.facts.title), purpose = \(survey.facts.purpose),
                opens_on = \(survey.facts.opensOn), closes_on = \(survey.facts.closesOn),
                questions = \(encodeJSON(survey.questions)), quotas = \(encodeJSON(survey.quotas)),
                state = \(survey.state), revision = \(survey.revision), edited_by = \(survey.editedBy),
                opened_by = \(survey.openedBy), conclusion = \(survey.conclusion)
            WHERE id = \(survey.id)
            """)
    }

    /// Gives a survey what its marks are made with: 32 random bytes.
    static func giveSecret(to id: Int64, in tx: Transaction) throws {
        let secret = try Randomness.bytes(32).map { String(format: "%02x", $0) }.joined()
        let sealed = try sealed.seal(secret, "secret", row: id, in: tx)
        try tx.execute("UPDATE survey SET secret = \(sealed) WHERE id = \(id)")
    }

    static func secret(of id: Int64, in tx: Transaction) throws -> String? {
        guard let row = try tx.row("SELECT id, secret FROM survey WHERE id = \(id)"),
            try row.optionalText("secret") != nil
        else { return nil }
        return try sealed.open("secret", of: row, in: tx)
    }
}

extension Survey {
    fileprivate var quotas: [String: Int] {
        Dictionary(facts.quotas.map { ($0.rawValue, $1) }) { first, _ in first }
    }

    fileprivate init(_ row: Row) throws {
        let quotas: [String: Int] = try row.json("quotas")
        let known = quotas.compactMap { name, most in AgeBand(rawValue: name).map { ($0, most) } }
        self.init(
            id: try row.id("id"), organ: try row.text("organ"),
            facts: Facts(
                title: try row.text("title"), purpose: try row.text("purpose"),
                opensOn: try row.day("opens_on"), closesOn: try row.day("closes_on"),
                quotas: Dictionary(known) { first, _ in first }),
            questions: try row.json("questions"), state: try row.value("state"),
            revision: try row.int("revision"), editedBy: try row.id("edited_by"),
            openedBy: try row.optionalID("opened_by"), conclusion: try row.optionalText("conclusion"))
    }
}
