import WorkingTime

/// How much work lies between two moments: natural time against the time in which offices work, both in seconds since the
/// midnight on which the first day began.
public struct OfficeTime: Sendable {
    private static let secondsPerDay = 86_400

    /// The first day.
    public let origin: CivilDate
    private let hours: OfficeHours
    /// Work until each day begins; one more than there are days.
    private let until: [Int]

    /// So many days from the first, of which some are worked.
    public init(origin: CivilDate, days: Int, hours: OfficeHours, isWorked: (CivilDate) -> Bool) {
        (self.origin, self.hours) = (origin, hours)
        let perDay = hours.spans.reduce(0) { $0 + ($1.until - $1.from) * 60 }
        until = (0..<max(1, days)).reduce(into: [0]) { sums, day in
            sums.append((sums.last ?? 0) + (isWorked(origin.adding(days: day)) ? perDay : 0))
        }
    }

    private var days: Int { until.count - 1 }

    /// The seconds since the first midnight.
    public func seconds(at instant: Instant) -> Int { instant - Instant(day: origin) }

    /// How much could be worked until then.
    public func work(until moment: Int) -> Int {
        guard moment > 0 else { return 0 }
        let day = moment / Self.secondsPerDay
        guard day < days else { return until[days] }
        guard until[day + 1] > until[day] else { return until[day] }
        let time = moment % Self.secondsPerDay
        return hours.spans.reduce(until[day]) { sum, span in
            sum + max(0, min(time, span.until * 60) - span.from * 60)
        }
    }

    /// The first moment at which so much could be worked; nil when the days do not suffice.
    public func moment(ofWork work: Int) -> Int? {
        guard work > 0 else { return 0 }
        guard work <= until[days] else { return nil }
        // The last day that begins with less.
        var (low, high) = (0, days - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if until[middle] < work { low = middle } else { high = middle - 1 }
        }
        var rest = work - until[low]
        for span in hours.spans {
            let length = (span.until - span.from) * 60
            if rest <= length { return low * Self.secondsPerDay + span.from * 60 + rest }
            rest -= length
        }
        return (low + 1) * Self.secondsPerDay
    }
}
