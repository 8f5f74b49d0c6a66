import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What people add to an annual report: figures the platform does not have, and the words of three chapters.
struct ReportEntry: Codable, Sendable, Hashable {
    /// Figures by row and column, `rules.0`.
    var figures: [String: Int] = [:]
    /// 总体情况.
    var overview = ""
    /// 存在的主要问题及改进情况.
    var problems = ""
    /// 其他需要报告的事项.
    var others = ""

    init() {}

    /// What was entered.
    ///
    /// - Throws: `invalid` naming every figure that is none and every text that is too long.
    init(_ form: FormData, rules: DisclosureRules) throws {
        var errors: [FieldError] = []
        for name in Self.names(rules) {
            guard let text = form[name], !text.isEmpty else { continue }
            guard let number = Int(text), (0...Self.largest).contains(number) else {
                errors.append(FieldError(name, "请填写 0 到 \(Self.largest) 的整数。"))
                continue
            }
            figures[name] = number
        }
        overview = form["overview"] ?? ""
        problems = form["problems"] ?? ""
        others = form["others"] ?? ""
        for (name, text) in [("overview", overview), ("problems", problems), ("others", others)]
        where text.count > Self.longestWords {
            errors.append(FieldError(name, "最多 \(Self.longestWords) 字，请精简。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    static let largest = 99_999_999
    static let longestWords = 10_000

    /// Every figure that is entered.
    static func names(_ rules: DisclosureRules) -> [String] {
        rules.proactive.flatMap { table in (table.columns ?? []).indices.map { "\(table.code).\($0)" } }
            + rules.disputes.flatMap { table in
                rules.disputeColumns.indices.map { "\(table.code).\($0)" }
            }
    }

    /// The figures of a row.
    func line(_ code: String, columns: Int) -> [Int] { (0..<columns).map { figures["\(code).\($0)"] ?? 0 } }
}

/// The SQL of what is added to reports.
enum ReportStore {
    /// - Parameter organ: whose report; empty for that of the district.
    static func entry(_ year: Int, of organ: String, in tx: Transaction) throws -> ReportEntry? {
        try tx.row("SELECT body FROM disclosure_report WHERE organ = \(organ) AND year = \(year)")?.json(
            "body")
    }

    static func save(
        _ entry: ReportEntry, for year: Int, of organ: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let body = try encodeJSON(entry)
        try tx.execute(
            """
            INSERT INTO disclosure_report (organ, year, body, saved_at, saved_by)
            VALUES (\(organ), \(year), \(body), \(now), \(actor.name))
            ON CONFLICT (organ, year) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at,
                saved_by = excluded.saved_by
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "disclosure_report.saved",
                subject: "disclosure_report/\(organ.isEmpty ? "" : "\(organ)/")\(year)",
                sentence: "\(actor.name)填写了\(year)年政府信息公开工作年度报告。"), in: tx)
    }

    /// The years in which requests were filed, newest first, with this one.
    static func years(today: CivilDate, in tx: Transaction) throws -> [Int] {
        let first = try tx.row("SELECT filed_at FROM disclosure_request ORDER BY id LIMIT 1")?.instant(
            "filed_at")
        let since = max(first?.day.year ?? today.year, today.year - 30)
        return Array(since...max(since, today.year)).reversed()
    }
}
