import Testing
import WorkingTime

@testable import ProcessMining

@Suite("Materials that are asked for twice")
struct RepetitionTests {
    private func paper(
        _ file: Int64, in subject: Int64 = 1, day: Int = 400, _ material: String = "食品安全管理制度",
        isHeld: Bool = false
    ) -> HandedIn {
        HandedIn(
            material: material, caseID: subject, file: file,
            at: Instant(milliseconds: 1_700_000_000_000).adding(seconds: day * 86_400), isHeld: isHeld)
    }

    private func kinds(_ handedIn: [HandedIn], earlier: [HandedIn] = []) -> Set<Repetition.Kind> {
        Set(Repetition.all(in: handedIn, earlier: earlier).map(\.kind))
    }

    @Test("what is handed in once, in however many files, is asked for once")
    func once() {
        #expect(kinds([]).isEmpty)
        #expect(kinds([paper(1), paper(2)]).isEmpty)
        #expect(kinds([paper(1), paper(2, "营业场所平面图")]).isEmpty)
    }

    @Test("what comes again with the supplement was asked for again")
    func supplement() { #expect(kinds([paper(1), paper(2, day: 403)]) == [.supplement]) }

    @Test("a file of its own for each item is asked for twice, one file for all is not")
    func items() {
        #expect(kinds([paper(1, in: 2), paper(2, in: 3)]) == [.items])
        #expect(kinds([paper(1, in: 2), paper(1, in: 3)]).isEmpty)
    }

    @Test(
        "what the same applicant gave within a year is asked for again, what is older is not",
        arguments: [
            (399, true), (40, true), (33, false), (400, false), (401, false),
        ])
    func earlier(day: Int, isAgain: Bool) {
        let known = kinds([paper(1)], earlier: [paper(9, in: 8, day: day)])
        #expect(known == (isAgain ? [.earlier] : []))
    }

    @Test("what a licence in the register says need not be brought")
    func held() { #expect(kinds([paper(1, isHeld: true)]) == [.held]) }
}
