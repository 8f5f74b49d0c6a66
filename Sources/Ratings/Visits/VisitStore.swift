import Refusals
import Storage
import WorkingTime

/// The SQL of codes.
enum VisitStore {
    static func insert(_ code: VisitCode, by account: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO visit_code (code, source, organ, item, place, made_at, made_by, expires_at)
            VALUES (\(code.code), \(code.source), \(code.organ), \(code.item), \(code.place), \(now), \(account),
                \(code.expiresAt))
            """)
    }

    /// Throws `notFound`.
    static func code(_ code: String, in tx: Transaction) throws -> VisitCode {
        guard let row = try tx.row("SELECT * FROM visit_code WHERE code = \(code)") else {
            return try ofCase(code, in: tx)
        }
        return VisitCode(
            code: try row.text("code"), source: try row.value("source"), organ: try row.text("organ"),
            item: try row.text("item"), place: try row.text("place"),
            expiresAt: try row.instant("expires_at"), madeBy: try row.id("made_by"),
            usedAt: try row.optionalInstant("used_at"))
    }

    /// One that came with the result of a case; used is what was rated by whichever way.
    private static func ofCase(_ code: String, in tx: Transaction) throws -> VisitCode {
        let row = try tx.row(
            """
            SELECT c.*, r.rated_at FROM case_rating_code c
                LEFT JOIN service_rating r ON r.subject = c.case_number
            WHERE c.code = \(code)
            """)
        guard let row else { throw DomainError.notFound("没有这个评价码，请核对后再输入。") }
        return VisitCode(
            code: code, source: .matter, organ: try row.text("organ"), item: try row.text("item"), place: "",
            expiresAt: try row.instant("expires_at"), caseNumber: try row.text("case_number"),
            usedAt: try row.optionalInstant("rated_at"))
    }

    /// Takes the code: of two who come at once, the first.
    static func use(_ code: VisitCode, at now: Instant, in tx: Transaction) throws {
        let taken = try tx.execute(
            "UPDATE visit_code SET used_at = \(now) WHERE code = \(code.code) AND used_at IS NULL")
        guard taken == 1 else { throw DomainError.conflict("您已经评价过了，谢谢。") }
    }
}
