import BusinessProcess
import Identity
import Jobs
import Journal
import Storage
import WorkingTime

extension Cases {
    /// Lets every case under way follow a restructuring, in the transaction that carries it out.
    ///
    /// What is finished is not touched: a job lets the successors look it up.
    /// - Returns: how many matters were changed.
    /// - Throws: `StorageError`; nothing is changed then.
    public func follow(_ change: OrganChange, by actor: Actor, at now: Instant, in tx: Transaction) throws
        -> Int
    {
        var (last, roots): (Int64, Set<Int64>) = (0, [])
        while true {
            let page = try touched(by: change.touched, after: last, limit: 200, in: tx)
            for subject in page where roots.insert(subject.root).inserted {
                try self.change(subject.number, by: actor, as: .system, at: now, in: tx) {
                    try $0.follow(change, on: $1)
                }
            }
            guard let end = page.last, page.count == 200 else { return roots.count }
            last = end.id
        }
    }

    /// Asks that the successors of organs may look up what those have finished.
    /// - Throws: `StorageError`.
    public static func openArchives(
        of restructuring: Int64, _ archives: [Archive], by account: Int64, at now: Instant,
        in tx: Transaction
    ) throws {
        for archive in archives {
            try JobQueue.enqueue(
                kind: ArchiveOpening.kind, key: "\(archive.from)@\(restructuring)", payload: archive, at: now,
                by: account, in: tx)
        }
    }

    /// The finished cases of an organ, and who may look them up from now on.
    public struct Archive: Codable, Sendable, Hashable {
        /// The organ that has finished them.
        public let from: String
        /// The organ that may see those of no item named in `items`.
        public let to: String
        /// The organ that may see those of an item, by the item's code.
        public let items: [String: String]

        /// An archive.
        public init(from: String, to: String, items: [String: String] = [:]) {
            (self.from, self.to, self.items) = (from, to, items)
        }
    }
}

/// Lets the successor of an organ see what that organ had to do with, two hundred cases at a time. The cases stay as they
/// are: only the list of those who may see them grows.
struct ArchiveOpening: SteppedWork {
    static let kind = JobKind("cases.archive", title: "向承接部门开放已办结的办件", unit: "件", which: "部门 {}")
    static let pageSize = 200

    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let archive = try job.payload(as: Cases.Archive.self)
        let last: Int64 = try job.cursor() ?? 0
        let rows = try tx.rows(
            """
            SELECT v.case_id, v.phase, v.organ, c.subject_code
            FROM case_party v JOIN service_case c ON c.id = v.case_id
            WHERE v.party = \(Party.organ(archive.from)) AND v.case_id > \(last)
            ORDER BY v.case_id LIMIT \(Self.pageSize)
            """)
        for row in rows { try open(row, archive, in: tx) }
        guard let end = rows.last, rows.count == Self.pageSize else { return .finished(done: rows.count) }
        return try .more(end.id("case_id"), done: rows.count)
    }

    private func open(_ row: Row, _ archive: Cases.Archive, in tx: Transaction) throws {
        let id = try row.id("case_id")
        let heir = archive.items[try row.text("subject_code")] ?? archive.to
        guard heir != archive.from else { return }
        try tx.send(
            """
            INSERT INTO case_party (party, case_id, phase, organ)
            VALUES (\(Party.organ(heir)), \(id), \(try row.text("phase")), \(try row.text("organ")))
            ON CONFLICT (party, case_id) DO NOTHING
            """)
        try CaseIndexing.writePendingWords(of: [id], in: tx)
    }
}
