import Refusals
import Testing

@testable import Supervision

@Suite("Rules that contradict each other")
struct OverlapTests {
    private let yellow = SupervisionHouse.rule(
        "yellow", .yellow, #"clock.name = "promised" and not(clock.paused)"#)

    private func words(_ rule: SupervisionRule, beside other: SupervisionRule) -> String {
        rule.findings(beside: [other]).map(\.sentence.chinese).joined()
    }

    @Test(
        "are found though they are written otherwise, with the circumstances in which both speak",
        arguments: [
            (#"clock.name="promised""#, #"clock.name = "promised"、clock.paused = false 时"#),
            (#"clock.name in ("legal", "promised") and case.organ = "zjj""#, #"case.organ = "zjj""#),
            ("clock.over > 0", #"clock.name = "promised""#),
        ])
    func overlap(_ condition: String, _ circumstances: String) {
        let found = words(SupervisionHouse.rule("red", .red, condition), beside: yellow)
        #expect(found.contains(circumstances) && found.contains("同一时间一个是红牌，一个是黄牌"), "\(found)")
    }

    @Test(
        "are none where they never hold together, or at another time, or say the same",
        arguments: [
            SupervisionHouse.rule("red", .red, #"clock.name = "legal""#),
            SupervisionHouse.rule("red", .red, "clock.paused"),
            SupervisionHouse.rule("red", .red, #"clock.name = "promised" and clock.over > 5"#),
            SupervisionHouse.rule(
                "red", .red, moment: RuleMoment(anchor: .due, isBefore: false, amount: 5, unit: .workingDay),
                #"clock.name = "promised""#),
            SupervisionHouse.rule("again", .yellow, #"clock.name="promised""#),
        ])
    func apart(_ rule: SupervisionRule) {
        #expect(rule.findings(beside: [yellow]) == [])
    }

    @Test("with no moment, one that lies within the other is found, and one that counts further is not")
    func withoutMoment() {
        func rule(_ key: String, _ level: SupervisionRule.Level, _ condition: String) -> SupervisionRule {
            SupervisionHouse.rule(key, level, scope: .task, moment: nil, condition)
        }
        let all = rule("all", .yellow, #"task.outcome = "deny""#)
        let some = rule("some", .red, #"task.outcome = "deny" and not(task.reasoned)"#)
        #expect(words(some, beside: all).contains("task.outcome = \"deny\""))
        let thrice = rule("thrice", .yellow, "task.urgings >= 3")
        #expect(words(rule("more", .red, "task.urgings >= 5"), beside: thrice).isEmpty)
        #expect(!words(rule("same", .red, "task.urgings > 2"), beside: thrice).isEmpty)
        #expect(words(some, beside: thrice).isEmpty)
    }
}
