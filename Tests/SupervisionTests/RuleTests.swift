import Journal
import Refusals
import Testing
import WorkingTime

@testable import Supervision

@Suite("Rules of supervision")
struct RuleTests {
    private let writer = Actor(accountID: 1, name: "写的人", channel: "page", address: "")
    private let other = Actor(accountID: 2, name: "另一人", channel: "page", address: "")

    private func version(_ rule: SupervisionRule = SupervisionHouse.rule()) -> RuleVersion {
        RuleVersion(id: 1, version: 1, rule: rule, editedBy: 1, editedByName: "写的人")
    }

    @Test(
        "a condition that is wrong is named with its column",
        arguments: [
            ("clock.left <", "第"), ("clok.left < 1", "第 1 列：时限没有「clok」这个事实"),
            ("not(clock.paused) and task.over > 1", "第 23 列：时限没有「task」这个事实"), ("clock.lft < 1", "第"),
            ("clock.left + 1", "第"),
        ])
    func wrongConditions(_ condition: String, _ words: String) {
        let findings = SupervisionHouse.rule("x", .yellow, condition).findings(beside: [])
        #expect(findings.first?.blocks == true)
        #expect(findings.first?.sentence.chinese.contains(words) == true, "\(findings)")
    }

    @Test(
        "two rules that say different things of the same are found, and so is a red card before a yellow one")
    func contradictions() {
        let yellow = SupervisionHouse.rule("yellow", .yellow)
        let same = SupervisionHouse.rule("same", .red)
        #expect(same.findings(beside: [yellow]).first?.sentence.chinese.contains("同一条件同一时间") == true)
        let late = SupervisionHouse.rule(
            "late", .yellow, moment: RuleMoment(anchor: .due, isBefore: false, amount: 5, unit: .day))
        #expect(late.findings(beside: [same]).first?.sentence.chinese.contains("红牌比黄牌来得早") == true)
        let red = SupervisionHouse.rule(
            "red", .red, moment: RuleMoment(anchor: .due, isBefore: false, amount: 5, unit: .day))
        #expect(red.findings(beside: [yellow]).isEmpty)
    }

    @Test(
        "nothing of any unit is one moment, and comes before something of another",
        arguments: RuleMoment.Unit.allCases)
    func nothingOfAnyUnit(_ unit: RuleMoment.Unit) {
        let yellow = SupervisionHouse.rule("yellow", .yellow)
        let red = SupervisionHouse.rule(
            "red", .red, moment: RuleMoment(anchor: .due, isBefore: false, amount: 0, unit: unit))
        let found = red.findings(beside: [yellow]).map(\.sentence.chinese).joined()
        #expect(found.contains("同一条件同一时间") == (unit != .percent), "\(found)")
        let late = SupervisionHouse.rule(
            "late", .yellow, moment: RuleMoment(anchor: .due, isBefore: false, amount: 5, unit: .workingDay))
        let early = red.findings(beside: [late]).map(\.sentence.chinese).joined()
        #expect(early.contains("红牌比黄牌来得早") == (unit != .percent), "\(early)")
    }

    @Test("whoever wrote a rule does not switch it on, and what has findings is not switched on by anybody")
    func twoPersons() throws {
        var mine = version()
        #expect(throws: DomainError.forbidden("规则是您写的，要由另一人启用。")) {
            try mine.switchOn(from: noon.day, today: noon.day, [], seen: 0, by: writer)
        }
        let finding = RuleFinding(sentence: "与「甲」矛盾", blocks: true)
        #expect(throws: DomainError.conflict("与「甲」矛盾")) {
            try mine.switchOn(from: noon.day, today: noon.day, [finding], seen: 0, by: other)
        }
        #expect(throws: DomainError.invalid("on_from", "启用日期不能早于今天。")) {
            try mine.switchOn(from: noon.day.adding(days: -1), today: noon.day, [], seen: 0, by: other)
        }
        try mine.switchOn(from: noon.day.adding(days: 1), today: noon.day, [], seen: 0, by: other)
        #expect(!mine.isOn(noon.day) && mine.isOn(noon.day.adding(days: 1)))
        #expect(throws: DomainError.conflict("这个版本已经启用过，请起草新的版本。")) {
            try mine.edit(mine.rule, seen: 0, by: writer)
        }
    }

    @Test("what the breaker stopped goes on where it stopped, or from a later day that is named")
    func goesOn() throws {
        let first = noon.day.adding(days: -30)
        let stopped = RuleVersion(
            id: 1, version: 1, rule: SupervisionHouse.rule(), state: .stopped, onFrom: first, editedBy: 1,
            editedByName: "写的人")
        var again = stopped
        #expect(throws: DomainError.forbidden("规则是您写的，要由另一人启用。")) {
            try again.switchOn(from: noon.day, today: noon.day, [], seen: 0, by: writer)
        }
        try again.switchOn(from: noon.day, today: noon.day, [], seen: 0, by: other)
        #expect(again.onFrom == first && again.isOn(noon.day))
        var later = stopped
        let day = noon.day.adding(days: 3)
        try later.switchOn(from: day, today: noon.day, [], seen: 0, by: other)
        #expect(later.onFrom == day && !later.isOn(noon.day))
        var draft = version()
        try draft.switchOn(from: noon.day, today: noon.day, [], seen: 0, by: other)
        #expect(draft.onFrom == noon.day)
    }

    @Test("what nobody has tried, or was changed after the second person tried it, is not switched on")
    func triedBefore() throws {
        var mine = version()
        try mine.edit(SupervisionHouse.rule("over", .red), seen: 0, by: writer)
        #expect(throws: DomainError.conflict("请先看试算，再启用。")) {
            try mine.switchOn(from: noon.day, today: noon.day, [], seen: nil, by: other)
        }
        #expect(throws: DomainError.conflict("规则在您看过试算以后又改过，请再看一遍试算。")) {
            try mine.switchOn(from: noon.day, today: noon.day, [], seen: 0, by: other)
        }
        #expect(mine.state == .draft)
        try mine.switchOn(from: noon.day, today: noon.day, [], seen: 1, by: other)
        #expect(mine.isOn(noon.day))
    }

    @Test("a moment that does not fit what is looked at is refused at its field")
    func moments() {
        var rule = SupervisionHouse.rule("x", .red, scope: .task, "task.over > 0")
        rule.moment = RuleMoment(anchor: .paused, isBefore: true, amount: 5_000, unit: .percent)
        #expect(throws: DomainError.self) { try rule.requireComplete() }
        let fields = rule.moment?.errors(in: .task).map(\.field) ?? []
        #expect(Set(fields) == ["amount", "anchor", "unit"])
    }

    @Test("the delivered rules are whole, can be asked, and do not contradict each other")
    func delivered() throws {
        let (rules, kinds) = (try DeliveredRules.all(), try DeliveredKinds.all())
        #expect(rules.count >= 10)
        for rule in rules {
            try rule.requireComplete()
            #expect(rule.findings(beside: rules, among: KnownValues(kinds: kinds)) == [], "\(rule.key)")
        }
    }
}
