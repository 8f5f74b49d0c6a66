import Codes
import Storage
import WorkingTime

/// Saves what the rules changed in a matter, and nothing else.
enum CaseWriting {
    /// Inserts the cases of a new matter.
    static func insert(_ matter: Matter, in tx: Transaction) throws -> [StoredCase] {
        try matter.cases.map { subject in
            let stored = try insert(subject, in: tx)
            try saveParts(of: subject, since: nil, in: tx)
            try CaseIndexing.insert(subject, root: matter.root, in: tx)
            return stored
        }
    }

    /// Updates the cases of a matter where they differ from what was loaded.
    static func update(_ matter: Matter, since loaded: [StoredCase], in tx: Transaction) throws
        -> [StoredCase]
    {
        try zip(matter.cases, loaded).map { subject, before in
            let stored = try update(subject, since: before, in: tx)
            try saveParts(of: subject, since: before.subject, in: tx)
            try CaseIndexing.update(subject, since: before.subject, root: matter.root, in: tx)
            return stored
        }
    }

    private static func insert(_ subject: Case, in tx: Transaction) throws -> StoredCase {
        let applicant = subject.applicant
        let head = try CaseHead(subject).texts(of: subject.id)
        let body = try CaseBody(subject).text(of: subject.id)
        func sealed(_ text: String, _ column: StaticString) throws -> String {
            try SealedTable.cases.seal(text, column, row: subject.id, in: tx)
        }
        try tx.send(
            """
            INSERT INTO service_case (id, number, parent_id, position, subject_code, subject_name, organ,
                applicant_kind, applicant_name, applicant_code, applicant_person, applicant_account, filed_by,
                filed_at, phase, outcome, accepted_at, closed_at, due_at, process_version, query_code, plan,
                applicant, filing, parts, form, body, revision)
            VALUES (\(subject.id), \(subject.number.text), \(subject.parentID), \(subject.position),
                \(subject.plan.code), \(subject.plan.name), \(subject.plan.organ),
                \(applicant.kind), \(applicant.name), \(sealed(applicant.code, "applicant_code")),
                \(applicant.personID),
                \(applicant.accountID), \(subject.filing.accountID), \(subject.filing.filedAt), \(subject.phase),
                \(subject.result?.outcome), \(subject.acceptedAt), \(subject.closedAt),
                \(subject.governingClock?.dueAt), \(subject.processVersion), \(subject.queryCode),
                \(head.plan), \(sealed(head.applicant, "applicant")), \(head.filing), \(head.parts),
                \(sealed(head.form, "form")), \(body), 1)
            """)
        return StoredCase(subject: subject, form: head.form, body: body)
    }

    /// Only columns with a new value are named: an index over a column that is named is written anew.
    private static func update(_ subject: Case, since loaded: StoredCase, in tx: Transaction) throws
        -> StoredCase
    {
        let before = loaded.subject
        var (changes, text): ([SQL], String) = ([], loaded.body)
        if subject.phase != before.phase { changes.append("phase = \(subject.phase)") }
        if subject.processVersion != before.processVersion {
            changes.append("process_version = \(subject.processVersion)")
        }
        if subject.result != before.result { changes.append("outcome = \(subject.result?.outcome)") }
        if subject.acceptedAt != before.acceptedAt { changes.append("accepted_at = \(subject.acceptedAt)") }
        if subject.closedAt != before.closedAt { changes.append("closed_at = \(subject.closedAt)") }
        if subject.rating != before.rating { changes.append("rating = \(subject.rating?.grade)") }
        let due = subject.governingClock?.dueAt
        if due != before.governingClock?.dueAt { changes.append("due_at = \(due)") }
        let body = CaseBody(subject)
        if body != CaseBody(before) {
            text = try body.text(of: subject.id)
            changes.append("body = \(text)")
        }
        if !changes.isEmpty {
            changes.append("revision = revision + 1")
            try tx.send("UPDATE service_case SET \(SQL.joined(changes, ", ")) WHERE id = \(subject.id)")
        }
        return StoredCase(subject: subject, form: loaded.form, body: text)
    }

    private static func saveParts(of subject: Case, since before: Case?, in tx: Transaction) throws {
        let id = subject.id
        for task in changed(subject.tasks, since: before?.tasks) {
            let isKnown = before?.tasks.contains { $0.id == task.id } == true
            try isKnown ? CaseRows.update(task, in: tx) : CaseRows.insert(task, of: id, in: tx)
        }
        try changed(subject.clocks, since: before?.clocks).forEach { try CaseRows.save($0, of: id, in: tx) }
        try changed(subject.materials, since: before?.materials).forEach {
            try CaseRows.save($0, of: id, in: tx)
        }
        try changed(subject.documents, since: before?.documents).forEach {
            try CaseRows.save($0, of: id, in: tx)
        }
        if subject.incidents != (before?.incidents ?? []) {
            try CaseRows.replace(subject.incidents, of: id, in: tx)
        }
        if subject.timers != (before?.timers ?? []) { try CaseRows.replace(subject.timers, of: id, in: tx) }
    }

    /// The parts that are new or were changed. What was there keeps its place as a rule, so it is looked for there first.
    private static func changed<Part: Equatable>(_ parts: [Part], since before: [Part]?) -> [Part] {
        guard let before else { return parts }
        return parts.enumerated().filter { place, part in
            !(before.indices.contains(place) && before[place] == part) && !before.contains(part)
        }.map(\.element)
    }
}
