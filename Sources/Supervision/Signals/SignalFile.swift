import CSV
import Government
import HTTPTypes
import Identity
import Storage
import Web
import WorkingTime

/// The signals of a list as a file, for whoever works on with them elsewhere.
struct SignalFile: Sendable {
    /// The newest that one file holds.
    private static let most = 10_000

    let office: SupervisionOffice

    var routes: [Route] {
        [
            .get(SupervisionPath.file, .may(.readSignals, .answerSignals), "监察信号（CSV）") { request, officer in
                let filter = SignalPages.filter(request, officer)
                let names = try await office.everyOrgan().namesByKey
                let lines = try await office.database.read { try Self.lines(filter, names, in: $0) }
                return .bytes(
                    Array((CSVLine.mark + lines.joined()).utf8), contentType: "text/csv; charset=utf-8"
                ).header("Content-Disposition", "attachment; filename=\"signals-\(request.now.day.iso).csv\"")
            }
        ]
    }

    private static func lines(_ filter: SignalFilter, _ names: [String: String], in tx: Transaction) throws
        -> [String]
    {
        let rows = try tx.rows(
            """
            SELECT id, rule_name, level, case_number, case_name, organ, raised_at, appeal_until, decide_until, state
            FROM supervision_signal WHERE \(filter.condition) ORDER BY id DESC LIMIT \(most)
            """)
        let heading = ["信号", "规则", "级别", "办件编号", "办件", "部门", "发出时间", "申诉期限", "裁定期限", "状态"]
        return try [CSVLine.text(heading)]
            + rows.map { row in
                let organ = try row.text("organ")
                let level: SupervisionRule.Level = try row.value("level")
                return CSVLine.text([
                    String(try row.id("id")), try row.text("rule_name"),
                    level.chinese,
                    try row.text("case_number"), try row.text("case_name"), names[organ] ?? organ,
                    try row.instant("raised_at").rfc3339, try row.instant("appeal_until").day.iso,
                    try row.optionalInstant("decide_until")?.day.iso ?? "",
                    Signal.State(kept: try row.value("state"), level).chinese,
                ])
            }
    }
}
