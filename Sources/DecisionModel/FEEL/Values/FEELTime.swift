import Foundation

/// Where a time is told (DMN 1.5, §10.3.2.3.3).
enum FEELZone: Sendable, Hashable {
    case offset(seconds: Int)
    case named(String)

    /// Seconds ahead of UTC at a moment told in local seconds since 1970.
    func offset(atLocal seconds: Int) -> Int {
        switch self {
        case .offset(let seconds): return seconds
        case .named(let name):
            guard let zone = TimeZone(identifier: name) else { return 0 }
            // Nobody knows the zones of other ages, and not every library survives being asked.
            let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
            let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds - guess)))
        }
    }
}

/// A time of day.
struct FEELTime: Sendable, Hashable {
    /// 0 to 86,399.
    let second: Int
    let nanosecond: Int
    let zone: FEELZone?

    static let midnight = FEELTime(second: 0, nanosecond: 0, zone: nil)

    /// Seconds since the midnight of UTC, or of nowhere where no zone is told.
    var seconds: Decimal {
        Decimal(second - (zone?.offset(atLocal: 0) ?? 0)) + Self.fraction(nanosecond)
    }

    static func fraction(_ nanosecond: Int) -> Decimal {
        nanosecond == 0 ? 0 : Decimal(sign: .plus, exponent: -9, significand: Decimal(nanosecond))
    }
}

/// A day and a time of it.
struct FEELDateTime: Sendable, Hashable {
    let date: FEELDate
    let time: FEELTime

    private var localSeconds: Int { date.daysSince1970 * 86_400 + time.second }

    /// Seconds since 1970 in UTC, or in local time where no zone is told.
    var seconds: Decimal {
        Decimal(localSeconds - (time.zone?.offset(atLocal: localSeconds) ?? 0))
            + FEELTime.fraction(time.nanosecond)
    }

    /// Seconds ahead of UTC; nil where no zone is told.
    var offset: Int? { time.zone?.offset(atLocal: localSeconds) }

    /// The local time so many seconds later; nil when it lies outside all years.
    func adding(seconds: Decimal) -> FEELDateTime? {
        let total = Decimal(localSeconds) + FEELTime.fraction(time.nanosecond) + seconds
        let whole = FEELNumber.floor(total)
        guard let local = FEELNumber.int(whole), let nanosecond = FEELTime.nanosecond(of: total - whole)
        else { return nil }
        let second = FEELDate.modulo(local, 86_400)
        guard let date = FEELDate(daysSince1970: 0).adding(days: (local - second) / 86_400) else {
            return nil
        }
        return FEELDateTime(
            date: date, time: FEELTime(second: second, nanosecond: nanosecond, zone: time.zone))
    }
}

extension FEELTime {
    static func nanosecond(of fraction: Decimal) -> Int? {
        FEELNumber.int(FEELNumber.floor(fraction * 1_000_000_000))
    }

    func adding(seconds: Decimal) -> FEELTime? {
        FEELDateTime(date: FEELDate(daysSince1970: 0), time: self).adding(seconds: seconds)?.time
    }
}
