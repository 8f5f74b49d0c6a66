import Journal
import Refusals
import Storage
import WorkingTime

/// Cards that nobody has appealed in time are confirmed (成立): from then on they wait for nobody; a job.
struct Confirming: Sendable {
    let database: Database

    private static let atOnce = 200
    /// What is left waits for the next run.
    private static let mostRounds = 100

    func confirm(at now: Instant) async throws {
        for _ in 0..<Self.mostRounds {
            let due = try await database.read {
                try SignalStore.unappealed(at: now, limit: Self.atOnce, in: $0)
            }
            guard !due.isEmpty else { return }
            try await database.write { try confirm(due, at: now, in: $0) }
            guard due.count == Self.atOnce else { return }
            try Task.checkCancellation()
        }
    }

    private func confirm(_ ids: [Int64], at now: Instant, in tx: Transaction) throws {
        var entries: [JournalEntry] = []
        // Somebody may have taken one back since it was found.
        for var signal in try SignalStore.held(ids, in: tx) {
            guard signal.confirm(at: now) else { continue }
            try SignalStore.update(signal, in: tx)
            entries.append(
                JournalEntry(
                    at: now, actor: .system, action: "signal.confirmed", subject: "signal:\(signal.id)",
                    sentence: "监察\(signal.level.chinese)成立：\(signal.ruleName)，申诉期限已过，没有申诉。",
                    detail: ["case": signal.number, "rule": signal.ruleKey, "level": signal.level.rawValue]))
        }
        guard !entries.isEmpty else { return }
        try Journal.append(together: entries, in: tx)
    }
}

extension SignalStore {
    /// Cards whose days of appeal are over while nobody has appealed, the longest waiting first.
    static func unappealed(at now: Instant, limit: Int, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT id FROM supervision_signal
            WHERE state = 'open' AND level IN ('yellow', 'red') AND appeal_until < \(now)
            ORDER BY appeal_until, id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }

    /// Some signals as they are once nobody else can change them, by their ids.
    static func held(_ ids: [Int64], in tx: Transaction) throws -> [Signal] {
        guard !ids.isEmpty else { return [] }
        for id in ids.sorted() { try tx.lock("supervision_signal", id: id) }
        return try tx.rows("SELECT * FROM supervision_signal WHERE id IN \(list: ids) ORDER BY id").map(
            Signal.init)
    }
}
