import Cases
import Identity
import Jobs
import Refusals
import Storage

/// A takeover as its page shows it.
struct TakeoverView: Sendable {
    let record: TakeoverRecord
    let counts: [TakeoverLine.Verdict: Int]
    let job: QueuedJob?
    let lines: Slice<TakeoverLine>

    /// How many lines would be taken over, or were.
    func count(_ verdict: TakeoverLine.Verdict) -> Int { counts[verdict] ?? 0 }
}

extension Takeovers {
    /// How many obstacles are named.
    static let namedObstacles = 20

    /// One takeover with a page of its lines.
    func view(_ id: Int64, _ verdict: TakeoverLine.Verdict?, after: String?) async throws -> TakeoverView {
        try await database.read { tx in
            let record = try TakeoverStore.find(id, in: tx)
            let number = try after.map { Int(try Cursor($0).numericKey) } ?? 0
            let size = LineStore.pageSize
            let lines = try LineStore.lines(of: id, verdict, after: number, limit: size + 1, in: tx)
            return TakeoverView(
                record: record, counts: try LineStore.counts(of: id, in: tx),
                job: try record.jobID.flatMap { try JobQueue.find($0, in: tx) },
                lines: Slice(fetched: lines, size: size) { Cursor(key: Int64($0.number), id: $0.id) })
        }
    }

    /// What stands in the way of undoing it, the first of them.
    func obstacles(to record: TakeoverRecord, in tx: Transaction) throws -> [TakeoverObstacle] {
        var (obstacles, number) = ([TakeoverObstacle](), 0)
        while obstacles.count < Self.namedObstacles {
            let lines = try LineStore.lines(of: record.id, .taken, after: number, limit: 500, in: tx)
            guard let last = lines.last else { break }
            obstacles += try changed(lines, of: record, in: tx)
            number = last.number
        }
        return Array(obstacles.prefix(Self.namedObstacles))
    }

    private func changed(
        _ lines: [TakeoverLine], of record: TakeoverRecord, in tx: Transaction
    ) throws -> [TakeoverObstacle] {
        let accounts = Set(
            try TakenOverAccounts.changed(
                among: lines.compactMap(\.accountID), reason: record.reason, in: tx))
        let numbers = Set(try work.matters.cases.changed(among: lines.compactMap(\.caseNumber), in: tx))
        let found = lines.filter { line in
            line.accountID.map(accounts.contains) == true || line.caseNumber.map(numbers.contains) == true
        }
        return try found.prefix(Self.namedObstacles).map { line in
            let words = try obstacle(line, record, in: tx)
            return TakeoverObstacle(
                line: line.number, name: line.name, words: words?.chinese ?? "迁入以后又有变动。")
        }
    }

    private func obstacle(
        _ line: TakeoverLine, _ record: TakeoverRecord, in tx: Transaction
    ) throws -> Sentence? {
        if let number = line.caseNumber {
            return try work.matters.cases.obstacle(toRemoving: number, in: tx)
        }
        guard let id = line.accountID else { return nil }
        let posts = try StaffTaking.posts(of: id, in: record, in: tx)
        return try TakenOverAccounts.obstacle(to: id, with: posts, in: tx)
    }
}
