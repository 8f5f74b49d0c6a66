import Foundation
import Testing
import WorkingTime

@testable import ProcessMining

@Suite("What is known of many cases is gathered piece by piece")
struct AccumulatorTests {
    private static let pair = ProcessStatistics.Pair("a", "b")

    /// Kept and read again, as between the steps of a job.
    private func kept<T: Codable>(_ value: T) throws -> T {
        try JSONDecoder().decode(T.self, from: try JSONEncoder().encode(value))
    }

    private var traces: [CaseTrace] {
        (1...40).map { turn in
            trace([("a", 0, turn % 5 + 1), ("b", turn % 5 + 1 + turn % 3, turn % 7 + 9), ("a", 20, 21)])
        }
    }

    @Test("times of two halves are the times of the whole, exact and no longer exact")
    func spreads() {
        for (size, step) in [(100, 1), (6_000, 37)] {
            let values = (0..<size).map { $0 * step }
            let whole = values.reduce(into: Spread()) { $0.add($1) }
            var merged = values.prefix(size / 3).reduce(into: Spread()) { $0.add($1) }
            merged.merge(values.dropFirst(size / 3).reduce(into: Spread()) { $0.add($1) })
            #expect(merged == whole)
        }
    }

    @Test("whatever the order, the same few cases stand for a number, each once")
    func examples() {
        let all = [("N9", 5), ("N2", 7), ("N4", 5), ("N3", 1), ("N2", 2), ("N1", 5)]
        let known = all.reduce(into: Examples()) { $0.add($1.0, weight: $1.1) }
        var other = all.suffix(3).reduce(into: Examples()) { $0.add($1.0, weight: $1.1) }
        other.merge(all.prefix(3).reduce(into: Examples()) { $0.add($1.0, weight: $1.1) })
        #expect(known.numbers == ["N2", "N1", "N4"] && other == known)
    }

    @Test("what is kept after every case comes to the same as looking at all of them in one go")
    func inSteps() throws {
        var (graph, one) = (PathGraph(), PathGraph())
        var (waiting, once) = (WaitingStatistics(), WaitingStatistics())
        var (serial, whole) = (SerialStatistics(), SerialStatistics())
        for trace in traces {
            one.add(trace)
            once.add(trace, except: "applicant") { _, _ in 1 }
            whole.add(trace, pairs: [Self.pair])
            (graph, waiting, serial) = (try kept(graph), try kept(waiting), try kept(serial))
            graph.add(trace)
            waiting.add(trace, except: "applicant") { _, _ in 1 }
            serial.add(trace, pairs: [Self.pair])
        }
        #expect(graph.edges == one.edges && graph.nodes == one.nodes && graph.order == one.order)
        #expect(waiting.untaken == once.untaken && waiting.totals == once.totals && waiting.untaken == 120)
        #expect(serial.savings == whole.savings && serial.savings[Self.pair]?.repeated == 40)
    }

    @Test("replays of two halves have the fitness of the whole, and their deviations add up")
    func replays() throws {
        let paths = [["a", "b", "c"], ["a", "c"], ["b", "a", "c"], ["a", "b"]]
        var (whole, inSteps) = (ConformanceStatistics(), ConformanceStatistics())
        for (place, path) in paths.enumerated() {
            var replay = TokenReplay(try PetriNet(Sketch.row().definition))
            let outcome = replay.replay(path)
            whole.add(outcome, of: "N\(place)")
            inSteps = try kept(inSteps)
            inSteps.add(outcome, of: "N\(place)")
        }
        #expect(inSteps.fitness == whole.fitness && inSteps.deviations == whole.deviations)
        #expect(whole.fit == 1 && whole.deviations.values.contains { !$0.examples.numbers.isEmpty })
    }

    @Test("savings of two versions of a drawing add up")
    func savings() {
        var (first, second, both) = (SerialStatistics(), SerialStatistics(), SerialStatistics())
        for hours in [4, 6] {
            let one = trace([("a", 0, hours), ("b", hours, 14)])
            first.add(one, pairs: [Self.pair])
            both.add(one, pairs: [Self.pair])
        }
        let other = trace([("a", 0, 4), ("b", 2, 14)])
        second.add(other, pairs: [Self.pair])
        both.add(other, pairs: [Self.pair])
        var merged = first.savings[Self.pair]
        second.savings[Self.pair].map { merged?.merge($0) }
        #expect(merged == both.savings[Self.pair] && merged?.cases == 2 && merged?.overlapping == 1)
    }
}

@Suite("The event log with the beginnings of steps")
struct StartedLogTests {
    private static let start = Instant(milliseconds: 1_790_000_000_000)

    private func event(_ id: Int64, _ step: String, taken: Int?, done: Int) -> LogEvent {
        LogEvent(
            id: id, step: step, name: step, organ: "scjg", person: 7, offeredAt: Self.start,
            doneAt: Self.start.adding(seconds: done), outcome: "pass",
            takenAt: taken.map { Self.start.adding(seconds: $0) })
    }

    private func marks(hasStarts: Bool) -> [String] {
        let trace = CaseTrace(
            id: 1, number: "N1", version: 1, organ: "scjg", filedAt: Self.start, closedAt: nil,
            events: [
                event(1, "a", taken: 10, done: 40), event(2, "b", taken: nil, done: 50),
                event(3, "c", taken: 20, done: 60),
            ])
        var log = XESLog(name: "log", hasStarts: hasStarts)
        return log.text(of: trace).matches(
            of: /concept:name" value="([abc])".*?lifecycle:transition" value="(\w+)"/
        ).map { "\($0.output.1) \($0.output.2)" }
    }

    @Test("a step that nobody took has no beginning")
    func untaken() { #expect(!marks(hasStarts: true).contains("b start")) }

    @Test("beginnings stand among the ends in the order of time, and only where they are asked for")
    func order() {
        #expect(marks(hasStarts: true) == ["a start", "c start", "a complete", "b complete", "c complete"])
        #expect(marks(hasStarts: false) == ["a complete", "b complete", "c complete"])
    }
}
