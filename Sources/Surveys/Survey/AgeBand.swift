import Codes
import WorkingTime

/// The age of somebody who answers, as coarsely as it is kept.
enum AgeBand: String, Sendable, Hashable, Codable, CaseIterable {
    case young, middle, old, aged

    /// The words of a heading.
    var chinese: String {
        switch self {
        case .young: "30 岁以下"
        case .middle: "30 到 44 岁"
        case .old: "45 到 59 岁"
        case .aged: "60 岁以上"
        }
    }

    /// The band of whoever has this number, on a day.
    init(of number: IdentityNumber, on day: CivilDate) {
        switch number.age(on: (day.year, day.month, day.day)) {
        case ..<30: self = .young
        case ..<45: self = .middle
        case ..<60: self = .old
        default: self = .aged
        }
    }

    /// As somebody else's file names it; nil for anything else.
    init?(written: String) {
        guard let band = Self.allCases.first(where: { $0.chinese == written || $0.rawValue == written })
        else {
            return nil
        }
        self = band
    }
}
