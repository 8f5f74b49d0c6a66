import Foundation
import Testing
import WorkingTime

@testable import ProcessMining

@Suite("What the paths of cases have in common")
struct MiningTests {
    private static let start = Instant(milliseconds: 1_790_000_000_000)

    private func event(_ id: Int64, _ step: String, hours: Int, organ: String = "scjg", person: Int64? = 7)
        -> LogEvent
    {
        LogEvent(
            id: id, step: step, name: "步骤\(step)", organ: organ, person: person, offeredAt: Self.start,
            doneAt: Self.start.adding(seconds: hours * 3_600), outcome: "pass",
            isApplicants: organ == "applicant")
    }

    private func trace(_ events: [LogEvent], version: Int = 1, hours: Int? = 10) -> CaseTrace {
        CaseTrace(
            id: 1, number: "N1", version: version, organ: "scjg", filedAt: Self.start,
            closedAt: hours.map { Self.start.adding(seconds: $0 * 3_600) }, events: events)
    }

    private func statistics(_ traces: [CaseTrace]) -> ProcessStatistics {
        traces.reduce(into: ProcessStatistics()) { statistics, trace in
            statistics.add(trace) { _ in 1 }
        }
    }

    @Test("a case that never ended is counted and not judged")
    func neverEnded() {
        let known = statistics([trace([event(1, "a", hours: 1)], hours: nil)])
        #expect(known.underWay == 1 && known.finished == 0)
        #expect(known.variants.isEmpty && known.durations.quantile(50) == nil)
    }

    @Test("one event is a path, and nothing follows it")
    func oneEvent() {
        let known = statistics([trace([event(1, "a", hours: 1)])])
        #expect(known.variants[["a"]]?.count == 1)
        #expect(known.follows.isEmpty && known.handovers.organs == 0)
    }

    @Test("a clock that goes backwards counts as no time")
    func backwards() {
        let known = statistics([trace([event(1, "a", hours: -2)], hours: -1)])
        #expect(known.durations.quantile(50) == 0)
        #expect(known.steps["a"]?.natural.quantile(50) == 0)
    }

    @Test("of two steps at the same instant the one that came up first goes first")
    func sameInstant() {
        #expect(trace([event(2, "b", hours: 1), event(1, "a", hours: 1)]).path == ["a", "b"])
    }

    @Test("a loop is a path of its own, and its steps are counted as done again")
    func loop() {
        let looped = trace(["a", "b", "a", "b"].enumerated().map { event(Int64($0), $1, hours: $0) })
        let known = statistics([looped])
        #expect(known.follows == [.init("a", "b"): 2, .init("b", "a"): 1])
        #expect(known.repetitions == 2 && known.steps["a"]?.repetitions == 1)
    }

    @Test("two versions of a process in one year are told apart")
    func versions() {
        let known = statistics([trace([], version: 1, hours: 2), trace([], version: 2, hours: 4)])
        #expect(known.versions[1]?.quantile(50) == 7_200)
        #expect(known.versions[2]?.quantile(50) == 14_400)
    }

    @Test("handing on to another organ and to another person are counted")
    func handovers() {
        let known = statistics([
            trace([
                event(1, "a", hours: 1), event(2, "b", hours: 2, person: 8),
                event(3, "c", hours: 3, organ: "xfjy", person: 9),
            ])
        ])
        #expect(known.handovers.organs == 1 && known.handovers.persons == 2)
    }

    @Test("what the applicant hands in in between goes to no other department and no other person")
    func applicant() {
        let known = statistics([
            trace([
                event(1, "a", hours: 1), event(2, "supply", hours: 2, organ: "applicant", person: nil),
                event(3, "a", hours: 3), event(4, "supply", hours: 4, organ: "applicant", person: nil),
                event(5, "b", hours: 5, organ: "xfjy", person: 9),
            ])
        ])
        #expect(known.handovers.organs == 1 && known.handovers.persons == 1)
        #expect(known.repetitions == 2 && known.steps["supply"]?.repetitions == 1)
    }

    @Test("more paths than are told apart are counted together")
    func tooMany() {
        let traces = (0..<ProcessStatistics.mostVariants + 5).map { trace([event(1, "s\($0)", hours: 1)]) }
        let known = statistics(traces)
        #expect(known.variants.count == ProcessStatistics.mostVariants && known.unlisted == 5)
    }

    @Test(
        "a quantile is the value that the share does not exceed",
        arguments: [(50, 2), (51, 3), (75, 3), (90, 4), (100, 4)])
    func quantiles(_ percent: Int, _ value: Int) {
        let spread = [4, 1, 3, 2].reduce(into: Spread()) { $0.add($1) }
        #expect(spread.quantile(percent) == value)
    }

    @Test("of very many values a quantile is right to a hundredth, and the place they take does not grow")
    func manyValues() throws {
        let spread = (1...100_000).reduce(into: Spread()) { $0.add($1) }
        #expect(spread.count == 100_000)
        for percent in [1, 50, 90, 100] {
            let value = Double(try #require(spread.quantile(percent)))
            #expect(abs(value / Double(percent * 1_000) - 1) < 0.011)
        }
        #expect(try JSONEncoder().encode(spread).count < 20_000)
    }

    @Test("what was found is the same after it was kept and read again")
    func kept() throws {
        let known = statistics([
            trace([event(1, "a", hours: 1), event(2, "b", hours: 2, person: 8)]), trace([], hours: nil),
        ])
        let read = try JSONDecoder().decode(
            ProcessStatistics.self, from: try JSONEncoder().encode(known))
        #expect(read.variants == known.variants && read.follows == known.follows)
        #expect(read.handovers == known.handovers && read.underWay == 1)
    }

    @Test("the cases of an organ are counted among all and among its own")
    func byOrgan() {
        var organs = OrganStatistics()
        organs.add(trace([event(1, "a", hours: 1)])) { _ in 1 }
        #expect(organs[nil].finished == 1 && organs["scjg"].finished == 1 && organs["zjj"].finished == 0)
    }

    @Test("an event log names no account and no case, and escapes what people wrote")
    func log() {
        var log = XESLog(name: "<甲>")
        let text = log.head + log.text(of: trace([event(1, "a&\"\u{1}", hours: 1, person: 4_242)])) + log.foot
        #expect(text.contains("&lt;甲&gt;") && text.contains("a&amp;&quot;\u{FFFD}"))
        #expect(text.contains("\"org:resource\" value=\"P1\""))
        #expect(!text.contains("4242") && !text.contains("N1"))
    }
}
