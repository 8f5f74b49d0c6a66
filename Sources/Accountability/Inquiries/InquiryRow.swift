import Storage
import WorkingTime

extension Inquiry {
    init(_ row: Row, in tx: Transaction) throws {
        let (stored, due) = (try row.value("stage", as: Stage.self), try row.optionalInstant("due_at"))
        let open = try row.optionalText("step").flatMap { InquiryPlan.stages[$0] }
        self.init(
            id: try row.id("id"), number: try row.text("case_number"), source: try row.value("source"),
            reference: try row.text("reference"), title: try row.text("title"),
            evidence: try row.json("evidence"), organ: try row.text("organ"),
            accountID: try row.id("account_id"),
            person: try InquiryStore.sealed.open("person", of: row, in: tx),
            facts: try InquiryStore.sealed.open("facts", of: row, in: tx), stage: open ?? stored,
            dueAt: try row.optionalInstant("step_due_at") ?? due, listedAt: due,
            proposedBy: try row.id("proposed_by"),
            checkedBy: try row.optionalID("checked_by"), decidedBy: try row.optionalID("decided_by"),
            reviewedBy: try row.optionalID("reviewed_by"), filedAt: try row.instant("filed_at"),
            toldAt: try row.optionalInstant("told_at"), servedAt: try row.optionalInstant("served_at"),
            closedAt: try row.optionalInstant("closed_at"),
            outcome: try row.optionalText("outcome").flatMap(Outcome.init(rawValue:)),
            measure: try row.optionalText("measure"), measureName: try row.optionalText("measure_name"))
    }
}
