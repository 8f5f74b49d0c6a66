import Codes
import Storage
import WorkingTime

/// Saves what the rules changed in a matter, and nothing else.
enum CaseWriting {
    /// The revision of a case that nothing has changed yet.
    static let first: Int64 = 1

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
    ///
    /// - Parameter condition: what must still be so besides, when the matter is not held; nil when it is. The row of
    ///   the root is written first, so that nothing is written of a matter that somebody else has changed.
    static func update(
        _ matter: Matter, since loaded: [StoredCase], if condition: SQL? = nil, in tx: Transaction
    ) throws -> [StoredCase] {
        // Not one more than before: a change that was undone may not share its number with one that was made.
        let revision = tx.ids.next()
        return try zip(matter.cases, loaded).map { subject, before in
            let stored = try update(
                subject, since: before, to: revision, if: subject.isChild ? nil : condition, in: tx)
            try saveParts(of: subject, since: before.subject, in: tx)
            try CaseIndexing.update(
                subject, since: before.subject, roots: (matter.root, loaded[0].subject), in: tx)
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
                applicant, filing, parts, form, body, revision, kind)
            VALUES (\(subject.id), \(subject.number.text), \(subject.parentID), \(subject.position),
                \(subject.plan.code), \(subject.plan.name), \(subject.plan.organ),
                \(applicant.kind), \(applicant.name), \(sealed(applicant.code, "applicant_code")),
                \(applicant.personID),
                \(applicant.accountID), \(subject.filing.accountID), \(subject.filing.filedAt), \(subject.phase),
                \(subject.result?.outcome), \(subject.acceptedAt), \(subject.closedAt),
                \(subject.governingClock?.dueAt), \(subject.processVersion), \(subject.queryCode),
                \(head.plan), \(sealed(head.applicant, "applicant")), \(head.filing), \(head.parts),
                \(sealed(head.form, "form")), \(body), \(first), \(subject.plan.matterKind))
            """)
        return StoredCase(subject: subject, form: head.form, body: body, revision: first)
    }

    private static func update(
        _ subject: Case, since loaded: StoredCase, to revision: Int64, if condition: SQL?, in tx: Transaction
    ) throws -> StoredCase {
        var (changes, text) = (columns(of: subject, since: loaded.subject), loaded.body)
        changes += try headColumns(of: subject, since: loaded.subject)
        let body = CaseBody(subject)
        if body != CaseBody(loaded.subject) {
            text = try body.text(of: subject.id)
            changes.append("body = \(text)")
        }
        // The root tells of every change of its matter.
        guard !changes.isEmpty || !subject.isChild else { return loaded }
        changes.append("revision = \(revision)")
        let update: SQL = "UPDATE service_case SET \(SQL.joined(changes, ", ")) WHERE id = \(subject.id)"
        if let condition {
            try tx.require("\(update) AND revision = \(loaded.revision) AND \(condition) RETURNING id") {
                throw StorageError.outdated
            }
        } else {
            try tx.send(update)
        }
        return StoredCase(subject: subject, form: loaded.form, body: text, revision: revision)
    }

    /// Only columns with a new value are named: an index over a column that is named is written anew.
    private static func columns(of subject: Case, since before: Case) -> [SQL] {
        var changes: [SQL] = []
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
        return changes
    }

    /// Its organs, after a restructuring of the government; nothing else of its head changes.
    private static func headColumns(of subject: Case, since before: Case) throws -> [SQL] {
        guard subject.plan != before.plan || subject.parts != before.parts else { return [] }
        let texts = try CaseHead(subject).texts(of: subject.id)
        return ["organ = \(subject.plan.organ)", "plan = \(texts.plan)", "parts = \(texts.parts)"]
    }

    private static func saveParts(of subject: Case, since before: Case?, in tx: Transaction) throws {
        let id = subject.id
        try saveTasks(of: subject, since: before?.tasks ?? [], in: tx)
        try CaseRows.save(changed(subject.clocks, since: before?.clocks), of: id, in: tx)
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

    private static func saveTasks(of subject: Case, since before: [CaseTask], in tx: Transaction) throws {
        var new: [CaseTask] = []
        for task in changed(subject.tasks, since: before) {
            if let earlier = before.first(where: { $0.id == task.id }) {
                try CaseRows.update(task, since: earlier, in: tx)
            } else {
                new.append(task)
            }
        }
        try CaseRows.insert(new, of: subject.id, in: tx)
    }

    /// The parts that are new or were changed. What was there keeps its place as a rule, so it is looked for there first.
    private static func changed<Part: Equatable>(_ parts: [Part], since before: [Part]?) -> [Part] {
        guard let before else { return parts }
        return parts.enumerated().filter { place, part in
            !(before.indices.contains(place) && before[place] == part) && !before.contains(part)
        }.map(\.element)
    }
}
