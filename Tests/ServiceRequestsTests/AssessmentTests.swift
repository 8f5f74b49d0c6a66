import Cases
import Codes
import Identity
import Refusals
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("答复以后：解决了没有")
struct AssessmentTests {
    private static var solved: Assessment {
        get throws { try Assessment(solved: "yes", grade: "5", reason: "") }
    }
    private static var unsolved: Assessment {
        get throws { try Assessment(solved: "no", grade: "1", reason: "还有两盏不亮。") }
    }

    @Test("只有反映人能评价，只能一次，答复以前不能")
    func once() async throws {
        let house = try await House()
        let number = try await house.say()
        let (zhang, viewer) = (try await house.actor("zhangwei"), try await house.account("zhangwei").viewer)
        let early = await refusal {
            try await house.office.say(Self.solved, of: number, by: zhang, as: viewer)
        }
        #expect(early == "还没有答复，请等答复以后再评价。")
        try await house.answer(number)
        let other = await refusal {
            try await house.office.say(
                Self.solved, of: number, by: house.actor("officer-cgj"),
                as: house.account("officer-cgj").viewer)
        }
        #expect(other == "只有反映人本人可以评价和要求重办。")
        try await house.office.say(Self.unsolved, of: number, by: zhang, as: viewer)
        let twice = await refusal {
            try await house.office.say(Self.solved, of: number, by: zhang, as: viewer)
        }
        #expect(twice == "您已经评价过这件诉求。")
        #expect(try await house.row(number).solved == false)
    }

    @Test("不满意的五日内重办一次，由承办单位负责人审签")
    func again() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let account = try await house.account("zhangwei")
        let actor = try await house.actor("zhangwei")
        let second = try await house.office.sayAgain(
            number, because: "只修了一盏，还有两盏不亮。", account: account, actor: actor
        ).root.number.text
        let twice = await refusal {
            _ = try await house.office.sayAgain(
                number, because: "只修了一盏，还有两盏不亮。", account: account, actor: actor)
        }
        #expect(twice == "您已经提出过，编号 \(second)。")
        try await house.assign(second, to: "cgj", isFinal: true)
        try await house.draft(second)
        #expect(try await house.subject(second).openTasks.map(\.role) == ["head"])
        try await house.finish(second, "sign", by: "head-cgj")
        try await house.finish(second, "sign", by: "hotline")
        #expect(try await house.subject(second).result?.outcome == .answered)
        let third = await refusal {
            _ = try await house.office.sayAgain(
                second, because: "还是不满意。", account: account, actor: actor)
        }
        #expect(third == "这件已经重办过，还有不同意见的，请按答复里写明的途径提出。")
    }

    @Test("过了五日不能再要求重办")
    func tooLate() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        house.clock.move(days: 6)
        let late = await refusal {
            _ = try await house.office.sayAgain(
                number, because: "又坏了，请再修。", account: house.account("zhangwei"),
                actor: house.actor("zhangwei"))
        }
        #expect(late == "收到答复已经超过 5 日，不能再要求重办。")
    }

    @Test("信访：复查、复核各一次，各三十日，最后写明到此为止")
    func reviews() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.assign(number, to: "zrzy", isFinal: true, by: "officer-xfj")
        try await house.draft(number, by: "officer-zrzy") { $0.result = "reject" }
        try await house.finish(number, "sign", by: "head-zrzy")
        var last = number
        for round in 1...2 {
            last = try await house.office.askReview(
                of: last, because: "面积少算了二十平方米。", by: house.actor("zhangwei"),
                as: house.account("zhangwei").viewer
            ).root.number.text
            let organ = round == 1 ? "xfj" : "zfb"
            house.clock.move(days: 2)
            try await house.finish(last, "accept", by: "officer-\(organ)")
            #expect(try await house.subject(last).clock(.legal)?.limit == TimeLimit(value: 30, unit: .day))
            // Articles 35 and 36: from the day of the asking, and no day more.
            let subject = try await house.subject(last)
            #expect(subject.clock(.legal)?.startedAt == subject.filing.filedAt)
            #expect(subject.extendableClock == nil)
            let (asked, head) = (last, try await house.actor("head-\(organ)"))
            let longer = await refusal {
                try await house.cases.change(asked, by: head, as: .system) {
                    try $0.extend(asked, reason: "情况复杂。", on: $1)
                }
            }
            #expect(longer == "法律没有规定本事项可以延长办理时限。")
            try await house.draft(last, by: "officer-\(organ)") {
                ($0.result, $0.isPublic) = ("reject", false)
            }
            try await house.finish(last, "sign", by: "head-\(organ)")
            let road = try await house.subject(last).draft?.paragraphs.last ?? ""
            #expect(road.contains(round == 1 ? "请求复核" : "最后一次意见"))
        }
        let end = last
        let over = await refusal {
            _ = try await house.office.askReview(
                of: end, because: "还是不服，再来一次。", by: house.actor("zhangwei"),
                as: house.account("zhangwei").viewer)
        }
        #expect(over == "本事项在信访程序中已经办结，不能再请求复查复核。")
    }

    @Test("撤回了的复查，在期限内可以再请求")
    func askedAgain() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.assign(number, to: "zrzy", by: "officer-xfj")
        try await house.finish(number, "accept", by: "officer-zrzy")
        try await house.draft(number, by: "officer-zrzy") { ($0.isPublic, $0.result) = (false, "reject") }
        try await house.finish(number, "sign", by: "head-zrzy")
        let actor = try await house.actor("zhangwei")
        let viewer = try await house.account("zhangwei").viewer
        let ask = {
            try await house.office.askReview(
                of: number, because: "没有查清楚面积。", by: actor, as: viewer
            ).root.number.text
        }
        let first = try await ask()
        let twice = await refusal { _ = try await ask() }
        #expect(twice == "您已经提出过，编号 \(first)。")
        try await house.cases.change(first, by: actor, as: .system) { try $0.withdraw(reason: "再想想", on: $1) }
        #expect(try await ask() != first)
    }

    @Test("反映单位的，答复公开以前别人看不到标题，也加入不了")
    func accusing() async throws {
        let house = try await House()
        let number = try await house.say { ($0.kind, $0.against) = ("complaint", "zjj") }
        let alike = try await house.office.alike(House.form { $0.title = "文明路的路灯不亮了" })
        #expect(alike.isEmpty)
        let supporters = Supporters(database: house.database, outbox: house.office.outbox)
        let joined = await refusal {
            try await supporters.join(
                number, account: house.account("chenjing"), actor: house.actor("chenjing"),
                at: house.clock.now)
        }
        #expect(joined == "没有找到这件诉求。")
    }
}
