import Storage
import WorkingTime

/// Which orders a list shows.
struct OrderFilter: Sendable, Hashable {
    var stage: SupervisionOrder.Stage?
    /// A column of the board.
    var column: OrderBoard.Column?
    /// The organs one may see; nil for all.
    var organs: Set<String>?

    var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if let stage { parts.append("d.stage = \(stage)") }
        if let column { parts.append(column.condition) }
        if let organs {
            parts.append(
                """
                EXISTS (SELECT 1 FROM supervision_order_part p
                    WHERE p.order_id = d.id AND coalesce(p.heir, p.organ) IN \(list: organs.sorted()))
                """)
        }
        return SQL.joined(parts, " AND ")
    }
}

extension SupervisionOrder {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), number: try row.text("case_number"), title: try row.text("title"),
            source: try row.value("source"), reference: try row.text("reference"),
            words: try row.text("words"),
            lead: try row.text("lead"), stage: try row.value("stage"),
            dueAt: try row.optionalInstant("due_at"),
            filedByName: try row.text("filed_by_name"), filedAt: try row.instant("filed_at"),
            closedAt: try row.optionalInstant("closed_at"), circular: try row.optionalText("circular"),
            circulatedAt: try row.optionalInstant("circulated_at"),
            struckReason: try row.optionalText("struck_reason"),
            struckAt: try row.optionalInstant("struck_at"), isUnfinished: try row.bool("is_unfinished"))
    }
}
