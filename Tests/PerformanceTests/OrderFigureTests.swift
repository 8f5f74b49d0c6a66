import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("What performance counts of supervision orders")
struct OrderFigureTests {
    /// An order as it is kept, with its case and its clock.
    private func order(
        _ id: Int64, due: Instant, closed: Instant?, stage: String = "struck", isUnfinished: Bool = false,
        in house: PerformanceHouse
    ) async throws {
        let filed = due.adding(seconds: -10 * 86_400)
        try await house.finish(id, "zjj", on: closed ?? due, isLate: true)
        try await house.database.write { tx in
            try tx.execute("UPDATE service_case SET kind = 'supervision_order' WHERE id = \(id)")
            try tx.execute(
                """
                INSERT INTO supervision_order (id, case_number, title, source, reference, words, lead, stage,
                    due_at, filed_by, filed_by_name, filed_at, closed_at, is_unfinished)
                VALUES (\(id), \("N\(id)"), '事项', 'complaint', '', '办', 'zjj', \(stage), \(due), 1, '甲', \(filed),
                    \(closed), \(isUnfinished))
                """)
        }
    }

    private func numbers(_ figure: Figure, in house: PerformanceHouse) async throws -> [String] {
        let month = try #require(Period("2026-10"))
        let behind = CasesBehind(figure: figure, organ: "zjj", period: month, now: noon)
        return try await house.database.read { try behind.slice(after: nil, in: $0).items.map(\.number) }
    }

    @Test(
        "struck off or not, what was late is late; what was called off before is neither; no case is an order"
    )
    func counted() async throws {
        let house = try await PerformanceHouse()
        let due = day("2026-10-15")
        try await order(1, due: due, closed: day("2026-10-14"), in: house)
        try await order(2, due: due, closed: day("2026-10-16"), in: house)
        try await order(3, due: due, closed: day("2026-10-14"), isUnfinished: true, in: house)
        try await order(4, due: due, closed: day("2026-10-16"), isUnfinished: true, in: house)
        try await order(5, due: due, closed: nil, stage: "working", in: house)
        try await order(
            6, due: due, closed: day("2026-10-15").adding(seconds: -60), stage: "closed", in: house)
        try await house.finish(7, "zjj", on: due)
        let month = try #require(Period("2026-10"))
        let sums = try await house.database.read {
            try FigureCounting(start: month.start, end: month.end, now: noon).sums(in: $0)
        }
        let own = sums.wholes[FigureOwner(organ: "zjj")] ?? [:]
        #expect(own[.ordersDue] == 5 && own[.ordersLate] == 3)
        #expect(try await numbers(.ordersDue, in: house) == ["N1", "N2", "N4", "N5", "N6"])
        #expect(try await numbers(.ordersLate, in: house) == ["N2", "N4", "N5"])
        #expect(own[.filed] == 1 && own[.closed] == 1 && own[.promisedEnded] == 1)
        #expect((own[.promisedLate] ?? 0) == 0)
        for figure in [Figure.filed, .closed, .promisedEnded] {
            #expect(try await numbers(figure, in: house) == ["N7"], "\(figure)")
        }
    }
}
