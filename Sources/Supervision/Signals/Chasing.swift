import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Appeals that nobody has decided are not forgotten: those who decide and the leaders are told on the last working day
/// before the day, and when it is over; a job.
struct Chasing: Sendable {
    let database: Database
    let outbox: Outbox

    private static let atOnce = 100
    /// Nobody is woken for it.
    private static let firstHour = 8

    func chase(at now: Instant) async throws {
        guard now >= Instant(day: now.day, hour: Self.firstHour) else { return }
        let due = try await database.read { tx in
            let soon = try Directory.calendar(in: tx).workingDay(1, from: now.day).endOfDay
            return try SignalStore.unchased(at: now, soon, limit: Self.atOnce, in: tx)
        }
        guard !due.isEmpty else { return }
        try await database.write { tx in
            let deciding = try Self.deciding(on: now.day, in: tx)
            for signal in try SignalStore.held(due, in: tx) where signal.state == .appealed {
                try tell(signal, deciding, at: now, in: tx)
            }
        }
    }

    private static func deciding(on day: CivilDate, in tx: Transaction) throws -> [OrganMember] {
        try Accounts.holders(of: .supervisor, on: day, in: tx)
            + Accounts.holders(of: .leader, on: day, in: tx)
    }

    /// Nobody decides about their own organ or their own appeal.
    private func tell(_ signal: Signal, _ deciding: [OrganMember], at now: Instant, in tx: Transaction) throws
    {
        guard let until = signal.decideUntil else { return }
        let isOver = until < now
        let (rule, number, day) = (signal.ruleName, signal.number, until.day.chinese)
        let words: Sentence =
            isOver
            ? "监察信号「\(rule)」（\(number)）的申诉应在\(day)以前裁定，已经超期，请尽快裁定。"
            : "监察信号「\(rule)」（\(number)）的申诉要在\(day)以前裁定，还没有裁定。"
        let told = deciding.filter { $0.organ != signal.organ && $0.id != signal.appealedBy }
        for account in Set(told.map(\.id)).sorted() {
            try outbox.enqueue(to: account, about: signal.address, words, at: now, in: tx)
        }
        try tx.send("UPDATE supervision_signal SET chased = \(isOver ? 2 : 1) WHERE id = \(signal.id)")
        try Journal.append(
            JournalEntry(
                at: now, actor: .system, action: "signal.chased", subject: "signal:\(signal.id)",
                sentence: words, detail: ["case": number]), in: tx)
    }
}

extension SignalStore {
    /// Appeals that wait for a decision, whose day comes or is over, and of which nobody was told so yet.
    fileprivate static func unchased(at now: Instant, _ soon: Instant, limit: Int, in tx: Transaction) throws
        -> [Int64]
    {
        try tx.rows(
            """
            SELECT id FROM supervision_signal
            WHERE state = 'appealed' AND decide_until <= \(soon)
                AND (chased = 0 OR (chased = 1 AND decide_until < \(now)))
            ORDER BY decide_until, id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }
}
