import Refusals
import Testing

@testable import ProcessSimulation

@Suite("What finished cases let be known")
struct LearningTests {
    @Test("no case and one case say nothing, each in words")
    func tooFew() {
        #expect(throws: DomainError.invalid("service", "这个范围内没有办结的办件，没有什么可以模拟。")) {
            try Samples.learned([])
        }
        #expect(throws: DomainError.invalid("service", "只有 \(1) 件办结的办件，至少要有 \(5) 件才能模拟。")) {
            try Samples.learned(Samples.inSeries(1))
        }
    }

    @Test("a case that goes round for ever is left out and counted")
    func endless() throws {
        let round = Samples.matter(
            0, (0..<65).map { Samples.step("a", $0 * 10, $0 * 10 + 10) }, closed: 700)
        #expect(try Samples.learned(Samples.inSeries() + [round]).leftOut == 1)
    }

    @Test("who does two cases one after the other began the second when the first was done")
    func oneAfterTheOther() throws {
        let cases = (0..<5).map { turn in
            // All come at once, and each is done ten minutes after the one before.
            Samples.matter(0, [Samples.step("a", 0, (turn + 1) * 600)], closed: (turn + 1) * 600)
        }
        let model = try Samples.learned(cases)
        #expect(model.steps.map(\.samples) == [[600, 600, 600, 600, 600]])
        #expect(model.posts.map(\.people) == [1])
        #expect(try Run.result(of: model, Draw(seed: 3)).seconds == [600, 1_200, 1_800, 2_400, 3_000])
    }

    @Test("steps that came up together are known not to wait for each other")
    func together() throws {
        let cases = (0..<5).map { turn in
            let start = turn * 3_600
            return Samples.matter(
                start,
                [
                    Samples.step("a", start, start + 600),
                    Samples.step("b", start, start + 900, Samples.heads, person: 8),
                    Samples.step("c", start + 900, start + 1_000),
                ], closed: start + 1_000)
        }
        let model = try Samples.learned(cases)
        #expect(model.matters[0].occurrences.map(\.before) == [0, 0, 0b11])
        #expect(try Run.result(of: model, Draw(seed: 3)).seconds == Array(repeating: 1_000, count: 5))
    }

    @Test("the applicant keeps nobody busy and is waited for day and night")
    func applicant() throws {
        let cases = (0..<5).map { turn in
            let start = turn * 90_000
            return Samples.matter(
                start, [Samples.step("supply", start, start + 80_000, nil, person: nil)],
                closed: start + 80_000)
        }
        let model = try Samples.learned(cases, hours: .usual)
        #expect(model.posts.isEmpty)
        #expect(try Run.result(of: model, Draw(seed: 3)).seconds == Array(repeating: 80_000, count: 5))
    }

    @Test("a limit that is waited for between two steps stays as long as it was")
    func gaps() throws {
        let cases = (0..<5).map { turn in
            let start = turn * 3_600
            return Samples.matter(
                start + 0,
                [Samples.step("a", start, start + 60), Samples.step("b", start + 1_060, start + 1_100)],
                closed: start + 1_200)
        }
        let model = try Samples.learned(cases)
        #expect(model.matters[0].occurrences.map(\.gap) == [0, 1_000] && model.matters[0].tail == 100)
        #expect(try Run.result(of: model, Draw(seed: 3)).seconds == Array(repeating: 1_200, count: 5))
    }

    @Test("of very many times a fair part is kept")
    func bounded() throws {
        let model = try Samples.learned(Samples.inSeries(2_500))
        #expect(model.steps.allSatisfy { $0.samples.count == 2_000 })
    }

    @Test("what was taken was worked on from then on, and waited before; the others are counted as unknown")
    func taken() throws {
        let cases = (0..<5).map { turn in
            let start = turn * 3_600
            return Samples.matter(
                start,
                [
                    Samples.step("a", start, start + 900, taken: start + 600),
                    Samples.step("b", start + 900, start + 1_500, Samples.heads, person: 8),
                ], closed: start + 1_500)
        }
        let model = try Samples.learned(cases)
        #expect(model.steps.first { $0.element == "a" }?.samples == [300, 300, 300, 300, 300])
        #expect(model.steps.first { $0.element == "b" }?.samples == [600, 600, 600, 600, 600])
        #expect(model.takenSteps == 5 && model.boundedSteps == 5)
    }

    @Test("whoever takes a pile at once works on one after the other")
    func pile() throws {
        let cases = (0..<5).map { turn in
            Samples.matter(0, [Samples.step("a", 0, (turn + 1) * 600, taken: 0)], closed: (turn + 1) * 600)
        }
        #expect(try Samples.learned(cases).steps.map(\.samples) == [[600, 600, 600, 600, 600]])
    }
}
