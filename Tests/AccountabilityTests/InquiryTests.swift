import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Accountability

@Suite("Holding officials to account")
struct InquiryTests {
    @Test("nothing is proposed without a ground, about strangers of the organ, or twice")
    func wrongProposals() async throws {
        let house = try await AccountabilityHouse()
        let (person, stranger) = (
            try await house.account("officer-cgj").id, try await house.account("officer-ybj").id
        )
        let facts = "facts=拖延"
        try await house.visit(as: "supervisor") { client async throws in
            let empty = try await client.press(AccountabilityPath.new, "reference=")
            #expect(empty.status == .unprocessableContent && empty.text.contains("请选择来源。"))
            let unknown = try await client.press(
                AccountabilityPath.new, "source=order&reference=7&person=\(person)&\(facts)")
            #expect(unknown.text.contains("没有这个督办事项，请核对编号。"))
            let early = try await client.press(
                AccountabilityPath.new, "source=signal&reference=2&person=\(person)&\(facts)")
            #expect(early.text.contains("只有已经成立的红牌可以提出问责。"))
            let other = try await client.press(
                AccountabilityPath.new, "source=signal&reference=1&person=\(stranger)&\(facts)")
            #expect(other.status == .unprocessableContent && other.text.contains("当事人不在这个部门"))
            let page = try await client.look("\(AccountabilityPath.new)?source=signal&reference=1")
            #expect(page.text.contains("丁静怡") && page.text.contains("逾期 10 日"))
        }
        #expect(try await house.press("leader", AccountabilityPath.new, "source=signal&reference=1") == 403)
        _ = try await house.propose()
        let again = "source=complaint&reference=C1&organ=cgj&person=\(person)&\(facts)"
        #expect(try await house.press("supervisor", AccountabilityPath.new, again) == 409)
    }

    @Test("of two supervisors who propose the same at once, one comes too late")
    func together() async throws {
        let house = try await AccountabilityHouse()
        let person = try await house.account("officer-cgj").id
        let form = "source=complaint&reference=C1&organ=cgj&person=\(person)&facts=拖延"
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for name in ["supervisor", "supervisor-2"] {
                group.addTask { try await house.press(name, AccountabilityPath.new, form) }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(answers.sorted() == [303, 409])
    }

    @Test("whoever goes on without a ground, or without an organ that it does not name, is told so")
    func unfinished() async throws {
        let house = try await AccountabilityHouse()
        try await house.visit(as: "supervisor") { client async throws in
            let first = try await client.look(AccountabilityPath.new).text
            #expect(!first.contains("请选择来源。"))
            let nothing = try await client.look("\(AccountabilityPath.new)?reference=&organ=&go=yes").text
            #expect(nothing.contains("请选择来源。") && nothing.contains("请写明来源的编号。"))
            let complaint = "\(AccountabilityPath.new)?source=complaint&reference=C1&organ="
            #expect(try await client.look(complaint).text.contains("这个来源没有写明部门，请选择当事人的部门。"))
            let strange = try await client.look("\(complaint)nowhere").text
            #expect(strange.contains("这个部门没有可以选择的人员，请核对部门。"))
            #expect(try await client.look("\(complaint)cgj").text.contains("丁静怡"))
        }
    }

    @Test("a supervisor proposes nothing about their own organ")
    func ownOrgan() async throws {
        let house = try await AccountabilityHouse()
        let colleague = try await house.account("supervisor-2").id
        let form = "source=complaint&reference=C1&organ=jw&person=\(colleague)&facts=拖延"
        #expect(try await house.press("supervisor", AccountabilityPath.new, form) == 403)
    }

    @Test("from a complaint to an appeal that is heard by somebody else; who complained stays unknown")
    func wholeWay() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose(from: "source=complaint&reference=C77&organ=cgj")
        #expect(try await house.look("officer-cgj", path).status == 404)
        #expect(try await house.look("head-cgj", path).status == 404)
        #expect(try await house.press("supervisor", "\(path)/finding", "founded=true&words=属实") == 403)
        #expect(try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=") == 422)
        #expect(
            try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=与现场不符<i>") == 303)
        #expect(try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=再核实") == 409)

        let told = try await house.look("officer-cgj", path)
        #expect(told.status == 200 && told.text.contains("三次答复已处理"))
        #expect(!told.text.contains("C77") && !told.text.contains("与现场不符") && !told.text.contains("龚立新"))
        #expect(try await house.look("officer-ybj", path).status == 404)
        let headView = try await house.look("head-cgj", path)
        #expect(headView.status == 200 && !headView.text.contains("三次答复已处理"))
        #expect(try await house.told("officer-cgj").first?.contains("您可以陈述申辩") == true)

        #expect(try await house.press("head-cgj", "\(path)/statement", "statement=代为陈述") == 403)
        #expect(try await house.press("officer-cgj", "\(path)/statement", "statement=") == 422)
        #expect(try await house.press("officer-cgj", "\(path)/statement", "statement=当时下雨") == 303)
        #expect(try await house.look("supervisor", path).text.contains("当时下雨"))
        #expect(!(try await house.look("head-cgj", path).text.contains("当时下雨")))

        #expect(try await house.press("leader", "\(path)/decision", "decision=dismissal&words=不行") == 422)
        #expect(try await house.press("leader", "\(path)/decision", "decision=admonition&words=影响较大") == 303)
        #expect(try await house.press("leader-2", "\(path)/decision", "decision=none&words=再决定") == 409)
        #expect(try await house.press("supervisor", "\(path)/withdrawal", "reason=不办了") == 409)
        #expect(try await house.press("supervisor", "\(path)/service", "words=当面送达，本人签收") == 303)
        #expect(try await house.press("officer-cgj", "\(path)/appeal", "appeal=处理过重") == 303)
        #expect(try await house.press("leader", "\(path)/review", "ruling=upheld&words=维持") == 403)
        #expect(try await house.press("leader-2", "\(path)/review", "ruling=changed&words=情节较轻") == 422)
        let review = try await house.look("leader-2", path).text
        #expect(review.contains("批评教育") && !review.contains("通报批评") && !review.contains("移送纪检监察机关"))
        #expect(
            try await house.press("leader-2", "\(path)/review", "ruling=changed&measure=circular&words=加重")
                == 422)
        #expect(
            try await house.press("leader-2", "\(path)/review", "ruling=changed&measure=criticism&words=情节较轻")
                == 303)
        let inquiry = try await house.inquiry()
        #expect(inquiry.stage == .closed && inquiry.outcome == .measure && inquiry.measureName == "批评教育")
        let list = try await house.look("leader", "\(AccountabilityPath.inquiries)?stage=closed").text
        #expect(list.contains("给予问责") && list.contains("丁静怡"))
    }

    @Test("a defence or an appeal that is waived in the same form is refused, and its words stay on the page")
    func contradiction() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose()
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实")
        try await house.visit(as: "officer-cgj") { client async throws in
            let both = try await client.press("\(path)/statement", "statement=当时下雨&waives=true")
            #expect(both.status == .unprocessableContent)
            #expect(both.text.contains("您写了陈述申辩，又选了放弃。") && both.text.contains("当时下雨"))
            let said = try await client.press("\(path)/statement", "statement=当时下雨&waives=false")
            #expect(said.status == .seeOther)
        }
        _ = try await house.press("leader", "\(path)/decision", "decision=admonition&words=影响较大")
        _ = try await house.press("supervisor", "\(path)/service", "words=当面送达")
        try await house.visit(as: "officer-cgj") { client async throws in
            let both = try await client.press("\(path)/appeal", "appeal=处理过重&waives=true")
            #expect(both.status == .unprocessableContent)
            #expect(both.text.contains("您写了申诉理由，又选了不申诉。") && both.text.contains("处理过重"))
            #expect(try await client.press("\(path)/appeal", "appeal= &waives=true").status == .seeOther)
        }
        #expect(try await house.inquiry().stage == .closed)
    }

    @Test("whoever says nothing in time is decided about, and what nobody appeals stands")
    func silence() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose(from: "source=signal&reference=1")
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实")
        #expect(try await house.look("officer-cgj", path).text.contains("逾期 10 日"))
        #expect(try await house.press("leader", "\(path)/decision", "decision=criticism&words=早了") == 409)
        house.clock.pass(days: 8)
        try await house.cases.fireDueTimers()
        #expect(try await house.inquiry().stage == .deciding)
        #expect(try await house.press("officer-cgj", "\(path)/statement", "statement=迟了") == 409)
        #expect(try await house.press("leader", "\(path)/decision", "decision=criticism&words=属实") == 303)
        #expect(try await house.press("supervisor", "\(path)/service", "words=当面") == 303)
        house.clock.pass(days: 31)
        try await house.cases.fireDueTimers()
        let inquiry = try await house.inquiry()
        #expect(inquiry.stage == .closed && inquiry.outcome == .measure && inquiry.closedAt != nil)
    }

    @Test(
        "a card that is taken back while somebody is heard is told to all who go on, and no measure comes of it"
    )
    func takenBack() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose(from: "source=signal&reference=1")
        #expect(!(try await house.look("supervisor-2", path).text.contains("依据已经不成立")))
        house.takenBack.take("红牌已经撤销：数据<b>有误。")
        func isTold(_ name: String) async throws -> Bool {
            let text = try await house.look(name, path).text
            return text.contains("依据已经不成立") && text.contains("红牌已经撤销：数据&lt;b&gt;有误。")
        }
        #expect(try await isTold("supervisor-2"))
        #expect(try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实") == 303)
        #expect(try await isTold("officer-cgj"))
        #expect(!(try await isTold("head-cgj")))
        let own = path.replacing(AccountabilityPath.inquiries, with: AccountabilityPath.api)
        #expect(try await house.look("officer-cgj", own).text.contains(#""retraction":"红牌已经撤销"#))
        #expect(!(try await house.look("head-cgj", own).text.contains("retraction")))
        #expect(try await house.press("officer-cgj", "\(path)/statement", "statement=信号有误") == 303)
        #expect(try await isTold("leader"))
        try await house.visit(as: "leader") { client async throws in
            #expect(!(try await client.look(path).text.contains("value=\"criticism\"")))
            let refused = try await client.press("\(path)/decision", "decision=criticism&words=属实")
            #expect(refused.status == .unprocessableContent && refused.text.contains("依据已经不成立，不能给予问责。"))
        }
        #expect(try await house.inquiry().outcome == nil)
        #expect(try await house.press("leader", "\(path)/decision", "decision=none&words=信号已撤销") == 303)
        let ended = try await house.inquiry()
        #expect(ended.outcome == .spared && ended.closedAt != nil)
        #expect(!(try await isTold("leader")))
    }

    @Test("nor is a measure upheld when the card is taken back before the appeal is decided")
    func takenBackLater() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose(from: "source=signal&reference=1")
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实")
        _ = try await house.press("officer-cgj", "\(path)/statement", "waives=true")
        _ = try await house.press("leader", "\(path)/decision", "decision=admonition&words=影响较大")
        _ = try await house.press("supervisor", "\(path)/service", "words=当面送达")
        #expect(try await house.press("officer-cgj", "\(path)/appeal", "appeal=信号有误") == 303)
        house.takenBack.take("红牌已经撤销。")
        #expect(try await house.press("leader-2", "\(path)/review", "ruling=upheld&words=维持") == 422)
        #expect(try await house.press("leader-2", "\(path)/review", "ruling=revoked&words=信号已撤销") == 303)
        #expect(try await house.inquiry().outcome == .revoked)
    }

    @Test("sent back it is checked and heard anew; unfounded it ends, spared the person is told")
    func otherEnds() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose()
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实")
        #expect(try await house.press("officer-cgj", "\(path)/statement", "waives=true") == 303)
        #expect(try await house.press("leader", "\(path)/decision", "decision=return&words=补充笔录") == 303)
        #expect(try await house.inquiry().stage == .checking)
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=补充了笔录")
        _ = try await house.press("officer-cgj", "\(path)/statement", "statement=已改正")
        #expect(try await house.press("leader", "\(path)/decision", "decision=none&words=情节轻微") == 303)
        #expect(try await house.inquiry().outcome == .spared)
        #expect(try await house.told("officer-cgj").first?.contains("不予问责") == true)

        let second = try await AccountabilityHouse()
        let other = try await second.propose()
        #expect(try await second.press("supervisor-2", "\(other)/finding", "founded=false&words=不属实") == 303)
        let ended = try await second.inquiry()
        #expect(ended.outcome == .unfounded && ended.closedAt != nil)
        #expect(try await second.told("officer-cgj").isEmpty)
        #expect(try await second.look("officer-cgj", other).status == 404)
    }

    @Test("withdrawn with a reason it goes no further")
    func withdrawn() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose()
        #expect(try await house.press("supervisor", "\(path)/withdrawal", "reason=") == 422)
        #expect(try await house.press("supervisor", "\(path)/withdrawal", "reason=提错了人") == 303)
        let inquiry = try await house.inquiry()
        #expect(inquiry.stage == .withdrawn && inquiry.outcome == .withdrawn)
        #expect(try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=属实") == 409)
    }

    @Test("the case stands in no list of cases, and the words are sealed in the tables")
    func protected() async throws {
        let house = try await AccountabilityHouse()
        let path = try await house.propose()
        _ = try await house.press("supervisor-2", "\(path)/finding", "founded=true&words=现场不符")
        let number = try await house.inquiry().number
        for name in ["supervisor", "leader", "officer-cgj", "head-cgj"] {
            let viewer = try await house.account(name).viewer
            await #expect(throws: DomainError.self) { try await house.cases.view(number, for: viewer) }
            let list = try await house.cases.list(.init(), for: viewer, after: nil).items
            #expect(!list.contains { $0.number == number })
        }
        let kept = try await house.database.read { tx in
            try tx.rows("SELECT person, facts FROM accountability_inquiry /* all */").map {
                try $0.text("person") + $0.text("facts")
            } + tx.rows("SELECT words FROM accountability_step /* all */").map { try $0.text("words") }
        }.joined()
        #expect(!kept.contains("丁静怡") && !kept.contains("三次答复") && !kept.contains("现场不符"))
        _ = try await house.look("leader", path)
        let entries = try await house.database.read {
            try Journal.entries(subject: number, onlyPublic: false, limit: 50, in: $0)
        }
        #expect(entries.contains { $0.entry.action == "accountability.read" })
        #expect(!entries.contains { $0.entry.sentence.chinese.contains("丁静怡") })
    }
}
