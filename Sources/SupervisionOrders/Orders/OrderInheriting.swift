import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// When organs are merged or dissolved, what is under way follows its case at once (`OrderStore.follow`). What is over stays
/// with the organ it was about, and whoever took up what that did may look it up.
struct OrderInheriting: Sendable {
    let database: Database

    private static let atOnce = 500

    /// A job; it may run again at any time.
    func inherit(at now: Instant) async throws {
        for (organ, heir) in try await database.read({ try Self.heirs(on: now.day, in: $0) }) {
            try await database.write { tx in
                try tx.exclude("orders-\(organ)")
                let count = try Self.handOn(organ, to: heir, in: tx)
                guard count > 0 else { return }
                try Journal.append(
                    JournalEntry(
                        at: now, actor: .system, action: "supervision_order.inherited",
                        subject: "organ:\(organ)", sentence: "部门撤并，\(count) 项督办任务由承接的部门查阅。",
                        detail: ["from": organ, "to": heir]), in: tx)
            }
        }
    }

    /// Organs that are gone and have parts nobody answers for, each with the living one that took up what it did.
    private static func heirs(on day: CivilDate, in tx: Transaction) throws -> [(organ: String, heir: String)]
    {
        let passages = OrganLineage(try Directory.everyOrgan(in: tx)).passages(on: day)
        guard !passages.isEmpty else { return [] }
        let left = try tx.rows(of: passages.map { "\(parts(of: $0.gone.key)) LIMIT 1" })
        return zip(passages, left).compactMap { passage, rows in
            rows.isEmpty ? nil : (passage.gone.key, passage.heir.key)
        }
    }

    private static func handOn(_ organ: String, to heir: String, in tx: Transaction) throws -> Int {
        try tx.execute(
            """
            UPDATE supervision_order_part SET heir = \(heir)
            WHERE order_id IN (\(parts(of: organ)) ORDER BY order_id LIMIT \(atOnce))
                AND coalesce(heir, organ) = \(organ)
            """)
    }

    private static func parts(of organ: String) -> SQL {
        """
        SELECT order_id FROM supervision_order_part
        WHERE (organ = \(organ) AND heir IS NULL) OR heir = \(organ)
        """
    }
}
