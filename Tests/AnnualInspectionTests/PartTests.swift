import Journal
import Refusals
import Testing
import WorkingTime

@testable import AnnualInspection

@Suite("一个部门的结论")
struct PartTests {
    private let officer = Actor(accountID: 7, name: "李敏", organ: "scjg", channel: "page", address: "")
    private var tomorrow: CivilDate { noon.day.adding(days: 1) }

    @Test("没有理由不能不合格，没有期限不能限期整改，期限要在明天以后")
    func incomplete() {
        var part = InspectionPart(organ: "scjg")
        #expect(throws: DomainError.invalid("reason", "请写明不合格的理由，会写进给企业的结果单。")) {
            try part.fail(" ", by: officer, at: noon)
        }
        #expect(throws: DomainError.invalid("reason", "请写明要整改什么。")) {
            try part.demandCorrection("", until: tomorrow, by: officer, at: noon)
        }
        for day in [nil, noon.day, noon.day.adding(days: 181)] {
            #expect(throws: DomainError.invalid("correct_by", "整改期限应在明天以后、半年以内。")) {
                try part.demandCorrection("补台账", until: day, by: officer, at: noon)
            }
        }
        #expect(part.state == .waiting)
    }

    @Test("整改期限没到、企业还没说明，不能下结论；逾期没有说明的可以")
    func patience() throws {
        var part = InspectionPart(organ: "scjg")
        try part.demandCorrection("补台账", until: tomorrow, by: officer, at: noon)
        #expect(throws: DomainError.conflict("整改期限还没有到，请等企业提交整改说明。")) {
            try part.pass(by: officer, at: noon)
        }
        let later = noon.adding(seconds: 2 * 86_400)
        #expect(part.isLate(on: later.day))
        try part.fail("逾期没有整改", by: officer, at: later)
        #expect(part.state == .failed && part.decider == "李敏")
    }

    @Test("没有要求整改的不收整改说明；说明了以后再看一次")
    func corrected() throws {
        var part = InspectionPart(organ: "scjg")
        #expect(throws: DomainError.self) { try part.correct("补好了") }
        try part.demandCorrection("补台账", until: tomorrow, by: officer, at: noon)
        #expect(throws: DomainError.invalid("words", "请写明整改了什么。")) { try part.correct("") }
        try part.correct("台账已补齐")
        try part.pass(by: officer, at: noon)
        #expect(part.state == .passed && part.correction == "台账已补齐" && part.reason == nil)
        #expect(throws: DomainError.conflict("本部门已经作出结论：\("合格")。")) {
            try part.fail("x", by: officer, at: noon)
        }
    }

    @Test("监察知道部门最迟什么时候作出结论；没有要求整改的没有这个期限，有了结论的结束")
    func watched() throws {
        let rules = try InspectionRules.delivered()
        var filing = InspectionFiling(
            id: 1, planID: 1, year: 2026, code: House.xinghu, name: "星湖餐饮", accountID: 9, filedBy: "陈静",
            filedAt: noon.adding(seconds: -86_400), answers: [:], carried: [],
            parts: [InspectionPart(organ: "scjg")])
        func limit(at now: Instant = noon) throws -> ConclusionLimit? {
            rules.limit(of: try #require(filing["scjg"]), in: filing, by: .weekendsOnly, now: now)
        }
        #expect(try limit() == nil)
        try filing.change("scjg") {
            try $0.demandCorrection("补台账", until: tomorrow, by: officer, at: noon)
        }
        let running = try #require(try limit())
        #expect(running.dueOn.days(since: tomorrow) == 5 && running.endedOn == nil && running.state == "整改中")
        try filing.change("scjg") { try $0.correct("台账已补齐") }
        #expect(try limit()?.state == "待复核")
        try filing.change("scjg") { try $0.pass(by: officer, at: noon) }
        #expect(try limit()?.endedOn == noon.day)
    }
}
