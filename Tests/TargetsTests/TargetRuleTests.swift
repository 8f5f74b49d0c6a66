import Refusals
import Testing
import Web
import WorkingTime

@testable import Targets

@Suite("The rules of targets")
struct TargetRuleTests {
    private let due = CivilDate(iso: "2026-12-20") ?? .first

    private func target(_ key: Int64 = 1, _ measure: Target.Measure = .evidence, weight: Int = 100) -> Target
    {
        Target(
            key: key, title: "打通消防通道", measure: measure, weight: weight, accountID: 7, person: "潘晓燕",
            post: "经办人员",
            milestones: [
                .init(key: key * 10, name: "列出清单", dueOn: due),
                .init(key: key * 10 + 1, name: "打通", dueOn: due),
            ])
    }

    private func plan(_ targets: [Target], version: Int = 1) -> TargetPlan {
        TargetPlan(id: 1, year: 2026, organ: "zjj", version: version, state: .draft, targets: targets)
    }

    @Test("nothing is offered without targets, without a hundred, or changed without a reason")
    func offers() throws {
        var empty = plan([])
        #expect(throws: DomainError.conflict("还没有目标，不能提出。")) {
            try empty.offer("", for: .organ, by: 1, named: "邹燕芬", at: noon)
        }
        var light = plan([target(weight: 60)])
        #expect(throws: DomainError.conflict("各目标的权重合计是 \(60)，应为 100。")) {
            try light.offer("", for: .organ, by: 1, named: "邹燕芬", at: noon)
        }
        var second = plan([target()], version: 2)
        #expect(throws: DomainError.invalid("reason", "请写明为什么要改已经同意的目标。")) {
            try second.offer("", for: .organ, by: 1, named: "邹燕芬", at: noon)
        }
    }

    @Test("only the other side agrees, by another person; what is agreed changes no more")
    func agreement() throws {
        var one = plan([target()])
        #expect(throws: DomainError.self) { try one.agree(for: .district, by: 2, named: "陈国良", at: noon) }
        try one.offer("", for: .organ, by: 1, named: "邹燕芬", at: noon)
        #expect(throws: DomainError.forbidden("目标是\("部门")提出的，要由对方的另一个人同意。")) {
            try one.agree(for: .organ, by: 3, named: "副局长", at: noon)
        }
        #expect(throws: DomainError.self) { try one.agree(for: .district, by: 1, named: "邹燕芬", at: noon) }
        try one.agree(for: .district, by: 2, named: "陈国良", at: noon)
        #expect(one.state == .agreed && one.targets[0].milestones[0].beginsOn == noon.day)
        #expect(throws: DomainError.conflict("目标已经提出或者同意，不能再改；要改先起草新的版本。")) {
            try one.add(target(2))
        }
    }

    @Test("declined with a reason it is a draft again")
    func declined() throws {
        var one = plan([target()])
        try one.offer("", for: .district, by: 2, named: "陈国良", at: noon)
        #expect(throws: DomainError.invalid("objection", "请写明不同意的理由，不超过 500 个字。")) {
            try one.decline("", for: .organ, by: 1)
        }
        try one.decline("期限太紧", for: .organ, by: 1)
        #expect(one.state == .draft && one.objection == "期限太紧" && one.side == nil)
    }

    @Test("how far a target is reached comes from figures or from accepted milestones, and from nothing else")
    func achievement() {
        let share = target(1, .figure("kept", of: "ended", atLeast: true, wanted: 90))
        #expect(share.achievement(["kept": 45, "ended": 100], reached: []) == 50)
        #expect(share.achievement(["kept": 99, "ended": 100], reached: []) == 100)
        #expect(share.achievement([:], reached: []) == nil)
        let most = target(1, .figure("red_cards", of: nil, atLeast: false, wanted: 2))
        #expect(most.achievement(["red_cards": 2], reached: []) == 100)
        #expect(most.achievement(["red_cards": 4], reached: []) == 50)
        #expect(target().achievement([:], reached: [10]) == 50)
        let both = plan([target(1, share.measure, weight: 60), target(2, weight: 40)])
        #expect(both.achievement([:], reached: [20, 21]) == 100)
        #expect(both.achievement(["kept": 45, "ended": 100], reached: [20, 21]) == 70)
    }

    @Test("nobody reviews their own report, and none is reviewed twice")
    func reviews() throws {
        var report = MilestoneReport(
            id: 1, milestone: 10, words: "已完成", evidence: "文号", reportedBy: 7, reportedByName: "潘晓燕",
            reportedAt: noon)
        #expect(throws: DomainError.forbidden("反馈是您提交的，要由其他人审核。")) {
            try report.rule(.accepted, "属实", by: 7, named: "潘晓燕", at: noon)
        }
        #expect(throws: DomainError.conflict("这个节点的反馈正在等待审核。")) { try [report].requireOpen(10) }
        try report.rule(.accepted, "属实", by: 1, named: "邹燕芬", at: noon)
        #expect([report].reached == [10])
        #expect(throws: DomainError.conflict("这个节点已经审核通过。")) { try [report].requireOpen(10) }
        #expect(throws: DomainError.conflict("这次反馈已经审核过。")) {
            try report.rule(.returned, "再补充", by: 2, named: "陈国良", at: noon)
        }
    }

    @Test("a form says at each field what is wrong, and milestones are lines with a day of the year")
    func entry() throws {
        func entry(_ pairs: [(name: String, value: String)]) -> TargetEntry {
            TargetEntry(
                form: FormData(pairs), year: 2026, members: [(7, "潘晓燕", "经办人员")], figures: ["filed"],
                newID: { 5 })
        }
        #expect(throws: DomainError.self) { try entry([]).target() }
        let wrong = [
            (name: "title", value: "清单"), (name: "weight", value: "40"), (name: "person", value: "7"),
            (name: "figure", value: "evidence"), (name: "milestones", value: "列出清单｜2027-01-01"),
        ]
        #expect(throws: DomainError.invalid("milestones", "每个节点写成「名称｜日期」，名称不超过 80 个字，日期在\(2026)年以内。")) {
            try entry(wrong).target()
        }
        let right = wrong.dropLast() + [(name: "milestones", value: "列出清单 ｜ 2026-12-20\n")]
        let target = try entry(Array(right)).target()
        #expect(target.milestones.map(\.name) == ["列出清单"] && target.milestones[0].dueOn == due)
    }
}
