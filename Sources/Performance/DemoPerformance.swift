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
                var sums = DemoSums.of(place, try DemoPeople.sums(place, in: tx))
                // Behind each card is its signal, which opens; supervision's sample comes first.
                let counting = FigureCounting(start: month.start, end: month.end, now: now)
                sums.add(try counting.signalSums(in: tx))
                try FigureStore.replace(sums, of: month, at: now, in: tx)
                try PeriodStore.ask(month, by: 0, "演示数据", at: now, in: tx)
                try Assessing.freeze(month, at: now, in: tx)
            }
        }
    }
}

/// What a few bureaus did in a month.
private enum DemoSums {
    /// Organ, cases with a promise, those that were late, of a hundred ratings the bad ones.
    private static let organs = [
        ("scjg", 412, 9, 3), ("wsjk", 186, 11, 6), ("zjj", 133, 15, 9), ("rsj", 305, 4, 2),
        ("gaj", 540, 5, 2), ("mzj", 158, 2, 1), ("xfjy", 64, 7, 5), ("cgj", 97, 9, 8), ("jtj", 75, 3, 4),
        ("zwfw", 210, 1, 1),
    ]

    /// With what people did, which is their organ's too.
    static func of(_ place: Int, _ people: FigureSums) -> FigureSums {
        organs.reduce(into: people) { sums, organ in
            let (key, ended, lateBefore, bad) = organ
            let late = max(0, lateBefore - place * 2)
            let whole: [Figure: Int] = [
                .filed: ended + 12, .closed: ended, .promisedEnded: ended, .promisedKept: ended - late,
                .promisedLate: late, .promisedUsed: ended * (480 + bad * 20), .legalEnded: ended,
                .legalKept: ended, .rated: 100, .satisfied: 100 - bad, .unsatisfied: bad,
                .requestsEnded: 40, .requestsSaid: 20, .requestsSolved: 20 - bad, .requestsUnsolved: bad,
            ]
            sums.add([FigureOwner(organ: key): whole])
        }
    }
}

/// What a few officers did in a month, in their offices.
private enum DemoPeople {
    private static let people = [
        ("officer-scjg", "scjg", "scjg-1", 236, 9, 11), ("officer-scjg-2", "scjg", "scjg-2", 142, 3, 4),
        ("officer-zjj", "zjj", "zjj-1", 121, 14, 9),
    ]

    static func sums(_ place: Int, in tx: Transaction) throws -> FigureSums {
        let logins = people.map(\.0)
        let ids = try tx.rows("SELECT id, name FROM account WHERE name IN \(list: logins)")
            .reduce(into: [String: Int64]()) { try $0[$1.text("name")] = $1.id("id") }
        return people.reduce(into: [:]) { sums, person in
            let (login, organ, office, done, late, supplements) = person
            guard let id = ids[login] else { return }
            let amounts: [Figure: Int] = [
                .tasksDone: done, .tasksLate: max(0, late - place * 2), .supplements: supplements,
            ]
            sums.add([
                FigureOwner(organ: organ, post: "officer", accountID: id, office: office): amounts,
                FigureOwner(organ: organ): amounts,
            ])
        }
    }
}
