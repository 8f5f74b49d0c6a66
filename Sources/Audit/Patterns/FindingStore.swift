import Journal
import Storage
import WorkingTime

/// The SQL of tallies and findings.
enum FindingStore {
    static let pageSize = 20

    /// Those of a state, the newest first.
    static func findings(_ state: Finding.State, after text: String?, in tx: Transaction) throws -> Slice<
        Finding
    > {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT * FROM audit_finding WHERE state = \(state) AND id < \(last)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Finding.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// One of them, held until the end of the transaction.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Finding? {
        try tx.lock("audit_finding", id: id)
        return try tx.row("SELECT * FROM audit_finding WHERE id = \(id)").map(Finding.init)
    }

    static func save(_ finding: Finding, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE audit_finding SET state = \(finding.state), words = \(finding.words),
                settled_by = \(finding.settledBy), settled_at = \(finding.settledAt)
            WHERE id = \(finding.id)
            """)
    }

    /// Counts an observation, and keeps a finding once there are enough. Counting the same entry again changes nothing.
    static func count(
        _ observation: Observation, of stored: StoredEntry, by version: Int, in tx: Transaction
    ) throws {
        let (pattern, key) = (observation.pattern, observation.key)
        let added = try tx.execute(
            """
            INSERT INTO audit_tally (pattern, key, member, at)
            VALUES (\(pattern), \(key), \(observation.member), \(stored.entry.at))
            ON CONFLICT (pattern, key, member) DO NOTHING
            """)
        guard added > 0 else { return }
        let count = try tx.count(
            "SELECT count(*) FROM audit_tally WHERE pattern = \(pattern) AND key = \(key)")
        guard count >= observation.threshold else { return }
        try keep(FindingDraft(observation, of: stored, count: count, version: version), in: tx)
    }

    /// Keeps a finding; of one that is open already the number grows.
    static func keep(_ draft: FindingDraft, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO audit_finding (id, pattern, key, rules_version, who, account_id, organ, subject, count,
                since, until, state)
            VALUES (\(tx.ids.next()), \(draft.pattern), \(draft.key), \(draft.version), \(draft.who),
                \(draft.accountID), \(draft.organ), \(draft.subject), \(draft.count), \(draft.at), \(draft.at),
                'open')
            ON CONFLICT (pattern, key) DO UPDATE SET
                count = excluded.count, subject = excluded.subject, until = excluded.until
            WHERE audit_finding.state = 'open'
            """)
    }

    /// Forgets what was counted before an instant, so many at once.
    static func forget(before instant: Instant, in tx: Transaction) throws {
        try tx.execute("DELETE FROM audit_tally WHERE at < \(instant)")
    }
}

/// A finding about to be kept.
struct FindingDraft: Sendable {
    let pattern: Pattern
    let key: String
    let version: Int
    let who: String
    let accountID: Int64
    let organ: String?
    let subject: String
    let count: Int
    let at: Instant
}

extension FindingDraft {
    /// From an entry with which there were enough.
    init(_ observation: Observation, of stored: StoredEntry, count: Int, version: Int) {
        let (entry, actor) = (stored.entry, stored.entry.actor)
        (pattern, key, self.version, self.count, at) =
            (observation.pattern, observation.key, version, count, entry.at)
        subject = AuditRules.caseNumber(of: entry) ?? entry.subject
        switch observation.pattern {
        case .sharedTerminal, .addressFailures: (who, accountID, organ) = (actor.address, 0, nil)
        case .accountFailures: (who, accountID, organ) = (entry.subject, 0, nil)
        default: (who, accountID, organ) = (actor.name, actor.accountID, actor.organ)
        }
    }
}
