import Cases
import Codes
import Government
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import RuleBooks
@testable import ServiceRequests

@Suite("谁受理、谁办理、怎样算数")
struct FairnessTests {
    @Test("检举受理单位自己的，由规则写明的另一个单位受理，按信访办")
    func accusedOffice() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "xfj")
            ($0.title, $0.content) = ("信访窗口人员收受红包", "某月某日在信访窗口收受红包。")
        }
        #expect(try await house.subject(number).plan.hall == "zfb")
        let accused = try await house.account("officer-xfj").viewer
        #expect(await refusal { _ = try await house.office.view(number, for: accused) } != nil)
        let other = try await house.say {
            ($0.category, $0.kind, $0.against) = ("service", "complaint", "zwfw")
        }
        let subject = try await house.subject(other)
        #expect(subject.plan.hall == "xfj" && subject.requestProcess == .petition)
        #expect(try await house.office.background(of: subject).responsible == nil, "不建议交给被反映的单位")
    }

    @Test("规则里复查和复核是同一个单位、代受理的就是受理单位，公布不了")
    func faults() async throws {
        let text = try RequestRules.deliveredText()
        let same = text.replacing("name: 复核, organ: zfb", with: "name: 复核, organ: xfj")
        let self_ = text.replacing("  petition: zfb\n", with: "  petition: xfj\n")
        let house = try await House()
        let (admin, now) = (try await house.actor("sysadmin"), house.clock.now)
        for (text, words) in [
            (same, "复查和复核不能是同一个单位，复核由复查机关的上一级作出。"), (self_, "「信访事项」的代受理单位就是受理单位自己。"),
        ] {
            let said = await refusal {
                try await house.database.write { tx in
                    try house.office.book.publish(text, after: 0, by: admin, at: now, in: tx)
                }
            }
            #expect(said == words)
        }
    }

    @Test("作出意见的单位不复查自己的意见")
    func ownOpinion() throws {
        let rules = try RuleBook<RequestRules>.read(RequestRules.deliveredText())
        let review = try #require(rules.reviews.first)
        #expect(try rules.organ(of: review, besides: ["zrzy"]) == "xfj")
        #expect(try rules.organ(of: review, besides: ["xfj"]) == "sfj")
        #expect(throws: DomainError.self) { try rules.organ(of: review, besides: ["xfj", "sfj"]) }
    }

    @Test("来电的受保护反映人，名字和电话封存，办件里没有，受理单位说明理由才看得到")
    func protectedCaller() async throws {
        let house = try await House()
        let number = try await house.enter {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        #expect(try await house.subject(number).applicant.name == "（身份受保护）")
        let author = try await house.office.identity(
            behind: number, because: "告诉他办理结果", by: house.actor("officer-xfj"),
            as: house.account("officer-xfj").viewer)
        #expect(author == HiddenAuthor(name: "何秀英", phone: "0758-2000001"))
        let kept = try await house.database.read { tx in
            try tx.rows("SELECT * FROM service_request_author /* all */").map { try $0.text("phone") }
        }
        #expect(kept.count == 1 && kept.first?.contains("2000001") == false)
    }

    @Test("收到转送的单位从收到起有十五日决定是否受理，不论信访部门用了几日")
    func ownDays() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        house.clock.move(days: 14)
        try await house.assign(number, to: "zrzy", by: "officer-xfj")
        let subject = try await house.subject(number)
        #expect(subject.clock(.acceptance)?.startedAt == house.clock.now)
        #expect(subject.clocks.first { $0.name == .acceptance }?.stoppedAt == house.clock.now)
        // The fifteenth day is a Saturday: it ends with the Monday.
        #expect(subject.clock(.acceptance)?.dueAt?.day.iso == "2026-10-19")
    }

    @Test("告知其他法定途径，从哪里办都要写明是哪一种")
    func otherWays() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("benefits", "complaint") }
        let silent = await refusal {
            try await house.finish(number, "guide", opinion: "去别处。", by: "officer-xfj")
        }
        #expect(silent?.hasPrefix("请在诉求的页面选择是哪一种法定途径（诉讼等司法途径、仲裁") == true)
        try await house.assign(number, to: "rsj", by: "officer-xfj")
        let again = await refusal {
            try await house.finish(number, "guide", opinion: "去别处。", by: "officer-rsj")
        }
        #expect(again == silent)
        try await house.office.refuse(
            number, with: Finding(outcome: "guide", opinion: "请向仲裁委员会申请。"), way: "arbitration",
            by: house.actor("officer-rsj", for: "rsj"), as: house.account("officer-rsj").viewer)
        #expect(try await house.subject(number).result?.reason?.hasPrefix("依法应当通过仲裁解决") == true)
    }

    @Test("办理中才知道紧急的，受理的单位说明理由改，从那时起按小时办，负责人立即知道；别的单位改不了")
    func hasten() async throws {
        let house = try await House()
        let number = try await house.say()
        func hasten(by name: String, for organ: String, because reason: String = "灯杆要倒了。") async throws {
            try await house.office.hasten(
                number, because: reason, by: house.actor(name, for: organ), as: house.account(name).viewer)
        }
        #expect(
            await refusal { try await hasten(by: "hotline", for: "zwfw", because: "急") }
                == "请写明为什么紧急，4 到 200 字。")
        try await house.assign(number, to: "cgj")
        try await house.finish(number, "accept", by: "officer-cgj")
        #expect(await refusal { try await hasten(by: "officer-cgj", for: "cgj") } == "由受理的单位改为紧急。")
        house.clock.move(days: 1)
        try await hasten(by: "hotline", for: "zwfw")
        let clock = try await house.subject(number).clock(.promised)
        #expect(clock?.limit == TimeLimit(value: 24, unit: .hour) && clock?.startedAt == house.clock.now)
        #expect(try await house.row(number).isUrgent)
        #expect(try await house.told("head-cgj").first?.contains("紧急工单") == true)
        #expect(await refusal { try await hasten(by: "hotline", for: "zwfw") } == "本件已经按小时办理。")
    }

    @Test("还没有签收就改为紧急的，以后的期限从改的时候算，不从来件的时候算")
    func hastenEarly() async throws {
        let house = try await House()
        let number = try await house.say()
        house.clock.move(days: 2)
        try await house.office.hasten(
            number, because: "灯杆要倒了。", by: house.actor("hotline", for: "zwfw"),
            as: house.account("hotline").viewer)
        try await house.assign(number, to: "cgj", isFinal: true)
        let due = try await house.subject(number).clock(.promised)?.dueAt
        #expect(due == house.clock.now.adding(seconds: 86_400))
    }

    @Test("按时办结率：没有办结又超期的、一直没有签收的算没有按时，不予受理、撤回的不算；公开的数字也是")
    func figures() async throws {
        let house = try await House()
        let zhang = try await house.actor("zhangwei")
        let answered = try await house.say()
        try await house.answer(answered)
        let late = try await house.say { $0.content = "桥头的路灯也不亮。" }
        try await house.assign(late, to: "cgj", isFinal: true)
        let withdrawn = try await house.say { $0.content = "巷口的路灯也不亮。" }
        try await house.assign(withdrawn, to: "cgj", isFinal: true)
        try await house.cases.change(withdrawn, by: zhang, as: .system) {
            try $0.withdraw(reason: "", on: $1)
        }
        // Nobody signs for it.
        let unsigned = try await house.say { $0.content = "路口的路灯也不亮。" }
        try await house.assign(unsigned, to: "cgj")
        let (from, filed) = (house.clock.now.day, house.clock.now)
        let soon = try await house.database.read { [now = house.clock.now] tx in
            try RequestFigures.tickets(from: from, through: from, of: ["cgj"], at: now, in: tx)
        }
        #expect(soon.first?.timed == 1)
        house.clock.move(days: 30)
        let now = house.clock.now
        let (figures, register) = try await house.database.read { tx in
            (
                try RequestFigures.tickets(from: from, through: from, of: ["cgj"], at: now, in: tx),
                try RegisterStore.figures(since: filed.adding(seconds: -60), in: tx)
            )
        }
        let day = try #require(figures.first)
        #expect((day.filed, day.ended, day.onTime, day.timed) == (4, 1, 1, 3))
        #expect(register.map(\.answered) == [1])
    }

    @Test("退回的算在退回的单位名下，同一件退两次的是一件；接着办的没有退回")
    func returned() async throws {
        let house = try await House()
        let text = try RequestRules.deliveredText().replacing("\n  returns: 1\n", with: "\n  returns: 5\n")
        let (admin, now) = (try await house.actor("sysadmin"), house.clock.now)
        try await house.database.write { tx in
            try house.office.book.publish(text, after: 0, by: admin, at: now, in: tx)
        }
        let passedOn = try await house.say()
        let waiting = try await house.say { $0.content = "桥头的路灯也不亮。" }
        for number in [passedOn, passedOn, waiting] {
            try await house.assign(number, to: "jtj")
            try await house.finish(number, "object", opinion: "不属于本单位职责。", by: "officer-jtj")
        }
        try await house.assign(passedOn, to: "cgj", isFinal: true)
        let figures = try await house.database.read { tx in
            try ["jtj", "cgj"].map {
                try RequestFigures.tickets(from: now.day, through: now.day, of: [$0], at: now, in: tx)
            }
        }
        #expect(figures.map { $0.map(\.filed) } == [[1, 0], [1]])
        #expect(figures.map { $0.map(\.returned) } == [[0, 2], [0]])
        #expect(figures.map { $0.map(\.passedOn) } == [[0, 1], [0]])
    }
}
