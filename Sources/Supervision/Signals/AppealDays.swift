import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// The days for an appeal are working days: when another calendar is published before they are over they are counted anew,
/// and never come out shorter than was told; a job. It goes through what may still be appealed once for each calendar, a
/// stretch at a time, and remembers how far it has come.
struct AppealDays: Sendable {
    let database: Database
    /// Signals in one transaction.
    var atOnce = 200

    /// What is left waits for the next run.
    private static let mostRounds = 50

    func reckon(at now: Instant) async throws {
        for _ in 0..<Self.mostRounds {
            let isDone = try await database.read { tx in
                try place(under: try Directory.calendar(in: tx), in: tx) == nil
            }
            guard !isDone else { return }
            try await database.write { try stretch(at: now, in: $0) }
            try Task.checkCancellation()
        }
    }

    /// The signal behind which it goes on; nil when all were counted by this calendar.
    private func place(under calendar: WorkingCalendar, in tx: Transaction) throws -> Int64? {
        let mark = try WatchStore.value(.appeals, in: tx)?.split(separator: " ").map(String.init) ?? []
        guard mark.first == String(calendar.version) else { return 0 }
        return mark.count > 1 ? Int64(mark[1]) : nil
    }

    private func stretch(at now: Instant, in tx: Transaction) throws {
        let calendar = try Directory.calendar(in: tx)
        guard let last = try place(under: calendar, in: tx) else { return }
        let ids = try SignalStore.appealable(after: last, at: now, limit: atOnce, in: tx)
        let days = try RuleStore.versions(in: tx).reduce(into: [Int64: Int]()) {
            $0[$1.id] = $1.rule.appealDays
        }
        for var signal in try SignalStore.held(ids, in: tx) {
            let before = signal.appealUntil
            guard signal.extendAppeal(to: days[signal.ruleID] ?? 0, by: calendar, at: now) else { continue }
            try SignalStore.update(signal, in: tx)
            try record(signal, before, by: calendar, at: now, in: tx)
        }
        let place = ids.count < atOnce ? "" : " \(ids.last ?? last)"
        try WatchStore.set(.appeals, to: "\(calendar.version)\(place)", in: tx)
    }

    private func record(
        _ signal: Signal, _ before: Instant, by calendar: WorkingCalendar, at now: Instant, in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: .system, action: "signal.appeal_extended", subject: "signal:\(signal.id)",
                sentence:
                    "按第 \(calendar.version) 版工作日历，监察信号的申诉期限由\(before.day.chinese)改为\(signal.appealUntil.day.chinese)。",
                detail: ["case": signal.number]), in: tx)
    }
}

extension Signal {
    /// The days for an appeal by another calendar, while they are not over.
    ///
    /// - Returns: false when that gives no more time.
    mutating func extendAppeal(to days: Int, by calendar: WorkingCalendar, at now: Instant) -> Bool {
        guard state == .open, now <= appealUntil else { return false }
        let until = calendar.workingDay(days, from: raisedAt.day).endOfDay
        guard until > appealUntil else { return false }
        appealUntil = until
        revision += 1
        return true
    }
}

extension SignalStore {
    /// The next that may still be appealed, oldest first.
    fileprivate static func appealable(after id: Int64, at now: Instant, limit: Int, in tx: Transaction)
        throws
        -> [Int64]
    {
        try tx.rows(
            """
            SELECT id FROM supervision_signal WHERE state = 'open' AND appeal_until >= \(now) AND id > \(id)
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }
}
