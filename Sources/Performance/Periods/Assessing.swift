import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Counts and freezes in the background: what is running is kept fresh, what was asked for is counted day by day and frozen.
struct Assessing: Sendable {
    let database: Database

    /// The running month anew, the month before while it may still change, and those of the year that were never counted.
    func refresh(at now: Instant) async throws {
        try await database.write { try ModelStore.install(in: $0) }
        let running = Period(.month, of: now.day)
        for month in try await database.read({ try Self.stale(running, in: $0) }) {
            try await count(month, at: now)
        }
    }

    private static func stale(_ running: Period, in tx: Transaction) throws -> [Period] {
        let year = Period(.year, of: running.first).months.filter { $0.first < running.first }
        let open = try year.filter { try FigureStore.countedAt($0, in: tx) == nil }
        let previous = try FigureStore.isKept(running.previous, in: tx) ? [] : [running.previous]
        return Array(Set(open + previous + [running])).sorted { $0.first < $1.first }
    }

    /// Counts a month, a day at a time; `told` hears of each.
    func count(_ month: Period, at now: Instant, told: (Int) async throws -> Void = { _ in }) async throws {
        var sums: FigureSums = [:]
        for day in 0..<month.days {
            let start = month.first.adding(days: day).startOfDay
            if start <= now {
                let counting = FigureCounting(
                    start: start, end: month.first.adding(days: day + 1).startOfDay, now: now)
                sums.add(try await database.read { try counting.sums(in: $0) })
            }
            try await told(day + 1)
        }
        try await database.write { [sums] in try FigureStore.replace(sums, of: month, at: now, in: $0) }
    }

    /// Freezes what was asked for. When it breaks off, the next run begins the count anew.
    func freezeAsked(at now: Instant) async throws {
        for asked in try await database.read({ try PeriodStore.asked(in: $0) }) {
            try await freeze(asked.period, at: now)
        }
    }

    private func freeze(_ period: Period, at now: Instant) async throws {
        var done = 0
        for month in period.months {
            if try await database.read({ try !FigureStore.isKept(month, in: $0) }) {
                try await count(month, at: now) { [done] day in
                    // The progress is told ten times a month, not for every day.
                    guard day % 3 == 0 else { return }
                    try await database.write { try PeriodStore.progress(period, days: done + day, in: $0) }
                }
            }
            done += month.days
        }
        try await database.write { tx in try Self.freeze(period, at: now, in: tx) }
    }

    /// Keeps the months and writes down with what the points were computed.
    static func freeze(_ period: Period, at now: Instant, in tx: Transaction) throws {
        // What is being reported or reviewed at this moment comes before or not at all.
        try tx.exclude("performance-period")
        guard let model = ModelVersion.inForce(for: period, of: try ModelStore.versions(in: tx)) else {
            try PeriodStore.drop(period, in: tx)
            return try PerformanceOffice.record(
                "performance.freezing_dropped", "performance:\(period.text)",
                "没有对\(period.chinese)有效的绩效指标，没有核定。", by: .system, at: now, in: tx)
        }
        // Whoever counts a month at this moment puts the figures in before, or finds the month kept.
        for month in period.months { try FigureStore.hold(month, in: tx) }
        try FigureStore.keep(period.months, in: tx)
        try ReportStore.keep(period, in: tx)
        let inherited = try CorrectionStore.inherited(by: period, nil, in: tx)
        let inputs = try Assessment.inputs(period, isFrozen: true, inheriting: inherited, in: tx)
        let scoring = try model.model().counting(in: period.kind)
        let calendar = try Directory.calendar(in: tx)
        let limit = TimeLimit(value: scoring.appealDays, unit: .workingDay)
        try PeriodStore.freeze(
            period,
            Freezing(
                modelID: model.id, calendarVersion: calendar.version,
                organs: try Directory.everyOrgan(in: tx).map(AssessedOrgan.init),
                offices: try Directory.everyOffice(in: tx).map { AssessedOffice($0, in: period) },
                ranking: OrganScores.ranking(scoring, inputs),
                officeScores: OfficeScores.all(scoring, try OfficeFigureStore.offices(in: period, tx)),
                inherited: inherited.map(\.id),
                appealsUntil: calendar.reckon(limit, from: now, now: now).due ?? now),
            at: now, in: tx)
    }
}
