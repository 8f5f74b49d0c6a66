import Government
import Storage
import WorkingTime

/// What an organ may report on today and has not yet, or has to state anew.
struct ReportsDue: Sendable {
    let address: ReportAddress
    let indicator: Indicator
    let until: CivilDate
    let isReturned: Bool

    /// Of some organs, over the periods that are running and those before.
    static func of(_ organs: Set<String>, on today: CivilDate, in tx: Transaction) throws -> [ReportsDue] {
        guard !organs.isEmpty else { return [] }
        let versions = try ModelStore.versions(in: tx)
        return try periods(today).flatMap { period -> [ReportsDue] in
            guard try PeriodStore.record(period, in: tx) == nil,
                let whole = try ModelVersion.inForce(for: period, of: versions)?.model()
            else { return [] }
            let model = whole.counting(in: period.kind)
            return try organs.sorted().flatMap { organ in
                try due(organ, period, model, today, try ReportStore.reports(of: organ, in: period, tx))
            }
        }
    }

    private static func periods(_ today: CivilDate) -> [Period] {
        Period.Kind.allCases.flatMap { kind in
            let running = Period(kind, of: today)
            return [running.previous, running]
        }
    }

    private static func due(
        _ organ: String, _ period: Period, _ model: PerformanceModel, _ today: CivilDate,
        _ reports: [String: SelfReport]
    ) throws -> [ReportsDue] {
        model.indicators.compactMap { indicator in
            guard let reporting = indicator.reported else { return nil }
            let (window, report) = (reporting.window(of: period), reports[indicator.key])
            let isReturned = report?.state == .returned
            guard isReturned || (report == nil && window.contains(today)) else { return nil }
            return ReportsDue(
                address: ReportAddress(period: period, organ: organ, indicator: indicator.key),
                indicator: indicator, until: window.upperBound, isReturned: isReturned)
        }
    }
}

/// What organs and indicators are called in a list.
struct ReportNames: Sendable {
    private let organs: [String: String]
    private let indicators: [String: String]

    init(on day: CivilDate, in tx: Transaction) throws {
        organs = try Directory.everyOrgan(in: tx).reduce(into: [:]) { $0[$1.key] = $1.name }
        // An indicator keeps its key over the versions; its newest name is the one people know.
        let models = try ModelStore.versions(in: tx).filter { $0.state == .on }.map { try $0.model() }
        indicators = models.reversed().flatMap(\.everyIndicator).reduce(into: [:]) { $0[$1.key] = $1.name }
    }

    func organ(_ key: String) -> String { organs[key] ?? key }
    func indicator(_ key: String) -> String { indicators[key] ?? key }
}
