import Cases
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Supervisors who have a second post")
struct OwnOrganTests {
    private static let sentence = "这件督办涉及您自己的部门，要由其他监察人员办理。"
    private static let close = "outcome=close&opinion=属实"

    private func give(_ name: String, _ organ: String, in house: OrderHouse) async throws {
        let id = try await house.account(name).id
        _ = try await house.database.write { tx in
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(id), \(organ), 'officer')")
        }
    }

    @Test(
        "with a post in an organ of the order a supervisor takes no step, and another one does",
        arguments: ["zjj", "xfjy"])
    func own(organ: String) async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await give("supervisor", organ, in: house)
        try await house.visit(as: "supervisor") { client async throws in
            let filed = try await client.press(OrderPath.new, OrderTests.form)
            #expect(filed.status == .forbidden && filed.text.contains(Self.sentence), "\(filed.text)")
            #expect(try await client.press("\(path)/urgings", "note=x").status == .forbidden)
            let page = try await client.look(path).text
            #expect(
                page.contains(Self.sentence) && !page.contains("/urgings") && !page.contains("/strike-off"))
        }
        try await house.report(path, "zjj", "xfjy")
        try await house.visit(as: "supervisor") { client async throws in
            #expect(!(try await client.look(path).text.contains("/verification")))
            for (act, form) in [
                ("verification", Self.close), ("circular", "circular=按时完成"), ("strike-off", "reason=归档"),
            ] {
                let answer = try await client.press("\(path)/\(act)", form)
                #expect(answer.status == .forbidden && answer.text.contains(Self.sentence), "\(act)")
            }
        }
        let order = try await house.order()
        #expect(order.stage == .verifying && order.circular == nil)
        #expect(try await house.orders().count == 1)
        try await house.visit(as: "supervisor-2") { client async throws in
            #expect(try await client.look(path).text.contains("/verification"))
            #expect(try await client.press("\(path)/verification", Self.close).status == .seeOther)
        }
        #expect(try await house.order().stage == .closed)
    }

    @Test("a program of such a supervisor is refused, too")
    func program() async throws {
        let house = try await OrderHouse()
        _ = try await house.begin(OrderTests.form)
        try await give("supervisor", "zjj", in: house)
        let path = "\(OrderPath.api)/\(try await house.order().id)/urgings"
        try await house.visit(as: "supervisor") { client async throws in
            let answer = try await client.execute(
                uri: path, method: .post, headers: [.contentType: "application/json"],
                body: ByteBuffer(string: "{}"))
            #expect(answer.status == .forbidden && answer.text.contains(Self.sentence), "\(answer.text)")
        }
    }

    @Test("nor do they verify as any task is finished, on the page of the case or by a program")
    func otherDoor() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await house.report(path, "zjj", "xfjy")
        try await give("supervisor", "zjj", in: house)
        let number = try await house.order().number
        let task = try #require(try await house.cases.matter(number, for: .system).root.openTasks.first)
        func verify(_ name: String) async throws {
            let account = try await house.account(name)
            try await house.cases.change(
                task: task.id, by: account.actor(channel: "api", address: "", organ: "jw"),
                as: account.viewer
            ) { try $0.complete(task: task.id, with: Finding(outcome: "close", opinion: "属实"), on: $1) }
        }
        await #expect(throws: DomainError.forbidden("这件督办涉及您自己的部门，要由其他监察人员办理。")) {
            try await verify("supervisor")
        }
        #expect(try await house.order().stage == .verifying)
        try await verify("supervisor-2")
        #expect(try await house.order().stage == .closed)
    }

    @Test(
        "whom a proposal is about, or who took up what that organ did, does not give it to another organ",
        arguments: ["cgj", "wsjk"])
    func proposal(organ: String) async throws {
        let house = try await OrderHouse()
        if organ != "cgj" {
            try await house.database.write { tx in
                try Directory.end("cgj", successor: organ, from: noon.day.adding(days: -1), in: tx)
            }
        }
        try await give("supervisor", organ, in: house)
        let form = "title=修灯&source=proposal&words=三周不亮&lead=zjj&limit=5&reference=代表建议 1"
        #expect(try await house.press("supervisor", OrderPath.new, form) == 403)
        #expect(try await house.orders().isEmpty)
        #expect(try await house.press("supervisor-2", OrderPath.new, form) == 303)
    }

    @Test("a supervisor does not have their own organ share the work")
    func sharing() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        try await give("supervisor", "scjg", in: house)
        #expect(try await house.press("supervisor", "\(path)/parts", "organ=scjg&duty=查处占道") == 403)
        #expect(try await house.press("supervisor", "\(path)/parts", "organ=wsjk&duty=查处占道") == 303)
        #expect(try await house.parts().map(\.organ) == ["zjj", "xfjy", "wsjk"])
    }

    @Test("a post in an organ that comes before that of supervision does not stand in the way")
    func earlierPost() async throws {
        let house = try await OrderHouse()
        try await give("supervisor", "cgj", in: house)
        let path = try await house.begin(OrderTests.form)
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
        try await house.report(path, "zjj", "xfjy")
        #expect(try await house.press("supervisor", "\(path)/verification", Self.close) == 303)
        #expect(try await house.press("supervisor", "\(path)/strike-off", "reason=归档") == 303)
        #expect(try await house.order().stage == .struck)
    }
}
