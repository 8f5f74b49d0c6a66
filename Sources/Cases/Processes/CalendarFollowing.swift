import Government
import Identity
import Jobs
import Journal
import Storage
import WorkingTime

extension Cases {
    /// Asks that every running clock follows a calendar, in the transaction that publishes it. Finished clocks
    /// keep the version they were reckoned by.
    public static func follow(
        _ calendar: WorkingCalendar, by account: Int64, at now: Instant, in tx: Transaction
    ) throws {
        try JobQueue.enqueue(
            kind: CalendarFollowing.kind, key: String(calendar.version),
            payload: CalendarFollowing.Order(version: calendar.version), at: now, by: account, in: tx)
    }

    func reckon(_ number: String, in tx: Transaction) throws {
        try change(number, by: .system, as: .system, at: now, in: tx) { matter, occasion in
            matter.followCalendar(on: occasion)
        }
    }
}

/// Reckons anew what an older calendar of working days reckoned: running clocks, timers and limits of steps, a hundred
/// cases at a time.
struct CalendarFollowing: SteppedWork {
    static let kind = JobKind("cases.calendar", title: "按新版工作日历重新推算时限", which: "第 {} 版")
    static let pageSize = 100

    /// Which calendar is followed.
    struct Order: Codable {
        let version: Int
    }

    let cases: Cases
    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let version = try job.payload(as: Order.self).version
        let total = job.stepCount == 0 ? try OutdatedCase.matterCount(before: version, in: tx) : nil
        let outdated = try OutdatedCase.page(before: version, after: try job.cursor() ?? 0, in: tx)
        var matters: Set<Int64> = []
        for subject in outdated where matters.insert(subject.rootID).inserted {
            // A matter that cannot go on must not keep the others waiting.
            do { try cases.reckon(subject.number, in: tx) } catch {
                try LoneReckoning.ask(for: subject, version: version, at: cases.now, in: tx)
            }
        }
        guard let last = outdated.last, outdated.count == Self.pageSize else {
            return .finished(done: matters.count)
        }
        return try .more(last.id, done: matters.count, total: total)
    }
}

/// Reckons the clocks of one matter that could not be reckoned with all others.
struct LoneReckoning: SteppedWork {
    static let kind = JobKind("cases.reckoning", title: "重新推算一个办件的时限", which: "办件 {}")

    let cases: Cases
    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        try cases.reckon(try job.payload(), in: tx)
        return .finished(done: 1)
    }

    static func ask(for subject: OutdatedCase, version: Int, at now: Instant, in tx: Transaction) throws {
        try JobQueue.enqueue(
            kind: kind, key: "\(subject.number)@\(version)", payload: subject.number, at: now, in: tx)
    }
}
