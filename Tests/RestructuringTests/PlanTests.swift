import Government
import Identity
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Restructuring

@Suite("A plan and its two signatures")
struct PlanTests {
    @Test("Whoever wrote a plan does not approve it")
    func ownPlan() throws {
        var plan = try Samples.plan(.merge(organs: ["scjg"], into: "wsjk"))
        #expect(throws: DomainError.forbidden("方案由您起草，须由另一人批准。")) {
            try plan.approve([], by: Samples.drafter, at: Samples.now)
        }
    }

    @Test("What stands against a plan stands against its approval, in the same words")
    func obstacle() throws {
        var plan = try Samples.plan()
        #expect(throws: DomainError.conflict("方案还没有步骤。")) {
            try plan.approve(plan.findings(Samples.facts), by: Samples.approver, at: Samples.now)
        }
    }

    @Test("An approved plan is not changed any more, and not carried out before its day")
    func approved() throws {
        var plan = try Samples.plan(.merge(organs: ["scjg"], into: "wsjk"))
        try plan.approve([], by: Samples.approver, at: Samples.now)
        #expect(throws: DomainError.self) {
            try plan.add(.abolish(organ: "zjj", successor: "wsjk"), by: Samples.drafter, at: Samples.now)
        }
        #expect(throws: DomainError.conflict("方案 \("2026-12-01") 生效，还没有到日子。")) {
            try plan.carryOut([], by: .system, at: Samples.now)
        }
        let day = Instant(day: Samples.day("2026-12-01"))
        try plan.carryOut([], by: .system, at: day)
        #expect(plan.state == .carriedOut)
        #expect(throws: DomainError.self) { try plan.withdraw("作废", by: Samples.drafter, at: day) }
    }

    @Test("Two people carry a plan out by hand")
    func byHand() throws {
        let day = Instant(day: Samples.day("2026-12-01"))
        var plan = try Samples.plan(.merge(organs: ["scjg"], into: "wsjk"))
        try plan.approve([], by: Samples.approver, at: Samples.now)
        #expect(try !plan.requestExecution(by: Samples.drafter, at: day))
        #expect(throws: DomainError.conflict("您已提出立即执行，须由另一人确认。")) {
            _ = try plan.requestExecution(by: Samples.drafter, at: day)
        }
        #expect(try plan.requestExecution(by: Samples.approver, at: day))
    }

    @Test("A plan says what it is, what it rests on, and a day that is not past")
    func head() {
        for (title, basis, day) in [
            ("", "文", "2026-12-01"), ("方案", "", "2026-12-01"), ("方案", "文", "2026-11-08"),
        ] {
            #expect(throws: DomainError.self) {
                _ = try RestructuringPlan.draft(
                    title, basis: basis, effectiveOn: Samples.day(day), id: 1, by: Samples.drafter,
                    at: Samples.now)
            }
        }
    }

    @Test("Things follow every passage from the first to the last")
    func succession() throws {
        let plan = try Samples.plan(
            .create(Samples.newOrgan), .split(.init(organ: "scjg", rest: "wsjk", items: ["food": "xksp"])),
            .merge(organs: ["wsjk"], into: "zjj"))
        let succession = plan.succession
        #expect(succession.heir(of: "scjg", item: "food") == "xksp")
        #expect(succession.heir(of: "scjg", item: "company") == "zjj")
        #expect(succession.heir(of: "wsjk") == "zjj" && succession.heir(of: "xfjy") == "xfjy")
        #expect(succession.ended == ["scjg": "wsjk", "wsjk": "zjj"])
    }
}
