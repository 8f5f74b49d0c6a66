import Refusals
import Testing
import WorkingTime

@testable import Accountability

@Suite("The rules of accountability")
struct InquiryRuleTests {
    private let proposer = Officeholder(id: 1, organs: ["jw"])
    private let checker = Officeholder(id: 2, organs: ["jw"])
    private let leader = Officeholder(id: 3, organs: ["zfb"])
    private let other = Officeholder(id: 4, organs: ["zfb"])
    private let person = Officeholder(id: 9, organs: ["cgj"])
    private let admonition = AccountabilityRules.Measure(code: "admonition", name: "诫勉谈话", words: "")
    private let criticism = AccountabilityRules.Measure(code: "criticism", name: "批评教育", words: "")
    private let circular = AccountabilityRules.Measure(code: "circular", name: "通报批评", words: "")
    /// The lightest first.
    private var rules: AccountabilityRules {
        AccountabilityRules(measures: [criticism, admonition, circular])
    }

    private func inquiry(_ stage: Inquiry.Stage = .checking) -> Inquiry {
        Inquiry(
            id: 1, number: "1", source: .signal, reference: "1", title: "逾期未办", evidence: [], organ: "cgj",
            accountID: 9, person: "丁静怡", facts: "拖延", stage: stage, proposedBy: 1, filedAt: noon)
    }

    @Test("nobody handles an inquiry about themself or about their own organ")
    func apart() {
        #expect(throws: DomainError.forbidden("这件问责涉及您本人，您应当回避。")) {
            try inquiry().requireApart(person)
        }
        #expect(throws: DomainError.forbidden("这件问责涉及您所在的部门，要由其他部门的人员办理。")) {
            try inquiry().requireApart(Officeholder(id: 5, organs: ["cgj", "jw"]))
        }
    }

    @Test("whoever proposed does not check, whoever checked does not decide, whoever decided does not review")
    func fourPersons() throws {
        let refusal = DomainError.forbidden("这件问责的前面一步是您办的，要由没有经手的人办理。")
        var one = inquiry()
        #expect(throws: refusal) { try one.check(isFounded: true, by: proposer, at: noon) }
        try one.check(isFounded: true, by: checker, at: noon)
        #expect(one.toldAt == noon && one.outcome == nil)
        one.stage = .deciding
        #expect(throws: refusal) { try one.decide(criticism, by: checker) }
        #expect(throws: refusal) { try one.decide(nil, by: proposer) }
        #expect(throws: refusal) { try one.sendBack(by: checker) }
        try one.decide(admonition, by: leader)
        one.stage = .reviewing
        for holder in [proposer, checker, leader] {
            #expect(throws: refusal) { try one.review(.upheld, nil, of: rules, by: holder) }
        }
        try one.review(.upheld, nil, of: rules, by: other)
        #expect(one.outcome == .measure && one.measureName == "诫勉谈话")
    }

    @Test("each step is refused outside of its stage", arguments: Inquiry.Stage.allCases)
    func stages(stage: Inquiry.Stage) {
        func isConflict(_ work: (inout Inquiry) throws -> Void) -> Bool {
            var one = inquiry(stage)
            do { try work(&one) } catch DomainError.conflict { return true } catch { return false }
            return false
        }
        #expect(isConflict { try $0.check(isFounded: true, by: checker, at: noon) } == (stage != .checking))
        #expect(isConflict { try $0.state(by: person) } == (stage != .hearing))
        #expect(isConflict { try $0.decide(nil, by: leader) } == (stage != .deciding))
        #expect(isConflict { try $0.sendBack(by: leader) } == (stage != .deciding))
        #expect(isConflict { try $0.serve(by: proposer, at: noon) } == (stage != .serving))
        #expect(isConflict { try $0.appeal(by: person) } == (stage != .appealable))
        #expect(isConflict { try $0.review(.revoked, nil, of: rules, by: other) } == (stage != .reviewing))
        let before: [Inquiry.Stage] = [.checking, .hearing, .deciding]
        #expect(isConflict { try $0.withdraw(by: proposer) } == !before.contains(stage))
    }

    @Test("nobody states their case or appeals for somebody else")
    func own() {
        let refusal = DomainError.forbidden("这一步由当事人本人办理。")
        #expect(throws: refusal) { try inquiry(.hearing).state(by: leader) }
        #expect(throws: refusal) { try inquiry(.appealable).appeal(by: proposer) }
    }

    @Test("an appeal makes a measure lighter or leaves it, never heavier; revoked it is gone")
    func review() throws {
        var one = inquiry(.deciding)
        try one.decide(admonition, by: leader)
        one.stage = .reviewing
        #expect(throws: DomainError.invalid("measure", "请选择改变以后的措施。")) {
            try one.review(.changed, nil, of: rules, by: other)
        }
        for measure in [admonition, circular] {
            #expect(throws: DomainError.invalid("measure", "不能因为申诉加重，只能改为比原来更轻的措施。")) {
                try one.review(.changed, measure, of: rules, by: other)
            }
        }
        // What the district has struck from its list since cannot be weighed.
        let shorter = AccountabilityRules(measures: [criticism, circular])
        #expect(throws: DomainError.self) { try one.review(.changed, criticism, of: shorter, by: other) }
        var revoked = one
        try one.review(.changed, criticism, of: rules, by: other)
        #expect(one.measure == "criticism" && one.outcome == .measure)
        try revoked.review(.revoked, nil, of: rules, by: other)
        #expect(revoked.measure == nil && revoked.outcome == .revoked)
    }

    @Test(
        "for what was taken back there is no measure, and none is upheld; spared, sent back or revoked it may be"
    )
    func takenBack() throws {
        var one = inquiry(.deciding)
        one.retraction = "红牌已经撤销。"
        let refusal = DomainError.invalid("decision", "依据已经不成立，不能给予问责。请决定不予问责，或者退回重新核实。")
        #expect(throws: refusal) { try one.decide(criticism, by: leader) }
        #expect(one.outcome == nil && one.decidedBy == nil)
        try one.sendBack(by: leader)
        var spared = one
        try spared.decide(nil, by: leader)
        #expect(spared.outcome == .spared)

        var decided = inquiry(.deciding)
        try decided.decide(admonition, by: leader)
        (decided.stage, decided.retraction) = (.reviewing, "红牌已经撤销。")
        let rulings: [(InquiryStep.Kind, AccountabilityRules.Measure?)] = [
            (.upheld, nil), (.changed, criticism),
        ]
        for (ruling, measure) in rulings {
            #expect(throws: DomainError.invalid("ruling", "依据已经不成立，不能维持或者改变措施，只能撤销。")) {
                try decided.review(ruling, measure, of: rules, by: other)
            }
        }
        try decided.review(.revoked, nil, of: rules, by: other)
        #expect(decided.outcome == .revoked)
    }

    @Test(
        "what is missing in a proposal is said at its field, and numbers of persons stay out of what the person reads"
    )
    func proposal() {
        let empty = Proposal(source: nil, reference: "", organ: "", person: nil, facts: "")
        #expect(empty.errors.map(\.field) == ["source", "reference", "person", "facts"])
        let told = Proposal(
            source: .complaint, reference: "1", organ: "cgj", person: 9, facts: "投诉人电话 13800138000")
        #expect(told.errors.map(\.field) == ["facts"])
    }

    @Test("measures that do not fit together are not published")
    func unpublishable() throws {
        let twice = AccountabilityRules(measures: [criticism, criticism])
        #expect(twice.faults.map(\.chinese) == ["措施的代码有重复。"])
        #expect(AccountabilityRules(measures: []).faults.map(\.chinese) == ["至少要有一种措施。"])
        let odd = AccountabilityRules(measures: [.init(code: "A b", name: "", words: "")])
        #expect(odd.faults.count == 2)
        let limits = ["rest": "5 day", "hear": "5", "decide": "0 working_day", "serve": "3 working_day"]
        let wrong = AccountabilityRules(measures: [criticism], limits: limits)
        #expect(
            wrong.faults.map(\.chinese) == [
                "「待决定」的期限「0 working_day」应写成「5 working_day」这样，1 到 365。",
                "「陈述申辩」的期限「5」应写成「5 working_day」这样，1 到 365。", "没有「rest」这一步。",
            ])
    }
}
