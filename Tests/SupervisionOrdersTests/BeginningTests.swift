import Cases
import Codes
import DecisionModel
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("How orders begin")
struct BeginningTests {
    @Test("from a proposal its words stand in the form; from one that is not there nothing does")
    func proposal() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "supervisor") { client async throws in
            let unknown = try await client.look("\(OrderPath.new)?source=proposal&reference=x&title=修桥")
            #expect(unknown.status == .ok && unknown.text.contains("修桥") && !unknown.text.contains("三周不亮"))
            let other = try await client.look(
                "\(OrderPath.new)?source=complaint&reference=%E4%BB%A3%E8%A1%A8%E5%BB%BA%E8%AE%AE%201")
            #expect(!other.text.contains("三周不亮"))
            let form = try await client.look(
                "\(OrderPath.new)?source=proposal&reference=%E4%BB%A3%E8%A1%A8%E5%BB%BA%E8%AE%AE%201&title=修灯"
            )
            #expect(form.text.contains("建设路路灯连续三周不亮。") && form.text.contains("value=\"修灯\""))
        }
    }

    @Test("a proposal becomes one order: the second names the first, unless that was struck off undone")
    func once() async throws {
        let house = try await OrderHouse()
        let form = "title=修灯&source=proposal&words=三周不亮&lead=cgj&limit=5&reference=代表建议 1"
        let path = try await house.begin(form)
        let number = try await house.order().number
        try await house.visit(as: "supervisor-2") { client async throws in
            let again = try await client.press(OrderPath.new, form.replacing("修灯", with: "再修灯"))
            #expect(again.status == .conflict && again.text.contains("已经立项督办：「修灯」（\(number)）"))
        }
        #expect(try await house.orders().count == 1)
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=立错了部门") == 303)
        #expect(try await house.press("supervisor", OrderPath.new, form) == 303)
        #expect(try await house.press("supervisor", OrderPath.new, form) == 409)
        #expect(try await house.orders().count == 2)
    }

    @Test("the number of a proposal has its word in it, which is not said twice")
    func number() async throws {
        let house = try await OrderHouse()
        let form = "title=修灯&source=proposal&words=三周不亮&lead=cgj&limit=5&reference="
        let pages = try await [house.begin(form + "代表建议 1"), house.begin(form + "第 12 号建议")]
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look(pages[0]).text.contains("<dd>代表建议 1</dd>"))
            #expect(try await client.look(pages[1]).text.contains("<dd>代表建议：第 12 号建议</dd>"))
        }
    }

    @Test("what is written by hand is nobody's proposal, and may be followed up by more than one organ")
    func byHand() async throws {
        let house = try await OrderHouse()
        let form = "title=修灯&source=proposal&words=三周不亮&lead=cgj&limit=5&reference=第 12 号建议"
        #expect(try await house.press("supervisor", OrderPath.new, form) == 303)
        let other = form.replacing("cgj", with: "zjj")
        #expect(try await house.press("supervisor", OrderPath.new, other) == 303)
    }

    @Test("an order begun on the first drawing asks an organ that was asked later once more, too")
    func firstDrawing() async throws {
        let house = try await OrderHouse { drawing in
            drawing.replacing("\"case.organs\"", with: "\"form.organs\"")
                .replacing("minben:version=\"2\"", with: "minben:version=\"1\"")
        }
        let path = try await begin(house)
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.press("\(path)/parts", "organ=scjg&duty=查处").status == .seeOther)
        }
        for round in 1...2 {
            for organ in ["zjj", "xfjy", "scjg"] {
                try await house.visit(as: "officer-\(organ)") { client async throws in
                    let report = "organ=\(organ)&words=已办&evidence=照片"
                    let sent = try await client.press("\(path)/feedback", report)
                    #expect(sent.status == .seeOther, "round \(round), \(organ)")
                }
            }
            #expect(try await house.orders().first?.stage == .verifying)
            try await house.visit(as: "supervisor") { client async throws in
                #expect(
                    try await client.press("\(path)/verification", "outcome=return&opinion=没有照片").status
                        == .seeOther)
            }
        }
    }

    /// As orders were filed then: with the organs in the form.
    private func begin(_ house: OrderHouse) async throws -> String {
        let form = OrderForm(
            title: "消防通道", source: .meeting, reference: "", words: "月底前完成", lead: "zjj", duty: "",
            assisting: [.init(organ: "xfjy", duty: "检查")], limitDays: 10)
        let lead = try #require(try await Directory(house.database).organ("zjj"))
        let made = OrderPlan.filing(form, lead: lead, supervising: "jw", channel: "page")
        let filing = Filing(
            plan: made.plan, applicant: made.applicant, channel: "page", form: ["organs": ["zjj", "xfjy"]],
            materials: [])
        let actor = try await house.account("supervisor").actor(channel: "page", address: "")
        let id = try await house.cases.file(filing, by: actor) { matter, tx in
            let id = tx.ids.next()
            try OrderStore.insert(
                form, id: id, case: matter.root.number.text, due: nil, by: actor.accountID, name: actor.name,
                at: noon, in: tx)
            return id
        }
        return OrderPath.order(String(id))
    }
}
