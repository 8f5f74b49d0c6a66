import DecisionModel
import Government
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing

@testable import Supervision

@Suite("What a condition names")
struct ConditionTests {
    private func findings(
        _ condition: String, scope: SupervisionRule.Scope = .clock, among values: KnownValues = KnownValues()
    ) -> [RuleFinding] {
        SupervisionHouse.rule("x", scope: scope, condition).findings(beside: [], among: values)
    }

    @Test(
        "a fact that is not there is refused with the one that may be meant, though the condition is true or false",
        arguments: [
            (#"clock.nam = "promised""#, "条件第 7 列：「clock」没有「nam」这个事实，是不是「name」？"),
            ("case.agedays = 90", "条件第 6 列：「case」没有「agedays」这个事实，是不是「age_days」？"),
            (#"clock.name = "case.x" and clock.lft = 3"#, "条件第 33 列：「clock」没有「lft」这个事实，是不是「left」？"),
            (#"acts.actoin = ["case.urged"]"#, "条件第 6 列：「acts」没有「actoin」这个事实，是不是「action」？"),
            ("clok.left < 1", "条件第 1 列：时限没有「clok」这个事实，是不是「clock」？"),
            ("case.zzzzzzzz = 1", "条件第 6 列：「case」没有「zzzzzzzz」这个事实，请对照「条件里可以用的事实」"),
        ])
    func unknownFacts(_ condition: String, _ words: String) {
        let found = findings(condition)
        #expect(found.map(\.sentence.chinese) == [words] && found.allSatisfy(\.blocks))
    }

    @Test(
        "a value that a fact can hardly be is told, and does not keep the rule from being switched on",
        arguments: [
            (#"case.kind = "nonsense2""#, "请核对：条件第 14 列：「case.kind」没有「nonsense2」这个值"),
            (#"case.kind = "aplication""#, "请核对：条件第 14 列：「case.kind」没有「aplication」这个值，是不是「application」？"),
            (
                #"clock.name in ("legal", "promise")"#,
                "请核对：条件第 26 列：「clock.name」没有「promise」这个值，是不是「promised」？"
            ),
            (#"case.phase != "办理中""#, "请核对：条件第 16 列：「case.phase」没有「办理中」这个值，是不是「accepted」？"),
            (
                #"case.service = "residence-permit""#,
                "请核对：条件第 17 列：「case.service」要写 31 位的事项编码，「residence-permit」不是"
            ),
        ])
    func doubtfulValues(_ condition: String, _ words: String) {
        let found = findings(condition)
        #expect(found.map(\.sentence.chinese) == [words] && !found.contains(where: \.blocks))
    }

    @Test("what cannot be compared is told, though the condition is true or false all the same")
    func remarks() {
        let found = findings("case.kind > 3 or clock.left < 100")
        #expect(found.count == 1 && found.first?.blocks == false)
        #expect(found.first?.sentence.chinese.contains("不能比较") == true, "\(found)")
    }

    @Test("what is done elsewhere, organs and other matters are known where they are")
    func knownValues() async throws {
        let house = try await SupervisionHouse()
        let organs = try await house.database.read { try Directory.organs(in: $0) }
        let values = KnownValues(
            kinds: try DeliveredKinds.all(), organs: organs, services: ["petition": "信访事项"])
        let known =
            #"case.kind = "post-target" and case.organ = "scjg" and case.service = "petition" and case.outcome = "撤案""#
        #expect(findings(known, among: values) == [])
        let wrong = findings(#"case.organ = "市场监督管理局""#, among: values)
        #expect(wrong.first?.sentence.chinese.hasSuffix("是不是「scjg」？") == true, "\(wrong)")
        let field = findings("case.fields.reason_given = false", scope: .matter, among: values)
        #expect(field.first?.sentence.chinese.hasSuffix("是不是「reasons_given」？") == true, "\(field)")
    }

    @Test("every fact that a condition may ask for has its meaning, and nothing else has one")
    func meanings() {
        let asked = SupervisionRule.Scope.allCases.flatMap { scope in
            RuleFacts.sample(scope).flatMap { root, value -> [String] in
                guard case .context(let entries) = value else { return [] }
                return entries.keys.map { "\(root).\($0)" }
            }
        }
        #expect(Set(asked) == Set(RuleFact.all.map(\.path)))
    }

    @Test("whoever writes a condition reads what the facts mean and what they may be")
    func list() async throws {
        let house = try await SupervisionHouse().withKinds()
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(SupervisionPath.newRule).text
            #expect(page.contains("<code>clock.left</code>") && page.contains("还剩"))
            #expect(page.contains("<code>promised</code>（承诺办结时限）"))
            #expect(page.contains("<code>food-inspection</code>"))
        }
    }
}
