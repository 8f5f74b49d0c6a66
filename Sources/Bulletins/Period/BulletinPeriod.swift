import WorkingTime

/// The month, quarter or year that a bulletin is about: `2026-10`, `2026-Q3`, `2026`.
struct BulletinPeriod: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case month, quarter, year

        var chinese: String {
            switch self {
            case .month: "月报"
            case .quarter: "季报"
            case .year: "年报"
            }
        }

        fileprivate var months: Int { self == .month ? 1 : self == .quarter ? 3 : 12 }
    }

    let kind: Kind
    let first: CivilDate

    /// The one of a kind with this day in it.
    init(_ kind: Kind, of day: CivilDate) {
        self.kind = kind
        let inPeriod = (day.month - 1) % kind.months
        first = day.adding(days: 1 - day.day).adding(months: -inPeriod)
    }

    /// nil for anything else.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /(20[0-9]{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?/) else {
            return nil
        }
        let month =
            match.3.map(String.init)
            ?? match.2.flatMap { Int($0) }.map { "\($0 < 4 ? "0" : "")\($0 * 3 - 2)" }
        guard let day = CivilDate(iso: "\(match.1)-\(month ?? "01")-01") else { return nil }
        self.init(match.3 != nil ? .month : match.2 != nil ? .quarter : .year, of: day)
    }

    var text: String {
        switch kind {
        case .month: String(first.iso.prefix(7))
        case .quarter: "\(first.year)-Q\(quarter)"
        case .year: String(first.year)
        }
    }

    var chinese: String {
        switch kind {
        case .month: "\(first.year)年\(first.month)月"
        case .quarter: "\(first.year)年第\(["一", "二", "三", "四"][quarter - 1])季度"
        case .year: "\(first.year)年"
        }
    }

    /// What the one before is called in sentences.
    var previousWord: String {
        switch kind {
        case .month: "上月"
        case .quarter: "上季度"
        case .year: "上年"
        }
    }

    private var quarter: Int { (first.month - 1) / 3 + 1 }
    var last: CivilDate { first.adding(months: kind.months).adding(days: -1) }
    var start: Instant { first.startOfDay }
    /// Without this moment itself.
    var end: Instant { last.adding(days: 1).startOfDay }
    var previous: BulletinPeriod { BulletinPeriod(kind, of: first.adding(days: -1)) }
    /// The same of the year before; nil for a year, whose one before it is.
    var yearBefore: BulletinPeriod? {
        kind == .year ? nil : BulletinPeriod(kind, of: first.adding(months: -12))
    }

    /// The names of its months.
    var months: [String] { (0..<kind.months).map { String(first.adding(months: $0).iso.prefix(7)) } }

    func isOver(on day: CivilDate) -> Bool { last < day }

    /// Those that are over, the newest of each kind first.
    static func over(on day: CivilDate) -> [BulletinPeriod] {
        [(Kind.month, 6), (.quarter, 4), (.year, 2)].flatMap { kind, many in
            (0..<many).reduce(into: [BulletinPeriod]()) { all, _ in
                all.append((all.last ?? BulletinPeriod(kind, of: day)).previous)
            }
        }
    }
}
