import Search
import Storage

/// Keeps beside each case what lists and searches walk along: its parties and its words.
enum CaseIndexing {
    /// Writes both for a new case.
    static func insert(_ subject: Case, root: Case, in tx: Transaction) throws {
        let parties = subject.parties(withRoot: root)
        try insert(parties, of: subject, in: tx)
        try insertWords(of: subject, parties, in: tx)
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

    /// Writes the words of a case that has none yet, or old ones, and takes it off the list.
    static func writePendingWords(of id: Int64, in tx: Transaction) throws {
        try tx.send("DELETE FROM case_text_pending WHERE case_id = \(id)")
        try tx.send(
            tx.dialect == .sqlite
                ? "DELETE FROM case_text WHERE rowid = \(id)" : "DELETE FROM case_text WHERE case_id = \(id)")
        guard let row = try tx.row("SELECT * FROM service_case WHERE id = \(id)") else { return }
        let parties = try tx.rows("SELECT party FROM case_party WHERE case_id = \(id)").map {
            try $0.text("party")
        }
        try insertWords(of: Case(SealedTable.cases.opened(row, in: tx)), Set(parties), in: tx)
    }

    private static func insert(_ parties: Set<String>, of subject: Case, in tx: Transaction) throws {
        try tx.send(
            "INSERT INTO case_party (party, case_id, phase, organ) VALUES",
            rows: parties.sorted().map {
                "(\($0), \(subject.id), \(subject.phase), \(subject.plan.organ))"
            }, "ON CONFLICT (party, case_id) DO NOTHING")
    }

    private static func insertWords(of subject: Case, _ parties: Set<String>, in tx: Transaction) throws {
        try insert(words(of: subject, parties), of: subject.id, in: tx)
    }

    private static func insert(_ words: String, of id: Int64, in tx: Transaction) throws {
        try insert([(id, words)], in: tx)
    }

    /// Writes the words of cases that have none yet.
    static func insert(_ words: [(id: Int64, words: String)], in tx: Transaction) throws {
        let table: SQL
        let rows: [SQL]
        switch tx.dialect {
        case .sqlite:
            table = "case_text (rowid, words)"
            rows = words.map { "(\($0.id), \($0.words))" }
        case .postgresql:
            table = "case_text (case_id, words)"
            rows = words.map { "(\($0.id), array_to_tsvector(string_to_array(\($0.words), ' ')))" }
        }
        try tx.send("INSERT INTO \(table) VALUES \(SQL.joined(rows, ", "))")
    }

    private static func updateWords(of subject: Case, _ parties: Set<String>, in tx: Transaction) throws {
        let words = words(of: subject, parties)
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

    private static func words(of subject: Case, _ parties: Set<String>) -> String {
        words(service: subject.plan.name, applicant: subject.applicant.name, parties)
    }

    static func words(service: String, applicant: String, _ parties: Set<String>) -> String {
        let names = SearchWords.of("\(service) \(applicant)")
        let own = parties.sorted().flatMap { party in
            [word(party)]
                + (Party.isOrgan(party) ? names.map { SearchWords.scoped($0, to: word(party)) } : [])
        }
        return (names + own).joined(separator: " ")
    }

    /// A party as one word that no name can be: `organ:scjg` is `porganscjg`.
    static func word(_ party: String) -> String {
        "p" + party.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

extension Case {
    /// Whether one of its organs is another one.
    fileprivate func hasMoved(since before: Case) -> Bool {
        plan.organ != before.plan.organ || parts != before.parts
            || zip(tasks, before.tasks).contains { $0.organ != $1.organ }
    }
}
