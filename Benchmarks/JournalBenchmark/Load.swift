import Foundation
import Journal
import Refusals
import Storage
import WorkingTime

/// Entries as cases write them.
enum SampleEntry {
    static func next(_ turn: Int) -> JournalEntry {
        JournalEntry(
            at: .now,
            actor: Actor(
                accountID: 1_002, name: "李敏", organ: "scjg", roles: ["officer"], channel: "page",
                address: "10.0.0.7"),
            action: "case.accepted", subject: "4412022026112100\(10_000 + turn % 90_000)",
            sentence: "\("李敏") 受理了「\("食品经营许可")」申请。", isPublic: true,
            beforeDigest: String(repeating: "a", count: 64), afterDigest: String(repeating: "b", count: 64),
            detail: ["step": "受理", "phase": "accepted"])
    }
}

/// Fills a journal.
struct Filler {
    let database: Database

    func fill(_ count: Int) async throws {
        for start in stride(from: 0, to: count, by: 1_000) {
            try await database.write { tx in
                let entries = try (start..<min(count, start + 1_000)).map {
                    try StoredEntry(id: tx.ids.next(), entry: SampleEntry.next($0))
                }
                try Journal.append(entries, in: tx)
            }
        }
    }
}

/// Transactions of about the weight of a case's change: reads, and several rows with two entries.
struct Load {
    struct Result {
        var count = 0
        var seconds = 0.0
        var latencies: [Double] = []

        static func += (sum: inout Result, more: Result) {
            sum.count += more.count
            sum.seconds += more.seconds
            sum.latencies += more.latencies
        }

        /// Rate, and latencies in milliseconds.
        func figures(_ name: String) -> [String: Double] {
            let sorted = latencies.sorted()
            func part(_ share: Double) -> Double {
                sorted.isEmpty ? 0 : 1_000 * sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
            }
            return [
                "\(name)Rate": Double(count) / seconds, "\(name)P50": part(0.5), "\(name)P95": part(0.95),
                "\(name)P99": part(0.99),
            ]
        }
    }

    let database: Database
    let writers: Int
    let rate: Double

    func run(seconds: Double) async throws -> Result {
        let began = ContinuousClock.now
        let until = began + .seconds(seconds)
        let latencies = try await withThrowingTaskGroup(of: [Double].self) { group in
            for writer in 0..<writers { group.addTask { try await write(as: writer, until: until) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return Result(
            count: latencies.count, seconds: began.duration(to: .now) / Duration.seconds(1),
            latencies: latencies)
    }

    private func write(as writer: Int, until: ContinuousClock.Instant) async throws -> [Double] {
        var (latencies, turn) = ([Double](), writer)
        let step = rate > 0 ? Duration.seconds(Double(writers) / rate) : .zero
        var due = ContinuousClock.now + step * Double.random(in: 0..<1)
        while due < until, ContinuousClock.now < until {
            if rate > 0 { try await Task.sleep(until: due) }
            let began = rate > 0 ? due : .now
            try await transaction(turn)
            latencies.append(began.duration(to: .now) / Duration.seconds(1))
            turn += writers
            due += step
        }
        return latencies
    }

    private func transaction(_ turn: Int) async throws {
        try await database.write { tx in
            _ = try Journal.entries(
                subject: SampleEntry.next(turn).subject, onlyPublic: false, limit: 20, in: tx)
            for _ in 0..<2 { try Journal.append(SampleEntry.next(turn), in: tx) }
            let answer = Idempotency.Request(
                accountID: 1_002, key: "\(tx.ids.next())", operation: "benchmark", digest: "")
            try answer.remember(String(repeating: "x", count: 400), at: .now, in: tx)
        }
    }
}
