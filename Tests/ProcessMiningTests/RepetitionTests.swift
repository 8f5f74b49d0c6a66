import Testing
import WorkingTime

@testable import ProcessMining

@Suite("Materials that are asked for twice")
struct RepetitionTests {
    private func paper(
        _ file: Int64, in subject: Int64 = 1, day: Int = 400, _ material: String = "食品安全管理制度",
        code: String? = nil, isHeld: Bool = false
    ) -> HandedIn {
        HandedIn(
            name: material, code: code, caseID: subject, file: file,
            at: Instant(milliseconds: 1_700_000_000_000).adding(seconds: day * 86_400), isHeld: isHeld)
    }

    private func kinds(_ handedIn: [HandedIn], earlier: [HandedIn] = []) -> Set<Repetition.Kind> {
        Set(Repetition.all(in: handedIn, earlier: earlier).keys.map(\.kind))
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

    @Test("the same code under another name is the same material, another code under the same name is not")
    func codes() {
        let permit = "11440000MB9E00149X001"
        #expect(
            kinds([paper(1, in: 2, "营业执照", code: permit), paper(2, in: 3, "营业执照副本", code: permit)]) == [
                .items
            ])
        #expect(kinds([paper(1, in: 2, code: permit), paper(2, in: 3)]).isEmpty)
        let named = Repetition.all(
            in: [paper(1, "营业执照副本", code: permit)], earlier: [paper(9, in: 8, day: 300, "营业执照", code: permit)]
        )
        #expect(named == [Repetition(.earlier, permit): "营业执照副本"])
    }

    @Test("cases are counted once for each way and material, and a few are kept to be opened")
    func counted() {
        var statistics = RepetitionStatistics()
        let again = Repetition(.supplement, "制度")
        for number in ["N5", "N4", "N3", "N2"] { statistics.add(number, [again: "制度"]) }
        statistics.add("N1", [:])
        #expect(statistics.looked == 5 && statistics.found[again]?.cases == 4)
        #expect(statistics.found[again]?.examples.numbers == ["N2", "N3", "N4"])
    }
}
