import Cases
import Government
import Journal
import Storage
import WorkingTime

/// What a rule would have found in the cases of the last year, had it been on.
struct RuleTrial: Codable, Sendable, Hashable {
    /// A case it would have found.
    struct Find: Codable, Sendable, Hashable {
        let id: Int64
        let number: String
        let name: String
        let organ: String
        let at: Instant

        /// Its page.
        var place: String { Signal.place(of: number, id) }
    }

    private(set) var looked = 0
    private(set) var count = 0
    /// How many of them are about each organ.
    private(set) var organs: [String: Int] = [:]
    /// The first of them.
    private(set) var sample: [Find] = []

    /// How far back it looks.
    static let seconds = 365 * 86_400
    /// The newest cases of the year; more are not looked at while somebody waits.
    static let most = 2_000
    private static let shown = 20

    /// Whether a first look may have left some out.
    var isSample: Bool { looked >= Self.most }

    /// A first answer from the newest cases.
    ///
    /// - Throws: `StorageError`.
    static func run(_ version: RuleVersion, at now: Instant, in tx: Transaction) throws -> RuleTrial {
        var trial = RuleTrial()
        guard let active = ActiveRule(version) else { return trial }
        let start = now.adding(seconds: -seconds)
        let ids =
            try SupervisedCase.filed(since: start, until: now, limit: most, in: tx)
            + MatterStore.reported(since: start, until: now, limit: most, in: tx)
        let calendar = try Directory.calendar(in: tx)
        for start in stride(from: 0, to: ids.count, by: 100) {
            try trial.look(
                at: Array(ids[start..<min(start + 100, ids.count)]), by: active, calendar, now, in: tx)
        }
        return trial
    }

    /// Looks at some more.
    ///
    /// - Throws: `StorageError`.
    mutating func look(
        at ids: [Int64], by active: ActiveRule, _ calendar: WorkingCalendar, _ now: Instant,
        in tx: Transaction
    ) throws {
        let signals = active.asksForCards ? try SignalStore.signals(ofCases: ids, in: tx) : [:]
        for var record in try WatchStore.records(ids, by: calendar, in: tx) {
            record.cards = signals[record.subject.id]?.compactMap(\.card) ?? []
            look(at: record, by: active, calendar, now)
        }
    }

    /// Looks at what a case was whenever the rule would have looked.
    mutating func look(
        at record: CaseRecord, by active: ActiveRule, _ calendar: WorkingCalendar, _ now: Instant
    ) {
        looked += 1
        let course = TrialCourse(record: record, active: active, calendar: calendar, now: now)
        for item in record.items(active.rule.scope) {
            guard let at = course.found(item) else { continue }
            count += 1
            organs[record.organ(item), default: 0] += 1
            guard sample.count < Self.shown else { continue }
            sample.append(
                Find(
                    id: record.subject.id, number: record.subject.number, name: record.subject.name,
                    organ: record.organ(item), at: at))
        }
    }
}
