import Storage
import WorkingTime

extension Performance {
    /// Two months that are over, the last of them frozen, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        let last = Period(.month, of: now.day).previous
        try await database.write { tx in
            try ModelStore.install(in: tx)
            try tx.exclude("performance-period")
            for (month, place) in [(last.previous, 0), (last, 1)]
            where try PeriodStore.record(month, in: tx) == nil {
                try FigureStore.replace(DemoSums.of(place), of: month, at: now, in: tx)
                try PeriodStore.ask(month, by: 0, "演示数据", at: now, in: tx)
                try Assessing.freeze(month, at: now, in: tx)
            }
        }
    }
}

/// What a few bureaus did in a month.
private enum DemoSums {
    /// Organ, cases with a promise, those that were late, of a hundred ratings the bad ones, yellow cards.
    private static let organs = [
        ("scjg", 412, 9, 3, 1), ("wsjk", 186, 11, 6, 2), ("zjj", 133, 15, 9, 3), ("rsj", 305, 4, 2, 0),
        ("gaj", 540, 5, 2, 0), ("mzj", 158, 2, 1, 0), ("xfjy", 64, 7, 5, 1), ("cgj", 97, 9, 8, 2),
        ("jtj", 75, 3, 4, 0), ("zwfw", 210, 1, 1, 0),
    ]

    static func of(_ place: Int) -> FigureSums {
        organs.reduce(into: [:]) { sums, organ in
            let (key, ended, lateBefore, bad, yellow) = organ
            let late = max(0, lateBefore - place * 2)
            sums[FigureOwner(organ: key)] = [
                .filed: ended + 12, .closed: ended, .promisedEnded: ended, .promisedKept: ended - late,
                .promisedLate: late, .promisedUsed: ended * (480 + bad * 20), .legalEnded: ended,
                .legalKept: ended, .yellowCards: yellow, .rated: 100, .satisfied: 100 - bad,
                .unsatisfied: bad,
                .requestsEnded: 40, .requestsSaid: 20, .requestsSolved: 20 - bad, .requestsUnsolved: bad,
            ]
        }
    }
}
