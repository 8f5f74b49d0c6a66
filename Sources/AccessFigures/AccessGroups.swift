import Cases
import Codes
import WorkingTime

/// The ways by which an application comes in, as they are counted.
enum AccessChannel: String, Sendable, CaseIterable {
    case page, kiosk, counter, api

    /// The words over a column.
    var chinese: String {
        switch self {
        case .page: "网上"
        case .kiosk: "自助终端"
        case .counter: "窗口、站点代办"
        case .api: "接口"
        }
    }

    init(_ filing: FilingRecord) { self = Self(rawValue: filing.channel) ?? .page }
}

/// Ages, by full years on the day of filing.
enum AgeGroup: String, Sendable, CaseIterable {
    case minor, young, middle, old, veryOld, unknown

    var chinese: String {
        switch self {
        case .minor: "18 岁以下"
        case .young: "18–39 岁"
        case .middle: "40–59 岁"
        case .old: "60–69 岁"
        case .veryOld: "70 岁以上"
        case .unknown: "不清楚"
        }
    }

    /// The group of somebody on a day.
    init(of number: IdentityNumber, on day: CivilDate) {
        switch number.age(on: (day.year, day.month, day.day)) {
        case ..<18: self = .minor
        case ..<40: self = .young
        case ..<60: self = .middle
        case ..<70: self = .old
        default: self = .veryOld
        }
    }
}

/// A quarter of a year, `2026-Q4`. Quarters do not overlap: two of them laid over one another tell of nobody.
struct Quarter: Sendable, Hashable, Comparable {
    let year: Int
    let place: Int

    init(of day: CivilDate) { (year, place) = (day.year, (day.month + 2) / 3) }

    /// nil for anything else.
    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{4})-Q([1-4])/), let year = Int(match.1),
            let place = Int(match.2)
        else { return nil }
        (self.year, self.place) = (year, place)
    }

    private init(year: Int, place: Int) { (self.year, self.place) = (year, place) }

    var text: String { "\(year)-Q\(place)" }
    var chinese: String { "\(year)年第\(["一", "二", "三", "四"][place - 1])季度" }
    var previous: Quarter {
        place == 1 ? Quarter(year: year - 1, place: 4) : Quarter(year: year, place: place - 1)
    }

    static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.place) < (right.year, right.place)
    }
}
