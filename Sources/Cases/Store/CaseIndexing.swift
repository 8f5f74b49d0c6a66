import Storage

/// Keeps beside each case what lists and searches walk along: its parties and its words.
enum CaseIndexing {
    /// Writes both for a new case.
    static func insert(_ subject: Case, root: Case, in tx: Transaction) throws {
        let parties = subject.parties(withRoot: root)
        try insert(parties, of: subject, in: tx)
        try insert([CaseWords(of: subject, parties)], in: tx)
    }

    /// Follows a change: a new phase, an organ that came in or, when the government is restructured, went.
    ///
    /// - Parameter roots: the root of the matter, as it is now and as it was.
    static func update(
        _ subject: Case, since before: Case, roots: (now: Case, then: Case), in tx: Transaction
    ) throws {
        let moved = subject.hasMoved(since: before) || roots.now.plan.organ != roots.then.plan.organ
        // Nothing else brings a party in.
        guard moved || subject.phase != before.phase || subject.tasks.count != before.tasks.count else {
            return
        }
        let known = before.parties(withRoot: roots.then)
        let parties = subject.parties(withRoot: roots.now)
        if moved { try remove(known.subtracting(parties), of: subject.id, in: tx) }
        let staying = moved ? known.intersection(parties) : known
        if subject.phase != before.phase || subject.plan.organ != before.plan.organ, !staying.isEmpty {
            try tx.send(
                """
                UPDATE case_party SET phase = \(subject.phase), organ = \(subject.plan.organ)
                WHERE case_id = \(subject.id) AND party IN \(list: staying.sorted())
                """)
        }
        guard parties != known else { return }
        try insert(parties.subtracting(known), of: subject, in: tx)
        try updateWords(of: subject, parties, in: tx)
    }

    private static func remove(_ parties: Set<String>, of id: Int64, in tx: Transaction) throws {
        guard !parties.isEmpty else { return }
        try tx.send(
            "DELETE FROM case_party WHERE case_id = \(id) AND party IN \(list: parties.sorted())")
    }

    /// Writes the words of cases that have none yet, or old ones, and takes them off the list.
    static func writePendingWords(of ids: [Int64], in tx: Transaction) throws {
        let key: SQL = tx.dialect == .sqlite ? "rowid" : "case_id"
        try tx.send("DELETE FROM case_text_pending WHERE case_id IN \(list: ids)")
        try tx.send("DELETE FROM case_text WHERE \(key) IN \(list: ids)")
        var parties: [Int64: Set<String>] = [:]
        for row in try tx.rows("SELECT case_id, party FROM case_party WHERE case_id IN \(list: ids)") {
            parties[try row.id("case_id"), default: []].insert(try row.text("party"))
        }
        let named = try tx.rows(
            "SELECT id, subject_name, applicant_name FROM service_case WHERE id IN \(list: ids)")
        guard !named.isEmpty else { return }
        try insert(
            named.map { row in
                let id = try row.id("id")
                return CaseWords(
                    id: id, service: try row.text("subject_name"), applicant: try row.text("applicant_name"),
                    parties: parties[id] ?? [])
            }, in: tx)
    }

    private static func insert(_ parties: Set<String>, of subject: Case, in tx: Transaction) throws {
        try tx.send(
            "INSERT INTO case_party (party, case_id, phase, organ) VALUES",
            rows: parties.sorted().map {
                "(\($0), \(subject.id), \(subject.phase), \(subject.plan.organ))"
            }, "ON CONFLICT (party, case_id) DO NOTHING")
    }

    /// Writes the words of cases that have none yet.
    static func insert(_ words: [CaseWords], in tx: Transaction) throws {
        let table: SQL
        let rows: [SQL]
        switch tx.dialect {
        case .sqlite:
            table = "case_text (rowid, words)"
            rows = words.map { "(\($0.id), \($0.text(for: .sqlite)))" }
        case .postgresql:
            table = "case_text (case_id, words)"
            rows = words.map {
                "(\($0.id), array_to_tsvector(string_to_array(\($0.text(for: .postgresql)), ' ')))"
            }
        }
        try tx.send("INSERT INTO \(table) VALUES \(SQL.joined(rows, ", "))")
    }

    private static func updateWords(of subject: Case, _ parties: Set<String>, in tx: Transaction) throws {
        let words = CaseWords(of: subject, parties).text(for: tx.dialect)
        switch tx.dialect {
        case .sqlite:
            try tx.send("UPDATE case_text SET words = \(words) WHERE rowid = \(subject.id)")
        case .postgresql:
            try tx.send(
                """
                UPDATE case_text SET words = array_to_tsvector(string_to_array(\(words), ' '))
                WHERE case_id = \(subject.id)
                """)
        }
    }
}

extension Case {
    /// Whether one of its organs is another one.
    fileprivate func hasMoved(since before: Case) -> Bool {
        plan.organ != before.plan.organ || plan.recused != before.plan.recused || parts != before.parts
            || zip(tasks, before.tasks).contains { $0.organ != $1.organ }
    }
}
