import Testing
import WorkingTime

@testable import ProcessMining

@Suite("Waiting and working")
struct WaitingTests {
    private static let start = Instant(milliseconds: 1_790_000_000_000)

    private func event(taken: Int?, done: Int, organ: String = "scjg") -> LogEvent {
        LogEvent(
            id: 1, step: "review", name: "审查", organ: organ, person: 7, offeredAt: Self.start,
            doneAt: Self.start.adding(seconds: done), outcome: nil,
            takenAt: taken.map { Self.start.adding(seconds: $0) })
    }

    private func statistics(_ event: LogEvent, isOver: Bool = true) -> WaitingStatistics {
        var statistics = WaitingStatistics()
        statistics.add(
            CaseTrace(
                id: 1, number: "N1", version: 1, organ: "scjg", filedAt: Self.start,
                closedAt: isOver ? Self.start.adding(seconds: 900) : nil, events: [event]),
            except: "applicant", workingDays: { $0 < $1 ? 1 : 0 })
        return statistics
    }

    @Test("a case that never ended says nothing about waiting")
    func neverEnded() {
        #expect(statistics(event(taken: 10, done: 30), isOver: false).steps.isEmpty)
    }

    @Test("a step nobody took is counted as that, and in no time")
    func untaken() {
        let known = statistics(event(taken: nil, done: 30))
        #expect(known.untaken == 1)
        #expect(known.steps["review"]?.waiting.count == 0)
        #expect(known.totals.working == 0)
    }

    @Test("what the applicant does is nobody's waiting")
    func applicant() {
        #expect(statistics(event(taken: 10, done: 30, organ: "applicant")).steps.isEmpty)
    }

    @Test(
        "a step waits until it is taken, and a clock that goes backwards counts as no time",
        arguments: [(10, 30, 10, 20), (-5, 30, 0, 30), (40, 30, 30, 0), (10, -4, 0, 0)])
    func parts(taken: Int, done: Int, waiting: Int, working: Int) {
        let step = statistics(event(taken: taken, done: done)).steps["review"]
        #expect(step?.waiting.quantile(50) == waiting)
        #expect(step?.working.quantile(50) == working)
        #expect(step?.longest.numbers == ["N1"])
        #expect(step?.waitingDays.quantile(50) == (waiting > 0 ? 1 : 0))
    }

    @Test(
        "a million times are measured, only some thousands are kept, each to less than one part in a hundred"
    )
    func bounded() throws {
        var spread = Spread()
        for value in 0..<1_000_000 { spread.add(value) }
        #expect(spread.count == 1_000_000 && spread.total == 1_000_000 * 999_999 / 2)
        #expect(spread.kept <= Spread.mostExact + 64 * 128)
        let median = try #require(spread.quantile(50))
        #expect(abs(median - 499_999) < 5_000)
    }
}
