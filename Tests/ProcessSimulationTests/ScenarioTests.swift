import Refusals
import Testing

@testable import ProcessSimulation

@Suite("What would be if")
struct ScenarioTests {
    private func refusal(_ changes: [Change], _ field: String) throws -> String? {
        let model = try Samples.learned(Samples.inSeries())
        do {
            try Scenario(changes).check(against: model)
        } catch DomainError.invalid(let errors) {
            return errors.first { $0.field == field }?.sentence.chinese
        }
        return nil
    }

    private func mean(_ changes: [Change], of cases: [RecordedCase] = Samples.inSeries()) throws -> Double {
        let (model, scenario) = (try Samples.learned(cases), Scenario(changes))
        try scenario.check(against: model)
        var tally = Tally()
        try tally.replicate(model, scenario, seed: 1, count: 3)
        return SimulationOutcome(tally, model, scenario).after.mean.mean
    }

    @Test("nothing changed is nothing to simulate")
    func nothing() throws {
        #expect(try refusal([], "changes") == "没有填写任何改变。请至少改一处再模拟。")
    }

    @Test(
        "a post without people never ends, and one with ten thousand is none", arguments: [-1, 1_001, 10_000])
    func people(_ count: Int) throws {
        let field = "people.scjg.officer"
        #expect(try refusal([.people(Samples.officers, 0)], field)?.contains("永远办不完") == true)
        #expect(try refusal([.people(Samples.officers, count)], field) == "人数请填 1 到 1000 之间的整数。")
    }

    @Test("steps and posts that no case has are refused, and so is a step parallel to itself")
    func unknown() throws {
        #expect(try refusal([.without(step: "z")], "without") != nil)
        #expect(try refusal([.shorter(step: "z", percent: 10)], "shorter") != nil)
        #expect(try refusal([.parallel("a", "a")], "parallel") == "请选择两个不同的步骤。")
        #expect(try refusal([.people(.init(organ: "x", role: "y"), 3)], "people.x.y") != nil)
    }

    @Test("percentages that are none are refused", arguments: [0, -5, 101])
    func percent(_ value: Int) throws {
        #expect(try refusal([.shorter(step: "a", percent: value)], "percent") != nil)
        #expect(try refusal([.fewerReturns(percent: value)], "returns") != nil)
    }

    @Test("steps that never follow each other cannot be made parallel")
    func apart() throws {
        let cases = (0..<5).map { turn in
            let start = turn * 3_600
            let names = ["a", "b", "c"]
            let steps = names.enumerated().map { Samples.step($1, start + $0 * 60, start + $0 * 60 + 60) }
            return Samples.matter(start, steps, closed: start + 180)
        }
        #expect(throws: DomainError.self) {
            try Scenario([.parallel("a", "c")]).check(against: try Samples.learned(cases))
        }
    }

    @Test("the only step cannot be left out")
    func onlyStep() {
        let cases = (0..<5).map {
            Samples.matter($0 * 60, [Samples.step("a", $0 * 60, $0 * 60 + 30)], closed: $0 * 60 + 30)
        }
        #expect(throws: DomainError.self) {
            try Scenario([.without(step: "a")]).check(against: try Samples.learned(cases))
        }
    }

    @Test("two steps of ten minutes at the same time take ten")
    func parallel() throws { #expect(try mean([.parallel("b", "a")]) == 600) }

    @Test("what waited for the second still waits for the first")
    func stillWaits() throws {
        let cases = (0..<10).map { turn in
            let start = turn * 3_600
            return Samples.matter(
                start,
                [
                    Samples.step("a", start, start + 600),
                    Samples.step("b", start + 600, start + 700, Samples.heads, person: 8),
                    Samples.step("c", start + 700, start + 800, Samples.heads, person: 8),
                ], closed: start + 800)
        }
        #expect(try mean([.parallel("a", "b")], of: cases) == 700)
    }

    @Test("half the time for a step, a step less, and what never came back")
    func others() throws {
        #expect(try mean([.shorter(step: "a", percent: 50)]) == 900)
        #expect(try mean([.without(step: "b")]) == 600)
        let returning = (0..<10).map { turn in
            let start = turn * 3_600
            return Samples.matter(
                start,
                [
                    Samples.step("a", start, start + 100),
                    Samples.step("supply", start + 100, start + 1_000, nil),
                    Samples.step("a", start + 1_000, start + 1_100),
                ], closed: start + 1_100)
        }
        #expect(try mean([.fewerReturns(percent: 100)], of: returning) == 100)
    }

    @Test("two at a desk where all come at once need half as long for the last")
    func morePeople() throws {
        let cases = (0..<10).map {
            Samples.matter(0, [Samples.step("a", 0, ($0 + 1) * 600)], closed: ($0 + 1) * 600)
        }
        #expect(try mean([.people(Samples.officers, 10)], of: cases) == 600)
    }

    @Test("the same seed shows the same, however the replications are cut into stretches")
    func same() throws {
        let cases = (0..<40).map { turn in
            let start = turn * 900
            return Samples.matter(
                start, [Samples.step("a", start, start + 60 * (1 + turn % 7))],
                closed: start + 60 * (1 + turn % 7))
        }
        let (model, scenario) = (try Samples.learned(cases), Scenario([.shorter(step: "a", percent: 20)]))
        var (whole, parts) = (Tally(), Tally())
        try whole.replicate(model, scenario, seed: 5, count: 6)
        for _ in 0..<3 { try parts.replicate(model, scenario, seed: 5, count: 2) }
        #expect(whole == parts)
        let outcome = SimulationOutcome(whole, model, scenario)
        #expect(outcome.saved.low > 0 && outcome.saved.halfWidth < outcome.before.mean.halfWidth)
        #expect(outcome.warmUp == 4 && outcome.counted == 36 && outcome.spread.count == 3)
    }

    @Test("a process without chance is simulated exactly as it was")
    func believed() throws {
        let (model, scenario) = (try Samples.learned(Samples.inSeries()), Scenario([.without(step: "b")]))
        var tally = Tally()
        try tally.replicate(model, scenario, seed: 1, count: 2)
        let outcome = SimulationOutcome(tally, model, scenario)
        #expect(outcome.gapPercent == 0 && outcome.past[0] == 1_200 && outcome.saved.mean == 600)
        #expect(outcome.posts.map(\.people) == [[1, 1], [1, 1]])
        #expect(outcome.posts[1].busy[1] == 0)
    }
}
