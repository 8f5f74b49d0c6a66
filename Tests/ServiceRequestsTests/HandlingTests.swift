import Cases
import Codes
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("办理诉求：转送、退回、答复")
struct HandlingTests {
    @Test("热线工单：派单、签收、答复、审核，反映人看到答复和期限")
    func ticket() async throws {
        let house = try await House()
        let number = try await house.say()
        #expect(try await house.office.background(of: house.subject(number)).responsible == "cgj")
        try await house.answer(number)
        let subject = try await house.subject(number)
        #expect(subject.result?.outcome == .answered)
        #expect(subject.clock(.promised)?.limit == TimeLimit(value: 5, unit: .workingDay))
        #expect(subject.clock(.promised)?.startedAt == subject.filing.filedAt)
        let row = try await house.row(number)
        #expect(row.organ == "cgj" && row.publicTitle == "文明路路灯不亮")
    }

    @Test("不能绕过选择单位直接派单")
    func mustAssign() async throws {
        let house = try await House()
        let number = try await house.say()
        let said = await refusal { try await house.finish(number, "assign", by: "hotline") }
        #expect(said == "请在交办的页面选择承办单位。")
    }

    @Test("退回一次以后由规则定：要么指定办理，谁也不能再退")
    func returned() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "jtj")
        try await house.finish(number, "object", opinion: "路灯由城管部门养护。", by: "officer-jtj")
        let history = try await house.cases.view(number, for: house.account("zhangwei").viewer).history
        #expect(history.contains { $0.entry.sentence.chinese == "「签收」的结果是“退回：不属于本单位职责”。" })
        let again = await refusal { try await house.assign(number, to: "cgj") }
        #expect(again == "已经被退回 1 次，按规则不能再退，请核定责任后选择“指定办理”。")
        try await house.assign(number, to: "cgj", isFinal: true)
        let subject = try await house.subject(number)
        #expect(subject.phase == .accepted)
        #expect(subject.openTasks.map(\.act) == [.answer])
        #expect(subject.plan.organ == "cgj")
    }

    @Test("规则容许退五次的，两个单位来回推五次以后也由规则定：只能指定办理，不再退回")
    func toAndFro() async throws {
        let house = try await House()
        let text = try RequestRules.deliveredText().replacing("\n  returns: 1\n", with: "\n  returns: 5\n")
        let (admin, now) = (try await house.actor("sysadmin"), house.clock.now)
        try await house.database.write { tx in
            try house.office.book.publish(text, after: 0, by: admin, at: now, in: tx)
        }
        let number = try await house.say()
        for organ in ["jtj", "cgj", "jtj", "cgj", "jtj"] {
            try await house.assign(number, to: organ)
            try await house.finish(number, "object", opinion: "不属于本单位职责。", by: "officer-\(organ)")
        }
        for organ in ["jtj", "cgj"] {
            let again = await refusal { try await house.assign(number, to: organ) }
            #expect(again == "已经被退回 5 次，按规则不能再退，请核定责任后选择“指定办理”。")
        }
        try await house.assign(number, to: "cgj", isFinal: true)
        #expect(try await house.subject(number).openTasks.map(\.act) == [.answer])
    }

    @Test("信访事项：十五日内登记转送，六十日内答复，可以延长三十日，都是自然日")
    func petition() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        var subject = try await house.subject(number)
        #expect(subject.plan.hall == "xfj")
        #expect(subject.clock(.acceptance)?.limit == TimeLimit(value: 15, unit: .day))
        try await house.assign(number, to: "zrzy", by: "officer-xfj")
        house.clock.move(days: 3)
        try await house.finish(number, "accept", by: "officer-zrzy")
        subject = try await house.subject(number)
        #expect(subject.clock(.legal)?.limit == TimeLimit(value: 60, unit: .day))
        #expect(subject.clock(.legal)?.startedAt == house.clock.now)
        let head = try await house.actor("head-zrzy")
        try await house.cases.change(number, by: head, as: .system) {
            try $0.extend(number, reason: "情况复杂，需要测绘。", on: $1)
        }
        #expect(
            try await house.subject(number).clock(.legal)?.extensions.map(\.limit)
                == [TimeLimit(value: 30, unit: .day)])
        let silent = await refusal { try await house.draft(number, by: "officer-zrzy") { $0.result = "" } }
        #expect(silent == "请选择支持、解释说明或者不支持。")
        try await house.draft(number, by: "officer-zrzy") { $0.result = "explain" }
        try await house.finish(number, "sign", by: "head-zrzy")
        #expect(try await house.row(number).result == "explain")
        #expect(try await house.subject(number).draft?.paragraphs.last?.contains("请求复查") == true)
    }

    @Test("不属于本单位的五个工作日内说明理由退回，过后不能再退，只能办理")
    func lateObjection() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.assign(number, to: "zrzy", by: "officer-xfj")
        let reason = "属于住建部门职责。"
        house.clock.move(days: 12)
        let late = await refusal {
            try await house.finish(number, "object", opinion: reason, by: "officer-zrzy")
        }
        #expect(late?.hasPrefix("不属于本单位职责的，应在收到之日起 5 个工作日内提出；这件是") == true)
        #expect(try await house.subject(number).openTasks.map(\.act) == [.accept])
        try await house.finish(number, "accept", by: "officer-zrzy")
        let other = try await house.say {
            ($0.category, $0.kind, $0.title) = ("land", "complaint", "补偿款没有到账")
        }
        try await house.assign(other, to: "zrzy", by: "officer-xfj")
        house.clock.move(days: 2)
        try await house.finish(other, "object", opinion: reason, by: "officer-zrzy")
        #expect(try await house.subject(other).openTasks.map(\.act) == [.assign])
    }

    @Test("不属于信访途径的，告知理由和途径")
    func otherWays() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("benefits", "complaint") }
        func tell(_ words: String, way: String?) async throws {
            try await house.office.refuse(
                number, with: Finding(outcome: "guide", opinion: words), way: way,
                by: house.actor("officer-xfj"), as: house.account("officer-xfj").viewer)
        }
        #expect(await refusal { try await tell("属于劳动争议。", way: nil) } == "请选择是哪一种法定途径。")
        #expect(await refusal { try await tell(" ", way: "arbitration") } != nil, "没有理由")
        try await tell("请向区劳动人事争议仲裁委员会申请。", way: "arbitration")
        let told = try await house.subject(number).tasks.last { $0.outcome == "guide" }?.opinion
        #expect(told == "依法应当通过仲裁解决，请向有管辖权的仲裁机构提出。请向区劳动人事争议仲裁委员会申请。")
        #expect(try await house.subject(number).phase == .refused)
        #expect(try await house.subject(number).result?.reason == told, "反映人看到理由")
        #expect(try await house.row(number).result == "refused")
    }

    @Test("公开的答复里有反映人的电话、身份证号、姓名，送不出去")
    func leaks() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "cgj")
        try await house.finish(number, "accept", by: "officer-cgj")
        let phone = try #require(try await house.subject(number).applicant.phone)
        let texts = [
            "已联系 \(phone)。", "已告知张伟。", "已核对 441299199003071231。", "13800001111 已接听", "请拨 07582123456",
            "请拨 0758 2123456",
        ]
        for text in texts {
            let said = await refusal { try await house.draft(number) { $0.publicAnswer = text } }
            #expect(said?.contains("请删去") == true, "\(text)")
        }
        #expect(try await house.row(number).isAnswered == false)
        // What an office tells everybody may be told again.
        try await house.draft(number) { $0.publicAnswer = "已修好，再有问题请拨 0758-0000101。" }
    }

    @Test("标题里写了别人的身份证号，别人看不到整个号码")
    func maskedTitle() async throws {
        let house = try await House()
        let number = try await house.say { $0.title = "441299199003071231 欠我工资" }
        #expect(try await house.row(number).title == "441299********1231 欠我工资")
    }

    @Test("被检举的单位拿不到这件，谁的页面上都没有检举人的名字")
    func protected() async throws {
        let house = try await House()
        let number = try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zrzy")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let subject = try await house.subject(number)
        #expect(subject.applicant.name == "（身份受保护）" && subject.applicant.phone == nil)
        #expect(subject.filing.filedBy == "（身份受保护）")
        let said = await refusal { try await house.assign(number, to: "zrzy", by: "officer-xfj") }
        #expect(said == "不能交给被反映的单位办理。")
        let accused = try await house.account("officer-zrzy").viewer
        let hidden = await refusal { _ = try await house.office.view(number, for: accused) }
        #expect(hidden == "没有找到这个办件，或者您无权查看。")
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        let handler = try await house.account("officer-sfj")
        let refused = await refusal {
            _ = try await house.office.identity(
                behind: number, because: "想知道是谁", by: house.actor("officer-sfj"), as: handler.viewer)
        }
        #expect(refused == "反映人的身份受保护，只有受理的部门可以查看。")
        let account = try await house.office.identity(
            behind: number, because: "核实奖励发放对象", by: house.actor("officer-xfj"),
            as: house.account("officer-xfj").viewer)
        #expect(account.name == "张伟")
        let entry = try await house.database.read { tx in
            try tx.row(
                "SELECT id FROM journal_entry WHERE action = 'service_request.identity_opened' LIMIT 1")
        }
        #expect(entry != nil)
    }
}
