import Refusals
import Storage
import WorkingTime

/// The SQL of plans and reports.
enum TargetStore {
    static let page = 50

    /// The newest version of each organ's plan in a year, by organ.
    static func plans(in year: Int, of organs: Set<String>?, after: String?, in tx: Transaction) throws
        -> Slice<
            TargetPlan
        >
    {
        let scope: SQL =
            if let organs {
                "(p.organ IN \(list: organs.sorted()) OR p.heir IN \(list: organs.sorted()))"
            } else { "1 = 1" }
        let from = try after.map { try Cursor($0).key } ?? ""
        let rows = try tx.rows(
            """
            SELECT p.* FROM target_plan p
            WHERE p.year = \(year) AND p.organ > \(from) AND \(scope)
                AND p.version = (SELECT max(v.version) FROM target_plan v WHERE v.year = p.year AND v.organ = p.organ)
            ORDER BY p.year, p.organ LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(TargetPlan.init), size: page) { Cursor(key: $0.organ, id: $0.id) }
    }

    /// All versions of one plan, the newest first.
    static func versions(_ year: Int, _ organ: String, in tx: Transaction) throws -> [TargetPlan] {
        try tx.rows(
            """
            SELECT * FROM target_plan WHERE year = \(year) AND organ = \(organ) ORDER BY version DESC LIMIT 100
            """
        ).map(TargetPlan.init)
    }

    static func reports(_ year: Int, _ organ: String, in tx: Transaction) throws -> [MilestoneReport] {
        try tx.rows(
            """
            SELECT * FROM target_report WHERE organ = \(organ) AND year = \(year) ORDER BY id DESC LIMIT 2000
            """
        ).map(MilestoneReport.init)
    }

    /// Throws `notFound`.
    static func report(_ id: Int64, _ year: Int, _ organ: String, in tx: Transaction) throws
        -> MilestoneReport
    {
        let row = try tx.row(
            "SELECT * FROM target_report WHERE id = \(id) AND organ = \(organ) AND year = \(year)")
        guard let row else { throw DomainError.notFound("没有这次反馈。") }
        return try MilestoneReport(row)
    }

    static func insert(_ plan: TargetPlan, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO target_plan (id, year, organ, version, state, targets)
            VALUES (\(plan.id), \(plan.year), \(plan.organ), \(plan.version), \(plan.state),
                \(encodeJSON(plan.targets)))
            """)
    }

    static func update(_ plan: TargetPlan, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE target_plan SET state = \(plan.state), targets = \(encodeJSON(plan.targets)), reason = \(plan.reason),
                side = \(plan.side), offered_by = \(plan.offeredBy), offered_by_name = \(plan.offeredByName),
                offered_at = \(plan.offeredAt), answered_by = \(plan.answeredBy),
                answered_by_name = \(plan.answeredByName), answered_at = \(plan.answeredAt),
                objection = \(plan.objection)
            WHERE id = \(plan.id)
            """)
    }

    static func insert(_ report: MilestoneReport, _ year: Int, _ organ: String, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO target_report (id, year, organ, milestone, words, evidence, reported_by, reported_by_name,
                reported_at)
            VALUES (\(report.id), \(year), \(organ), \(report.milestone), \(report.words), \(report.evidence),
                \(report.reportedBy), \(report.reportedByName), \(report.reportedAt))
            """)
    }

    static func update(_ report: MilestoneReport, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE target_report SET ruling = \(report.ruling), ruled_by = \(report.ruledBy),
                ruled_by_name = \(report.ruledByName), ruled_at = \(report.ruledAt), opinion = \(report.opinion)
            WHERE id = \(report.id)
            """)
    }
}

extension TargetPlan {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), year: try row.int("year"), organ: try row.text("organ"),
            version: try row.int("version"), state: try row.value("state"), targets: try row.json("targets"),
            reason: try row.optionalText("reason"),
            side: try row.optionalText("side").flatMap(Side.init(rawValue:)),
            offeredBy: try row.optionalID("offered_by"),
            offeredByName: try row.optionalText("offered_by_name"),
            offeredAt: try row.optionalInstant("offered_at"), answeredBy: try row.optionalID("answered_by"),
            answeredByName: try row.optionalText("answered_by_name"),
            answeredAt: try row.optionalInstant("answered_at"), objection: try row.optionalText("objection"),
            heir: try row.optionalText("heir"), inheritedOn: try row.optionalDay("inherited_on"))
    }
}

extension MilestoneReport {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), milestone: try row.id("milestone"), words: try row.text("words"),
            evidence: try row.text("evidence"), reportedBy: try row.id("reported_by"),
            reportedByName: try row.text("reported_by_name"), reportedAt: try row.instant("reported_at"),
            ruling: try row.optionalText("ruling").flatMap(Ruling.init(rawValue:)),
            ruledBy: try row.optionalID("ruled_by"), ruledByName: try row.optionalText("ruled_by_name"),
            ruledAt: try row.optionalInstant("ruled_at"), opinion: try row.optionalText("opinion"))
    }
}
