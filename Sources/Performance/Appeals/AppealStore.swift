import Refusals
import Storage
import WorkingTime

/// The SQL of appeals.
enum AppealStore {
    static let page = 30
    static let noAppeal: Sentence = "没有这件申诉。"

    /// - Parameter organs: what one may see; nil for all.
    /// - Throws: `notFound`, also for what one may not see.
    static func appeal(_ id: Int64, _ organs: Set<String>?, in tx: Transaction) throws -> ScoreAppeal {
        let row = try tx.row("SELECT * FROM performance_appeal WHERE id = \(id)")
        guard let appeal = try row.map(ScoreAppeal.init), organs?.contains(appeal.organ) ?? true else {
            throw DomainError.notFound(noAppeal)
        }
        return appeal
    }

    /// Those of an organ about a period, the oldest first.
    static func appeals(of organ: String, in period: Period, _ tx: Transaction) throws -> [ScoreAppeal] {
        try tx.rows(
            """
            SELECT * FROM performance_appeal WHERE organ = \(organ) AND period = \(period.text)
            ORDER BY id LIMIT 500
            """
        ).map(ScoreAppeal.init)
    }

    /// One page, the newest first.
    static func appeals(
        _ organs: Set<String>?, _ state: ScoreAppeal.State?, after cursor: String?, in tx: Transaction
    ) throws -> Slice<ScoreAppeal> {
        var parts: [SQL] = [try cursor.map { "id < \(try Cursor($0).id)" } ?? "1 = 1"]
        if let organs { parts.append("organ IN \(list: organs.sorted())") }
        if let state { parts.append("state = \(state)") }
        let rows = try tx.rows(
            """
            SELECT * FROM performance_appeal WHERE \(SQL.joined(parts, " AND "))
            ORDER BY id DESC LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(ScoreAppeal.init), size: page) { Cursor(key: $0.id, id: $0.id) }
    }

    static func save(_ appeal: ScoreAppeal, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO performance_appeal (id, period, organ, indicator, state, decide_days, appealed_at, course,
                appealed_by, decided_by, revision)
            VALUES (\(appeal.id), \(appeal.period.text), \(appeal.organ), \(appeal.indicator), \(appeal.state),
                \(appeal.decideDays), \(appeal.appealedAt), \(encodeJSON(appeal.course)), \(appeal.appealedBy),
                \(appeal.decidedBy), \(appeal.revision))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, course = excluded.course,
                decided_by = excluded.decided_by, revision = excluded.revision
            """)
    }
}

/// The SQL of corrections: they are only ever added.
enum CorrectionStore {
    private static let mostRows = 20_000

    /// Those of a period itself, in the order in which they were made.
    static func corrections(of period: Period, in tx: Transaction) throws -> [Correction] {
        try tx.rows(
            "SELECT * FROM performance_correction WHERE period = \(period.text) ORDER BY id LIMIT \(mostRows)"
        ).map(Correction.init)
    }

    /// What a longer period has of the corrections of its months, and a year of those of its quarters: all that count, or
    /// those it was frozen with.
    static func inherited(by period: Period, _ record: PeriodRecord?, in tx: Transaction) throws
        -> [Correction]
    {
        guard !period.parts.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT * FROM performance_correction
            WHERE period IN \(list: period.parts.map(\.text)) AND figure <> \(Indicator.reportedName)
            ORDER BY id LIMIT \(mostRows)
            """)
        let all = try rows.map(Correction.init)
        if let record, record.isFrozen { return all.filter { record.inherited.contains($0.id) } }
        let quarters = Set(all.map(\.period)).filter { $0.kind == .quarter }
        let known = try quarters.reduce(into: [Period: Set<Int64>]()) {
            $0[$1] = try PeriodStore.record($1, in: tx)?.inherited
        }
        return all.filter { !$0.isOvertaken(by: all, after: known[$0.period] ?? []) }
    }

    static func insert(_ one: Correction, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO performance_correction (id, appeal_id, period, organ, indicator, figure, amount_before,
                amount_after, reason, corrected_by, corrected_by_name, corrected_at)
            VALUES (\(one.id), \(one.appealID), \(one.period.text), \(one.organ), \(one.indicator), \(one.figure),
                \(one.before), \(one.after), \(one.reason), \(one.by), \(one.byName), \(one.at))
            """)
    }
}

extension ScoreAppeal {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), period: Period(try row.text("period")) ?? Period(.month, of: .first),
            organ: try row.text("organ"), indicator: try row.text("indicator"),
            decideDays: try row.int("decide_days"), appealedAt: try row.instant("appealed_at"),
            state: try row.value("state"), course: try row.json("course"),
            appealedBy: try row.id("appealed_by"), decidedBy: try row.optionalID("decided_by"),
            revision: try row.int("revision"))
    }
}

extension Correction {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), appealID: try row.id("appeal_id"),
            period: Period(try row.text("period")) ?? Period(.month, of: .first),
            organ: try row.text("organ"), indicator: try row.text("indicator"),
            figure: try row.text("figure"), before: try row.optionalInt("amount_before"),
            after: try row.int("amount_after"), reason: try row.text("reason"),
            by: try row.id("corrected_by"), byName: try row.text("corrected_by_name"),
            at: try row.instant("corrected_at"))
    }
}
