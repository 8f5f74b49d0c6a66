import Codes
import Storage
import WorkingTime

/// Saves what the rules changed in a matter, and nothing else.
enum CaseWriting {
    /// Inserts the cases of a new matter.
    static func insert(_ matter: Matter, in tx: Transaction) throws {
        for subject in matter.cases {
            try insert(subject, in: tx)
            try saveParts(of: subject, since: nil, in: tx)
            try CaseIndexing.insert(subject, root: matter.root, in: tx)
        }
    }

    /// Updates the cases of a matter that differ from what was loaded.
    static func update(_ matter: Matter, since loaded: [Case], in tx: Transaction) throws {
        for (subject, before) in zip(matter.cases, loaded) {
            try update(subject, in: tx)
            try saveParts(of: subject, since: before, in: tx)
            try CaseIndexing.update(subject, since: before, root: matter.root, in: tx)
        }
    }

    private static func insert(_ subject: Case, in tx: Transaction) throws {
        let applicant = subject.applicant
        try tx.send(
            """
            INSERT INTO service_case (id, number, parent_id, position, subject_code, subject_name, organ,
                applicant_kind, applicant_name, applicant_code, applicant_person, applicant_account, filed_by,
                filed_at, phase, outcome, accepted_at, closed_at, due_at, process_version, query_code, plan,
                applicant, filing, parts, form, body, revision)
            VALUES (\(subject.id), \(subject.number.text), \(subject.parentID), \(subject.position),
                \(subject.plan.code), \(subject.plan.name), \(subject.plan.organ),
                \(applicant.kind), \(applicant.name), \(applicant.code), \(applicant.personID),
                \(applicant.accountID), \(subject.filing.accountID), \(subject.filing.filedAt), \(subject.phase),
                \(subject.result?.outcome), \(subject.acceptedAt), \(subject.closedAt),
                \(subject.governingClock?.dueAt), \(subject.processVersion), \(subject.queryCode),
                \(try CasePlan.texts.text(subject.plan)), \(try encodeJSON(applicant)),
                \(try encodeJSON(subject.filing)), \(try encodeJSON(subject.parts)),
                \(try encodeJSON(subject.form)), \(try encodeJSON(CaseBody(subject))), 1)
            """)
    }

    private static func update(_ subject: Case, in tx: Transaction) throws {
        try tx.send(
            """
            UPDATE service_case
            SET phase = \(subject.phase), process_version = \(subject.processVersion), outcome = \(subject.result?.outcome),
                accepted_at = \(subject.acceptedAt), closed_at = \(subject.closedAt),
                due_at = \(subject.governingClock?.dueAt), rating = \(subject.rating?.grade),
                body = \(try encodeJSON(CaseBody(subject))),
                revision = revision + 1
            WHERE id = \(subject.id)
            """)
    }

    private static func saveParts(of subject: Case, since before: Case?, in tx: Transaction) throws {
        let id = subject.id
        try changed(subject.tasks, since: before?.tasks).forEach { try CaseRows.save($0, of: id, in: tx) }
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

    private static func changed<Part: Hashable>(_ parts: [Part], since before: [Part]?) -> [Part] {
        guard let before, !before.isEmpty else { return parts }
        let known = Set(before)
        return parts.filter { !known.contains($0) }
    }
}
