import Refusals
import Services
import Storage
import WorkingTime

/// The SQL of filings.
enum FilingStore {
    static let sealed = SealedTable("inspection_filing", columns: ["answers"])

    /// What an enterprise said in a year.
    static func filing(of code: String, in plan: Int64, _ tx: Transaction) throws -> InspectionFiling? {
        try tx.row("SELECT * FROM inspection_filing WHERE plan_id = \(plan) AND code = \(code)").map {
            try InspectionFiling(sealed.opened($0, in: tx), parts: PartStore.parts(of: $0.id("id"), in: tx))
        }
    }

    /// - Throws: `notFound`.
    static func filing(_ id: Int64, in plan: Int64, _ tx: Transaction) throws -> InspectionFiling {
        let row = try tx.row("SELECT * FROM inspection_filing WHERE id = \(id) AND plan_id = \(plan)")
        guard let row else { throw DomainError.notFound("没有这份年检申报，可能链接不完整。") }
        return try InspectionFiling(sealed.opened(row, in: tx), parts: PartStore.parts(of: id, in: tx))
    }

    /// What an enterprise said last before a year.
    static func earlier(than year: Int, of code: String, in tx: Transaction) throws -> (
        plan: InspectionPlan, answers: FormAnswers
    )? {
        let row = try tx.row(
            """
            SELECT id, year, answers FROM inspection_filing WHERE code = \(code) AND year < \(year)
            ORDER BY year DESC LIMIT 1
            """)
        guard let row, let plan = try InspectionStore.plan(of: row.int("year"), in: tx) else { return nil }
        return (plan, try sealed.opened(row, in: tx).json("answers"))
    }

    /// - Throws: `conflict` when the enterprise has filed in this year.
    static func insert(_ filing: InspectionFiling, in tx: Transaction) throws {
        let answers = try sealed.seal(encodeJSON(filing.answers), "answers", row: filing.id, in: tx)
        let row = try tx.row(
            """
            INSERT INTO inspection_filing (id, plan_id, year, code, name, account_id, filed_by, filed_at, answers,
                carried)
            VALUES (\(filing.id), \(filing.planID), \(filing.year), \(filing.code), \(filing.name),
                \(filing.accountID), \(filing.filedBy), \(filing.filedAt), \(answers),
                \(try encodeJSON(filing.carried.sorted())))
            ON CONFLICT (plan_id, code) DO NOTHING RETURNING id
            """)
        guard row != nil else { throw DomainError.conflict("这家企业今年已经申报，不能重复申报。") }
        for part in filing.parts { try PartStore.save(part, of: filing, in: tx) }
        _ = try InspectionStore.oblige(filing.code, filing.name, in: filing.planID, tx)
        try tx.execute(
            """
            UPDATE inspection_duty SET filing_id = \(filing.id)
            WHERE plan_id = \(filing.planID) AND code = \(filing.code)
            """)
    }

    /// What stands before an organ in one state, the oldest first.
    static func list(
        _ state: InspectionPart.State, of organ: String, in plan: Int64, after: String?, _ tx: Transaction
    ) throws -> Slice<Listed> {
        let last = try after.map { try Cursor($0).id } ?? 0
        let rows = try tx.rows(
            """
            SELECT f.id, f.code, f.name, f.filed_at, p.correct_by FROM inspection_part p
            JOIN inspection_filing f ON f.id = p.filing_id
            WHERE p.plan_id = \(plan) AND p.organ = \(organ) AND p.state = \(state) AND p.filing_id > \(last)
            ORDER BY p.filing_id LIMIT \(InspectionStore.pageSize + 1)
            """)
        let listed = try rows.map {
            Listed(
                id: try $0.id("id"), code: try $0.text("code"), name: try $0.text("name"),
                filedAt: try $0.instant("filed_at"), correctBy: try $0.optionalDay("correct_by"))
        }
        return Slice(fetched: listed, size: InspectionStore.pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// How many filings stand before an organ in each state.
    static func figures(of organ: String, in plan: Int64, _ tx: Transaction) throws -> [InspectionPart.State:
        Int]
    {
        let rows = try tx.rows(
            """
            SELECT state, COUNT(*) AS n FROM inspection_part WHERE plan_id = \(plan) AND organ = \(organ)
            GROUP BY state
            """)
        return Dictionary(try rows.map { (try $0.value("state"), try $0.int("n")) }) { first, _ in first }
    }

    /// A filing in an organ's list.
    struct Listed: Sendable, Hashable {
        let id: Int64
        let code: String
        let name: String
        let filedAt: Instant
        let correctBy: CivilDate?
    }
}

extension InspectionFiling {
    fileprivate init(_ row: Row, parts: [InspectionPart]) throws {
        self.init(
            id: try row.id("id"), planID: try row.id("plan_id"), year: try row.int("year"),
            code: try row.text("code"), name: try row.text("name"), accountID: try row.id("account_id"),
            filedBy: try row.text("filed_by"), filedAt: try row.instant("filed_at"),
            answers: try row.json("answers"), carried: Set(try row.json("carried", as: [String].self)),
            parts: parts)
    }
}
