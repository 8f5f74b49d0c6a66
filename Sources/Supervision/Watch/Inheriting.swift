import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// What stands against an organ that is gone goes on with its successor: somebody has to answer, and to be heard. What is
/// over stays with the organ it was about.
struct Inheriting: Sendable {
    let database: Database
    let outbox: Outbox

    private static let atOnce = 200

    func inherit(at now: Instant) async throws {
        for (gone, heir) in try await database.read({ try Self.heirs(at: now, in: $0) }) {
            let organ = gone.key
            try await database.write { tx in
                for matter in try Self.open(organ, in: tx) {
                    try tx.execute("UPDATE supervised_matter SET organ = \(heir) WHERE id = \(matter)")
                }
                let signals = try Self.answerable(organ, at: now, in: tx)
                for id in signals {
                    try tx.lock("supervision_signal", id: id)
                    try tx.execute(
                        "UPDATE supervision_signal SET organ = \(heir), revision = revision + 1 WHERE id = \(id)"
                    )
                    try Journal.append(
                        JournalEntry(
                            at: now, actor: .system, action: "signal.inherited", subject: "signal:\(id)",
                            sentence: "部门撤并，监察信号由承接的部门继续说明和申诉。", detail: ["from": organ, "to": heir]), in: tx)
                }
                try tell(heir, of: signals.count, from: gone, at: now, in: tx)
            }
        }
    }

    /// The days for an appeal run on: whoever answers from now on has to know.
    private func tell(_ heir: String, of count: Int, from gone: Organ, at now: Instant, in tx: Transaction)
        throws
    {
        guard count > 0 else { return }
        for member in try Accounts.members(of: heir, on: now.day, in: tx) where member.roles.contains(.head) {
            try outbox.enqueue(
                to: member.id, about: "supervision",
                "\(gone.name)撤并，\(count) 条监察信号改由您的部门说明和申诉，请到监察信号页面查看。", at: now, in: tx)
        }
    }

    /// Organs that are gone and have something standing, each with the living one that took up what it did.
    private static func heirs(at now: Instant, in tx: Transaction) throws -> [(organ: Organ, heir: String)] {
        try OrganLineage(Directory.everyOrgan(in: tx)).passages(on: now.day).compactMap { organ, heir in
            let isNothingLeft =
                try answerable(organ.key, at: now, in: tx).isEmpty && open(organ.key, in: tx).isEmpty
            return isNothingLeft ? nil : (organ, heir.key)
        }
    }

    /// What somebody can still do something about: an appeal that waits for its decision, a card that may still be appealed,
    /// what is no card. A card that has become final stays with the organ it was raised against, and counts there.
    private static func answerable(_ organ: String, at now: Instant, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT id FROM supervision_signal
            WHERE organ = \(organ) AND state IN ('open', 'appealed')
                AND (state = 'appealed' OR appeal_until >= \(now) OR level NOT IN ('yellow', 'red'))
            ORDER BY id LIMIT \(atOnce)
            """
        ).map { try $0.id("id") }
    }

    /// What it was to do elsewhere.
    private static func open(_ organ: String, in tx: Transaction) throws -> [Int64] {
        try KindStore.kinds(in: tx).flatMap { version in
            try tx.rows(
                """
                SELECT id FROM supervised_matter
                WHERE kind_key = \(version.kind.key) AND organ = \(organ) AND ends_at IS NULL
                ORDER BY id LIMIT \(atOnce)
                """
            ).map { try $0.id("id") }
        }
    }
}
