import Foundation
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Performance

private func actor(_ id: Int64, _ organ: String) -> Actor {
    Actor(accountID: id, name: "人\(id)", organ: organ, channel: "page", address: "")
}

@Suite("An appeal against a score")
struct ScoreAppealTests {
    private let involved = ScoreAppeal.Involved(froze: 5, reviewed: 6)
    private let standing = ScoreAppeal.Standing(
        figures: [.promisedEnded: 133, .promisedKept: 100, .promisedLate: 33],
        asked: [.promisedKept, .promisedEnded])

    private func record(_ until: String?) throws -> PeriodRecord {
        PeriodRecord(
            period: try #require(Period("2026-10")), askedBy: 5, askedByName: "甲", askedAt: noon,
            daysDone: 31,
            modelID: 1, calendarVersion: 1, organs: [], offices: [], frozenAt: until == nil ? nil : noon,
            appealsUntil: until.flatMap { CivilDate(iso: $0)?.endOfDay }, inherited: [])
    }

    private func appeal(
        _ record: PeriodRecord?, _ words: String = "逾期的一件是系统故障", by organ: String = "scjg",
        at now: Instant = noon
    ) throws -> ScoreAppeal {
        try ScoreAppeal(
            id: 1, record, organ: "scjg", indicator: "promise", decideDays: 5, reasons: words, [],
            by: actor(1, organ), at: now)
    }

    @Test("not before freezing, not after the limit, not for another organ, not without reasons")
    func refused() throws {
        for none in [nil, try record(nil)] {
            #expect(throws: DomainError.conflict("这一期还没有核定，不用申诉。")) { try appeal(none) }
        }
        let frozen = try record("2026-11-27")
        #expect(throws: DomainError.forbidden("这不是您的部门的得分。")) { try appeal(frozen, by: "zjj") }
        #expect(throws: DomainError.conflict("这一期的申诉期限\("到 2026年11月27日（周五）")，已经过了。")) {
            try appeal(frozen, at: day("2026-11-28"))
        }
        #expect(throws: DomainError.invalid("words", "请写明申诉的理由。")) { try appeal(frozen, "") }
        #expect(try appeal(frozen, at: day("2026-11-27")).state == .submitted)
    }

    @Test("decided by nobody who appealed, froze, reviewed or has a post in the organ")
    func impartial() throws {
        var appeal = try appeal(try record("2026-11-27"))
        for (who, sentence) in [
            (actor(9, "scjg"), "这件申诉涉及您自己的部门，要由其他部门的人裁定。"), (actor(1, "jw"), "申诉是您提出的，要由另一人裁定。"),
            (actor(5, "jw"), "这一期是您核定的，要由另一人裁定。"), (actor(6, "jw"), "这项自评是您审核的，要由另一人裁定。"),
        ] as [(Actor, Sentence)] {
            #expect(throws: DomainError.forbidden(sentence)) {
                try appeal.decide([], beside: standing, "成立", seen: 1, involved, by: who, at: noon)
            }
        }
        #expect(throws: DomainError.invalid("reason", "请写明裁定的理由。")) {
            try appeal.decide([], beside: standing, "", seen: 1, involved, by: actor(9, "jw"), at: noon)
        }
        #expect(throws: DomainError.conflict("申诉刚刚有变化，请刷新以后再裁定。")) {
            try appeal.decide([], beside: standing, "维持", seen: 0, involved, by: actor(9, "jw"), at: noon)
        }
        try appeal.decide([], beside: standing, "维持", seen: 1, involved, by: actor(9, "jw"), at: noon)
        #expect(appeal.state == .upheld && appeal.decidedBy == 9)
        #expect(throws: DomainError.conflict("这件申诉\("维持核定")，不能再裁定。")) {
            try appeal.decide([], beside: standing, "再来", seen: 2, involved, by: actor(9, "jw"), at: noon)
        }
    }

    @Test(
        "a part is never put right to more than its whole, nor a whole to less than its part",
        arguments: [
            (["promised_kept": 999], ["amount.promised_kept"]), (["promised_kept": 133], []),
            (["promised_ended": 99], ["amount.promised_kept"]),
            (["promised_ended": 99, "promised_kept": 99], []),
            (["promised_ended": 5, "promised_kept": 6], ["amount.promised_kept"]),
            (["satisfied": 1], ["amount.satisfied"]), (["reported": 900], []),
        ] as [([String: Int], [String])])
    func possible(_ amounts: [String: Int], _ fields: [String]) throws {
        var appeal = try appeal(try record("2026-11-27"))
        let changes = amounts.map { ScoreAppeal.Change(figure: $0.key, before: 1, after: $0.value) }
        do {
            try appeal.decide(
                changes, beside: standing, "更正", seen: 1, involved, by: actor(9, "jw"), at: noon)
            #expect(fields.isEmpty && appeal.state == .corrected)
        } catch DomainError.invalid(let errors) {
            #expect(errors.map(\.field) == fields && appeal.state == .submitted)
        }
    }

    @Test("every figure that is a part of another is found in it")
    func parts() {
        let parts = Figure.allCases.filter { $0.whole != nil }
        #expect(parts.count == 13 && parts.allSatisfy { $0.whole?.whole != $0 })
        #expect(Figure.satisfied.whole == .rated && Figure.promisedEnded.whole == nil)
    }

    @Test("taken back by the organ alone, while nobody has decided")
    func withdrawn() throws {
        var appeal = try appeal(try record("2026-11-27"))
        #expect(throws: DomainError.forbidden("这不是您的部门的申诉。")) {
            try appeal.withdraw("", by: actor(1, "zjj"), at: noon)
        }
        try appeal.withdraw("查清楚了", by: actor(2, "scjg"), at: noon)
        #expect(throws: DomainError.conflict("这件申诉\("已撤回")，不能撤回。")) {
            try appeal.withdraw("", by: actor(2, "scjg"), at: noon)
        }
        #expect(throws: DomainError.conflict("这件申诉\("已撤回")，不能再裁定。")) {
            try appeal.decide([], beside: standing, "维持", seen: 2, involved, by: actor(9, "jw"), at: noon)
        }
    }

    @Test("of two corrections of a figure the later counts; a quarter has the difference of its months")
    func corrected() throws {
        let october = try #require(Period("2026-10"))
        func correction(_ id: Int64, _ figure: String, _ before: Int?, _ after: Int) -> Correction {
            Correction(
                id: id, appealID: id, period: october, organ: "scjg", indicator: "reform", figure: figure,
                before: before, after: after, reason: "", by: 9, byName: "", at: noon)
        }
        let owner = FigureOwner(organ: "scjg")
        var inputs = ScoreInputs(figures: [owner: [.promisedKept: 8]], reported: [:])
        let all = [
            correction(2, "promised_kept", 9, 10), correction(1, "promised_kept", 8, 9),
            correction(3, "reported", nil, 250), correction(4, "no_such_figure", 1, 2),
        ]
        let after = inputs.corrected(by: all)
        #expect(after.figures[owner] == [.promisedKept: 10] && after.reported == ["scjg": ["reform": 250]])
        #expect(inputs.figures[owner] == [.promisedKept: 8])
        inputs.inherit(all)
        #expect(inputs.figures[owner] == [.promisedKept: 10] && inputs.reported.isEmpty)
        #expect(all[2].text(nil) == "不计" && all[2].text(250) == "2.5" && all[0].text(9) == "9")
    }
}
