import Cases
import Codes
import Government
import Storage
import WorkingTime

/// Counts for the page, once a minute, so that looking costs one row.
struct Counting: Sendable {
    let database: Database
    let sources: CockpitSources
    /// Days in one go: the past of a house is counted over some minutes and never again.
    var daysAtOnce = 40

    private static let daysKept = 366

    func count(at now: Instant) async throws {
        try await countDays(at: now)
        let counted = try await database.read { try figures(at: now, in: $0) }
        try await database.write { try FigureStore.put(counted, in: $0) }
    }

    /// Counts today, and days that are over and were not counted to their end.
    private func countDays(at now: Instant) async throws {
        let today = now.day
        let counts = try await database.read { tx in
            let first = today.adding(days: -Self.daysKept)
            let final = Set(try FigureStore.days(since: first, in: tx).filter(\.isFinal).map(\.day))
            let missing = (0..<Self.daysKept).map { today.adding(days: -$0) }.filter { !final.contains($0) }
            return try missing.prefix(daysAtOnce).map { try Self.count($0, isFinal: $0 < today, in: tx) }
        }
        try await database.write { tx in for count in counts { try FigureStore.put(count, in: tx) } }
    }

    private static func count(_ day: CivilDate, isFinal: Bool, in tx: Transaction) throws -> CountedDay {
        let figure = try CaseOutlook.figure(
            from: day.startOfDay, until: day.adding(days: 1).startOfDay, in: tx)
        return CountedDay(
            day: day, filed: figure.filed.reduce(0) { $0 + $1.count }, decided: figure.decided,
            late: figure.late,
            topics: figure.filed.map { .init(key: $0.subject, name: $0.name, count: $0.count) },
            isFinal: isFinal)
    }

    /// What is due before is about to be overdue: today, or on the next working day.
    static func near(_ now: Instant, _ calendar: WorkingCalendar) -> Instant {
        calendar.workingDay(onOrAfter: now.day.adding(days: 1)).adding(days: 1).startOfDay
    }

    func figures(at now: Instant, in tx: Transaction) throws -> CockpitFigures {
        let calendar = try Directory.calendar(in: tx)
        let near = Self.near(now, calendar)
        var figures = CockpitFigures(at: now, near: near)
        let standing = try CaseOutlook.standing(at: now, near: near, in: tx)
        let isOrder = { (one: CaseOutlook.Standing) in one.kind == CaseKind.supervisionOrder.rawValue }
        figures.orders = standing.filter(isOrder).reduce(0) { $0 + $1.overdue }
        let cases = standing.filter { !isOrder($0) }
        figures.open = cases.reduce(0) { $0 + $1.open }
        figures.overdue = cases.reduce(0) { $0 + $1.overdue }
        figures.nearly = cases.reduce(0) { $0 + $1.near }
        let cards = try sources.cards(tx)
        figures.red = cards.filter { $0.level == "red" }.reduce(0) { $0 + $1.count }
        figures.yellow = cards.filter { $0.level == "yellow" }.reduce(0) { $0 + $1.count }
        figures.organs = try organs(cases, cards, in: tx)
        let topics = Array(Self.groups(cases, by: \.subject).prefix(15))
        let names = try CaseOutlook.names(ofSubjects: topics.map(\.key), in: tx)
        figures.topics = topics.map { group in
            var group = group
            group.name = names[group.key] ?? group.key
            return group
        }
        figures.streets = try streets(at: now, in: tx)
        let days = try FigureStore.days(since: now.day.adding(days: -Self.daysKept), in: tx)
        let fortnight = try FigureStore.days(since: now.day.adding(days: -13), withTopics: true, in: tx)
        figures.rises = CockpitFigures.rises(fortnight, today: now.day)
        figures.months = CockpitFigures.months(days)
        figures.days = days.suffix(30).map {
            .init(key: $0.day.iso, filed: $0.filed, decided: $0.decided, late: $0.late)
        }
        return figures
    }

    private static func groups(_ cases: [CaseOutlook.Standing], by key: KeyPath<CaseOutlook.Standing, String>)
        -> [CockpitFigures.Group]
    {
        Dictionary(grouping: cases) { $0[keyPath: key] }.map { key, cases in
            CockpitFigures.Group(
                key: key, open: cases.reduce(0) { $0 + $1.open },
                overdue: cases.reduce(0) { $0 + $1.overdue },
                near: cases.reduce(0) { $0 + $1.near })
        }.sorted(by: CockpitFigures.Group.isWorse)
    }

    private func organs(_ cases: [CaseOutlook.Standing], _ cards: [CockpitSources.Cards], in tx: Transaction)
        throws
        -> [CockpitFigures.Group]
    {
        let names = try Directory.organs(in: tx).namesByKey
        let red = Dictionary(grouping: cards.filter { $0.level == "red" }, by: \.organ)
            .mapValues { $0.reduce(0) { $0 + $1.count } }
        var groups = Self.groups(cases, by: \.organ)
        let known = Set(groups.map(\.key))
        groups += red.keys.filter { !known.contains($0) }.sorted().map { CockpitFigures.Group(key: $0) }
        return groups.map { group in
            var group = group
            (group.name, group.cards) = (names[group.key] ?? group.key, red[group.key] ?? 0)
            return group
        }.sorted(by: CockpitFigures.Group.isWorse)
    }

    private func streets(at now: Instant, in tx: Transaction) throws -> [CockpitFigures.Group] {
        let counted = Dictionary(try sources.streets(now, tx).map { ($0.code, $0) }) { first, _ in first }
        return try Directory.divisions(in: tx).filter { $0.code.text.utf8.count == 9 }.map { street in
            let figure = counted[street.code.text]
            return .init(
                key: street.code.text, name: street.name, open: figure?.open ?? 0,
                overdue: figure?.overdue ?? 0)
        }
    }
}
