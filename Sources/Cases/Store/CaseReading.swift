import Storage
import WorkingTime

/// Reads whole cases: the row with its tasks, clocks, timers, materials and documents.
enum CaseReading {
    /// The case of this number, if it exists, with the id of its root.
    static func rootID(of number: String, in tx: Transaction) throws -> Int64? {
        let row = try tx.row("SELECT id, parent_id FROM service_case WHERE number = \(number)")
        guard let row else { return nil }
        return try row.optionalID("parent_id") ?? row.id("id")
    }

    /// The root case and its children, in order.
    static func family(ofRoot id: Int64, in tx: Transaction) throws -> [Case] {
        try stored(ofRoot: id, in: tx).map(\.subject)
    }

    /// The same with the texts they stand in.
    static func stored(ofRoot id: Int64, in tx: Transaction) throws -> [StoredCase] {
        let rows = try tx.rows(
            "SELECT * FROM service_case WHERE id = \(id) OR parent_id = \(id) ORDER BY position"
        ).map { try SealedTable.cases.opened($0, in: tx) }
        let cases = try completed(rows.map { try Case($0) }, in: tx)
        return try zip(cases, rows).map {
            StoredCase(
                subject: $0, form: try $1.text("form"), body: try $1.text("body"),
                revision: try $1.id("revision"))
        }
    }

    /// The cases with their tasks, clocks, timers, materials and documents.
    private static func completed(_ cases: [Case], in tx: Transaction) throws -> [Case] {
        let those: SQL = "case_id IN \(list: cases.map(\.id))"
        let parts = try tx.rows(
            of: "SELECT * FROM case_task WHERE \(those) ORDER BY id",
            "SELECT * FROM case_clock WHERE \(those) ORDER BY id",
            "SELECT * FROM case_timer WHERE \(those) ORDER BY activity",
            "SELECT * FROM case_material WHERE \(those) ORDER BY filed_at, file_id",
            "SELECT * FROM case_document WHERE \(those) ORDER BY id",
            "SELECT * FROM case_incident WHERE \(those) ORDER BY since"
        ).map { try Dictionary(grouping: $0) { try $0.id("case_id") } }
        return try cases.map { subject in
            var subject = subject
            subject.tasks = try (parts[0][subject.id] ?? []).map(CaseTask.init)
            subject.clocks = try (parts[1][subject.id] ?? []).map(CaseClock.init)
            subject.timers = try (parts[2][subject.id] ?? []).map(CaseTimer.init)
            subject.materials = try (parts[3][subject.id] ?? []).map(FiledMaterial.init)
            subject.documents = try (parts[4][subject.id] ?? []).map(IssuedDocument.init)
            subject.incidents = try (parts[5][subject.id] ?? []).map(CaseIncident.init)
            return subject
        }
    }
}

extension Case {
    /// A case from its row alone, without its tasks and papers.
    init(_ row: Row) throws {
        let (head, body) = (try CaseHead.of(row), try CaseBody.of(row))
        self.init(
            id: try row.id("id"), number: head.number, parentID: try row.optionalID("parent_id"),
            position: try row.int("position"), plan: head.plan, applicant: head.applicant,
            filing: head.filing, parts: head.parts, form: head.form, queryCode: try row.text("query_code"),
            phase: try row.value("phase"), process: body.process,
            processVersion: try row.int("process_version"), outcomes: body.outcomes,
            heldMessages: body.heldMessages ?? [], evidenceRequest: body.evidenceRequest,
            deferral: body.deferral, commitment: body.commitment, hearing: body.hearing,
            draft: body.draft, result: body.result, rating: body.rating,
            acceptedAt: try row.optionalInstant("accepted_at"),
            closedAt: try row.optionalInstant("closed_at"), urgedAt: body.urgedAt)
    }
}
