import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Tells the editors of a column before it goes stale, and once more when it is: each time once, whatever happens.
struct ColumnWatch: Sendable {
    /// How far a column is.
    enum Stage: String, Sendable {
        case soon, late
    }

    let database: Database
    let outbox: Outbox
    let book: InspectionBook

    /// Looks at every column.
    func run(at now: Instant) async throws {
        let sites = try await database.read { try SiteStore.sites(in: $0) }
        for site in sites {
            let due = try await database.read { tx in
                try HealthStore.columns(
                    of: site.id, warnDays: try book.current(in: tx).warnDays, today: now.day, in: tx)
            }.compactMap { health in Self.stage(of: health).map { (health, $0) } }
            for (health, stage) in due {
                try await database.write { try tell(health, stage, in: site, at: now, $0) }
            }
        }
    }

    /// Of what its editors are told; nil for nothing.
    static func stage(of health: ColumnHealth) -> Stage? {
        health.isStale ? .late : health.isSoon ? .soon : nil
    }

    private func tell(
        _ health: ColumnHealth, _ stage: Stage, in site: ContentSite, at now: Instant, _ tx: Transaction
    ) throws {
        guard let dueOn = health.dueOn else { return }
        let column = health.column
        let people = try Self.responsible(for: column, in: tx)
        // Whoever comes first tells: the row says that it was done.
        let isFirst = try tx.execute(
            """
            INSERT INTO content_column_warning (column_id, due_on, stage, told_at, told)
            VALUES (\(column.id), \(dueOn), \(stage), \(now), \(people.count))
            ON CONFLICT (column_id, due_on, stage) DO NOTHING
            """)
        guard isFirst > 0 else { return }
        let sentence: Sentence =
            stage == .soon
            ? "「\(site.name)」的栏目「\(column.name)」\(health.words)，应在\(dueOn.written)以前更新。"
            : "「\(site.name)」的栏目「\(column.name)」\(health.words)没有更新，会在网站检查中扣分。"
        for account in people {
            try outbox.enqueue(to: account, about: "column \(column.id)", sentence, at: now, in: tx)
        }
        try Journal.append(
            JournalEntry(
                at: now, actor: .system, action: "column.warned", subject: "site \(site.id)",
                sentence: "提醒 \(people.count) 人：\(sentence.chinese)"), in: tx)
    }

    /// The editors of a column, or who else works there when it has none.
    static func responsible(for column: Column, in tx: Transaction) throws -> [Int64] {
        let holders = try SiteStore.holders(of: column.id, in: tx)
        let editors = holders.filter { $0.role == .editor }
        return Set((editors.isEmpty ? holders : editors).map(\.accountID)).sorted()
    }
}
