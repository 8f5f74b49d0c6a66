import Cases
import Codes
import DecisionModel
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Orders about what accuses an organ")
struct AccusedTests {
    private static let lead = "来源的事项反映的就是这个部门，不能由它主办。"
    private static let assists = "来源的事项反映的就是这个部门，不能请它协办。"

    private static func form(lead: String, assisting: String = "") -> String {
        "title=核查反映的问题&words=三天内查清&lead=\(lead)&limit=3&organ1=\(assisting)"
    }

    @Test(
        "a leader's instruction does not reach the accused organ, as lead or assisting, and it is not offered"
    )
    func instructing() async throws {
        let house = try await OrderHouse()
        let path = OrderPath.instruction(try await house.application(recused: ["cgj"]).number.text)
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("value=\"zjj\"") && !page.contains("value=\"cgj\""), "\(page)")
            let led = try await client.press(path, Self.form(lead: "cgj"))
            #expect(led.status == .unprocessableContent && led.text.contains(Self.lead), "\(led.text)")
            let assisted = try await client.press(path, Self.form(lead: "zjj", assisting: "cgj"))
            #expect(assisted.status == .unprocessableContent && assisted.text.contains(Self.assists))
        }
        #expect(try await house.orders().isEmpty)
        #expect(try await house.press("leader", path, Self.form(lead: "zjj", assisting: "xfjy")) == 303)
    }

    @Test("nor by a program")
    func program() async throws {
        let house = try await OrderHouse()
        let number = try await house.application(recused: ["cgj"]).number.text
        try await house.visit(as: "leader") { client async throws in
            let body = #"{"title": "核查", "words": "查清", "lead": "cgj", "limit_days": 3}"#
            let answer = try await client.execute(
                uri: "/api/v1/cases/\(number)/instructions", method: .post,
                headers: [.contentType: "application/json"], body: ByteBuffer(string: body))
            #expect(
                answer.status == .unprocessableContent && answer.text.contains(Self.lead), "\(answer.text)")
        }
        #expect(try await house.orders().isEmpty)
    }

    @Test(
        "a supervisor's order names the complaint in words of their own, and another source changes nothing",
        arguments: ["complaint", "meeting"])
    func filing(source: String) async throws {
        let house = try await OrderHouse()
        let number = try await house.application(recused: ["cgj"]).number.text
        let from = "&source=\(source)&reference=群众投诉 \(number)（转办）"
        try await house.visit(as: "supervisor") { client async throws in
            let led = try await client.press(OrderPath.new, Self.form(lead: "cgj") + from)
            #expect(led.status == .unprocessableContent && led.text.contains(Self.lead), "\(led.text)")
            let assisted = try await client.press(
                OrderPath.new, Self.form(lead: "zjj", assisting: "cgj") + from)
            #expect(assisted.status == .unprocessableContent && assisted.text.contains(Self.assists))
        }
        #expect(try await house.orders().isEmpty)
    }

    @Test(
        "it gets no share of the work afterwards, from the lead organ or from supervision, and nobody offers it one"
    )
    func sharing() async throws {
        let house = try await OrderHouse()
        let number = try await house.application(recused: ["cgj"]).number.text
        let path = try await house.begin(
            Self.form(lead: "zjj") + "&source=complaint&reference=\(number)")
        for name in ["officer-zjj", "supervisor"] {
            try await house.visit(as: name) { client async throws in
                let page = try await client.look(path).text
                #expect(
                    page.contains("value=\"wsjk\"") && !page.contains("value=\"cgj\""), "\(name): \(page)")
                let shared = try await client.press("\(path)/parts", "organ=cgj&duty=核查")
                #expect(
                    shared.status == .unprocessableContent && shared.text.contains(Self.assists), "\(name)")
            }
        }
        #expect(try await house.parts().map(\.organ) == ["zjj"])
        #expect(try await house.press("officer-zjj", "\(path)/parts", "organ=wsjk&duty=核查") == 303)
    }

    @Test(
        "nor does whoever took up what it did, nor where only the form of an old request says whom it accuses"
    )
    func heirs() async throws {
        let house = try await OrderHouse()
        let old = try await house.application(form: ["against": .string("cgj")]).number.text
        let path = OrderPath.instruction(old)
        #expect(try await house.press("leader", path, Self.form(lead: "cgj")) == 422)
        try await house.database.write { tx in
            try Directory.end("cgj", successor: "wsjk", from: noon.day.adding(days: -1), in: tx)
        }
        #expect(try await house.press("leader", path, Self.form(lead: "wsjk")) == 422)
        #expect(try await house.orders().isEmpty)
        #expect(try await house.press("leader", path, Self.form(lead: "zjj")) == 303)
    }

    @Test("an order about an order is about what that one was about")
    func chain() async throws {
        let house = try await OrderHouse()
        let number = try await house.application(recused: ["cgj"]).number.text
        _ = try await house.begin(Self.form(lead: "zjj") + "&source=complaint&reference=\(number)")
        let again = "&source=meeting&reference=\(try await house.order().number)"
        #expect(try await house.press("supervisor", OrderPath.new, Self.form(lead: "cgj") + again) == 422)
        #expect(try await house.press("supervisor", OrderPath.new, Self.form(lead: "xfjy") + again) == 303)
    }

    @Test(
        "whoever has a post in the accused organ begins no order about it, and learns nothing of whom it accuses"
    )
    func ownOrgan() async throws {
        let house = try await OrderHouse()
        let number = try await house.application(recused: ["cgj"]).number.text
        for name in ["supervisor", "leader"] {
            let id = try await house.account(name).id
            _ = try await house.database.write { tx in
                try tx.execute(
                    "INSERT INTO account_post (account_id, organ, role) VALUES (\(id), 'cgj', 'officer')")
            }
        }
        let from = "&source=complaint&reference=\(number)"
        for lead in ["cgj", "zjj"] {
            let form = Self.form(lead: lead)
            #expect(try await house.press("supervisor", OrderPath.new, form + from) == 403)
            #expect(try await house.press("leader", OrderPath.instruction(number), form) == 404)
        }
        #expect(try await house.orders().isEmpty)
    }

    @Test("what names no case accuses nobody")
    func nothing() async throws {
        #expect(OrderDesk.numbers(in: "区政府常务会议第 12 次") == [])
        #expect(OrderDesk.numbers(in: "") == [])
        let house = try await OrderHouse()
        let unknown = "441202202611240000019"
        #expect(OrderDesk.numbers(in: "信访\(unknown)号") == [unknown])
        _ = try await house.begin(Self.form(lead: "cgj") + "&source=complaint&reference=\(unknown)")
    }
}
