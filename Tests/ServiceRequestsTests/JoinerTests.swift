import Cases
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Refusals
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import ServiceRequests

@Suite("同时反映的人：答复以后打电话告诉")
struct JoinerTests {
    private static let callBacks = "/desk/service-requests-callbacks"

    private func join(_ house: House, _ number: String, by name: String = "hotline") async throws {
        let (actor, now) = (try await house.actor(name), house.clock.now)
        try await house.database.write { tx in
            try Joiner(name: "何秀英", phone: "07582000001").join(number, by: actor, at: now, in: tx)
        }
    }

    private func lines(_ house: House, _ number: String) async throws -> [JoinerLine] {
        let row = try await house.row(number)
        return try await house.database.read { try JoinerStore.lines(of: row.id, in: $0) }
    }

    private func tell(
        _ house: House, _ joiner: Int64, of number: String, by name: String = "hotline",
        for organ: String = "zwfw"
    ) async throws {
        try await house.office.tell(
            joiner, of: number, by: try await house.actor(name, for: organ),
            as: try await house.account(name).viewer)
    }

    @Test("办结以前、别的单位、别的诉求的人、第二次，都不能记；记下以后不再列出")
    func telling() async throws {
        let house = try await House()
        let number = try await house.say()
        try await join(house, number)
        let line = try #require(try await lines(house, number).first)
        #expect(
            await refusal { try await tell(house, line.id, of: number) } == "这件诉求还没有办结，请等办结以后再告诉。")
        #expect(try await house.office.untold(at: ["zwfw"]).items.isEmpty)
        try await house.answer(number)
        #expect(try await house.office.untold(at: ["zwfw"]).items.map(\.number) == [number])
        #expect(try await house.office.untold(at: ["cgj"]).items.isEmpty)
        let other = await refusal {
            try await tell(house, line.id, of: number, by: "officer-cgj", for: "cgj")
        }
        #expect(other == "由受理的单位告诉同时反映的人。")
        #expect(await refusal { try await tell(house, 1, of: number) } == "没有找到这位反映人。")
        try await tell(house, line.id, of: number)
        #expect(await refusal { try await tell(house, line.id, of: number) } == "已经有人告诉过这位反映人了。")
        #expect(try await lines(house, number).map(\.calledAt) == [house.clock.now])
        #expect(try await house.office.untold(at: ["zwfw"]).items.isEmpty)
    }

    @Test("加入的人，有账号的和来电的，都从加入的时候起各算一次；没有人加入的不算")
    func counted() async throws {
        let house = try await House()
        let number = try await house.say()
        _ = try await house.say { $0.content = "桥头的路灯也不亮。" }
        house.clock.move(days: 3)
        try await join(house, number)
        try await Supporters(database: house.database, outbox: house.office.outbox).join(
            number, account: house.account("chenjing"), actor: house.actor("chenjing"),
            at: house.clock.now)
        let requests = try ServiceRequests(
            cases: house.cases, directory: house.office.directory, files: house.files,
            outbox: house.office.outbox, database: house.database)
        let said = try #require(try await requests.spokenOf(after: 0, limit: 1).first)
        let joined = try await requests.joined(limit: 10)
        #expect(joined.map(\.id) == [said.id, said.id])
        #expect(joined.map(\.at) == [house.clock.now, house.clock.now])
        #expect(joined.map(\.title) == [said.title, said.title])
        #expect(joined.map(\.street) == [said.street, said.street] && said.at < house.clock.now)
        #expect(try await requests.joined(limit: 1).count == 1)
    }

    @Test("办结三十天以后不再列出")
    func late() async throws {
        let house = try await House()
        let number = try await house.say()
        try await join(house, number)
        try await house.answer(number)
        house.clock.move(days: 30)
        #expect(try await house.office.untold(at: ["zwfw"]).items.map(\.number) == [number])
        house.clock.move(days: 1)
        #expect(try await house.office.untold(at: ["zwfw"]).items.isEmpty)
    }

    @Test("信访事项也列出来，看得到电话，点一下记住已告诉，不再列出")
    func petition() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await join(house, number, by: "officer-xfj")
        try await house.assign(number, to: "zrzy", isFinal: true, by: "officer-xfj")
        try await house.draft(number, by: "officer-zrzy") { $0.result = "reject" }
        try await house.finish(number, "sign", by: "head-zrzy")
        let path = "\(Self.callBacks)/\(number)/joiners"
        let line = try #require(try await lines(house, number).first)
        try await house.visit(as: "officer-xfj") { client async throws in
            #expect(try await client.look(Self.callBacks).text.contains(path))
            let page = try await client.look(path)
            #expect(page.status == .ok && page.text.contains("何秀英") && page.text.contains("07582000001"))
            #expect(try await client.press(path).status == .badRequest)
            #expect(try await client.press(path, "joiner=\(line.id)").status == .seeOther)
            #expect(try await client.press(path, "joiner=\(line.id)").status == .conflict)
            #expect(try await client.look(path).text.contains("已告诉"))
            #expect(try await !client.look(Self.callBacks).text.contains(path))
        }
        let entries = try await house.database.read { tx in
            try tx.rows("SELECT action FROM journal_entry /* all */").map { try $0.text("action") }
        }
        #expect(entries.contains("service_request.joiner_told"))
    }

    @Test("来电的人加上以后，这个来电就处理完了；不是自己接的来电加不上")
    func call() async throws {
        let house = try await House()
        let number = try await house.say()
        let concluded = Concluded()
        var office = house.office
        office.aid = DeskAid(
            caller: { call, _ in
                guard call == 7 else { throw DomainError.notFound("没有这个来电。") }
                return "07582000001"
            },
            conclude: { call, ticket, _, _ in concluded.calls.withLock { $0[call] = ticket } })
        let routes = IntakePages(office: office).routes
        let (account, now) = (try await house.account("hotline"), house.clock.now)
        let router = makeRouter(routes: routes, settings: WebSettings(now: { now })) { _ in
            SignedIn(account: account, sessionID: "hotline", provedAt: now)
        }
        let path = "/desk/service-requests-intake/\(number)/joining"
        try await Application(router: router).test(.router) { client async throws in
            let words =
                "category=roads&kind=help&title=城东街道文明路路灯不亮&content=三盏路灯不亮，请尽快修。&division=441202001"
            let looked = try await client.press(
                "/desk/service-requests-intake",
                "\(words)&name=何秀英&phone=07582000001&channel=call&call=7&step=look")
            #expect(looked.text.ranges(of: "name=\"call\" value=\"7\"").count == 2)
            let foreign = try await client.press(path, "name=何秀英&phone=07582000001&call=8")
            #expect(foreign.status == .notFound)
            let joined = try await client.press(path, "name=何秀英&phone=07582000001&call=7")
            #expect(joined.status == .created)
        }
        #expect(concluded.calls.withLock { $0 } == [7: number])
        #expect(try await lines(house, number).count == 1)
    }

    /// The calls that came to something, with their requests.
    private final class Concluded: Sendable {
        let calls = Mutex<[Int64: String]>([:])
    }
}
