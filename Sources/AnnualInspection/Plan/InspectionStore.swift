import Refusals
import Storage
import WorkingTime

/// The SQL of plans and of who has to file.
enum InspectionStore {
    /// How many rows stand on a page.
    static let pageSize = 20

    /// The years, the newest first.
    static func plans(in tx: Transaction) throws -> [InspectionPlan] {
        try tx.rows("SELECT * FROM inspection_plan ORDER BY year DESC LIMIT 20").map(InspectionPlan.init)
    }

    /// The plan of a year.
    static func plan(of year: Int, in tx: Transaction) throws -> InspectionPlan? {
        try tx.row("SELECT * FROM inspection_plan WHERE year = \(year)").map(InspectionPlan.init)
    }

    static func save(_ plan: InspectionPlan, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO inspection_plan (id, year, lead, opens_on, closes_on, parts, state, revision, edited_by,
                published_by, published_at)
            VALUES (\(plan.id), \(plan.year), \(plan.lead), \(plan.opensOn), \(plan.closesOn),
                \(try encodeJSON(plan.parts)), \(plan.state), \(plan.revision), \(plan.editedBy),
                \(plan.publishedBy), \(plan.publishedAt))
            ON CONFLICT (id) DO UPDATE SET opens_on = excluded.opens_on, closes_on = excluded.closes_on,
                parts = excluded.parts, state = excluded.state, revision = excluded.revision,
                edited_by = excluded.edited_by, published_by = excluded.published_by,
                published_at = excluded.published_at
            """)
    }

    /// Puts an enterprise on the list of a year, unless it stands there.
    static func oblige(_ code: String, _ name: String, in plan: Int64, _ tx: Transaction) throws -> Bool {
        try tx.row(
            """
            INSERT INTO inspection_duty (plan_id, code, name) VALUES (\(plan), \(code), \(name))
            ON CONFLICT (plan_id, code) DO NOTHING RETURNING code
            """) != nil
    }

    /// Who has to file and has not, in the order of their codes.
    static func missing(in plan: Int64, after: String?, _ tx: Transaction) throws -> Slice<Duty> {
        let last = try after.map { try Cursor($0).key } ?? ""
        let rows = try tx.rows(
            """
            SELECT code, name FROM inspection_duty
            WHERE plan_id = \(plan) AND filing_id IS NULL AND code > \(last)
            ORDER BY code LIMIT \(pageSize + 1)
            """)
        let duties = try rows.map { Duty(code: try $0.text("code"), name: try $0.text("name")) }
        return Slice(fetched: duties, size: pageSize) { Cursor(key: $0.code, id: 0) }
    }

    /// How many have to file, and how many have.
    static func figures(of plan: Int64, in tx: Transaction) throws -> (obliged: Int, filed: Int) {
        let row = try tx.row(
            """
            SELECT COUNT(*) AS obliged, COUNT(filing_id) AS filed FROM inspection_duty WHERE plan_id = \(plan)
            """)
        return (try row?.int("obliged") ?? 0, try row?.int("filed") ?? 0)
    }
}

/// An enterprise that has to file.
struct Duty: Sendable, Hashable {
    let code: String
    let name: String
}

extension InspectionPlan {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), year: try row.int("year"), lead: try row.text("lead"),
            opensOn: try row.day("opens_on"), closesOn: try row.day("closes_on"),
            parts: try row.json("parts"),
            state: try row.value("state"), revision: try row.int("revision"),
            editedBy: try row.id("edited_by"), publishedBy: try row.optionalID("published_by"),
            publishedAt: try row.optionalInstant("published_at"))
    }
}
