import Storage
import WorkingTime

extension AccessFigures {
    /// Two quarters that are over, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        let last = Quarter(of: now.day).previous
        try await database.write { tx in
            try tx.exclude("access-figures")
            for (quarter, growth) in [(last.previous, 8), (last, 10)]
            where try AccessStore.isEmpty(quarter, in: tx) {
                for figure in DemoFigure.all {
                    for (street, share) in DemoFigure.streets {
                        let count = figure.filings * share * growth / 1_000
                        try AccessStore.add(
                            count,
                            to: .init(
                                quarter: quarter.text, street: street, channel: figure.channel.rawValue,
                                age: figure.age.rawValue), in: tx)
                    }
                }
            }
        }
    }
}

/// How many of an age came by a way: the older, the more at the counter.
private struct DemoFigure {
    let age: AgeGroup
    let channel: AccessChannel
    let filings: Int

    /// The streets, and their share in percent.
    static let streets = [("441202001", 36), ("441202003", 31), ("441202005", 19), ("441202006", 14)]

    /// Page, kiosk, counter, interface.
    private static let ages: [(AgeGroup, [Int])] = [
        (.minor, [140, 20, 60, 0]), (.young, [2_900, 260, 420, 90]), (.middle, [1_700, 310, 780, 40]),
        (.old, [410, 230, 960, 10]), (.veryOld, [90, 60, 840, 0]),
    ]

    static let all = ages.flatMap { age, counts in
        zip(AccessChannel.allCases, counts).map { DemoFigure(age: age, channel: $0, filings: $1) }
    }
}
