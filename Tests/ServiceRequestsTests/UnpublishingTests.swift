import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Search
import Storage
import TestSupport
import Testing

@testable import ServiceRequests

@Suite("从公开的诉求里撤下")
struct UnpublishingTests {
    @Test("受理的单位写明理由就能撤下，大家和搜索都找不到了，反映人自己的答复还在；别人不能撤，没有公开的不用撤")
    func withdrawn() async throws {
        let house = try await House()
        let number = try await house.say()
        let early = await refusal { try await unpublish(number, in: house) }
        #expect(early == "这件诉求没有公开，不用撤下。")
        try await house.answer(number)
        let register = RegisterSearch(database: house.database)
        try await register.follow(at: house.clock.now)
        let id = try await house.row(number).id
        let found = try await documents(house)
        let silent = await refusal { try await unpublish(number, because: "x", in: house) }
        #expect(found == 1 && silent == "请写明为什么撤下，4 到 200 字。")
        let stranger = await refusal { try await unpublish(number, by: "officer-zjj", in: house) }
        #expect(stranger == "没有找到这个办件，或者您无权查看。")
        let path = RequestPath.unpublishing(number)
        let refused = try await house.visit(as: "hotline") { try await $0.press(path, "withdrawal=x") }
        #expect(refused.status == .unprocessableContent && refused.text.contains("4 到 200 字"))
        let done = try await house.visit(as: "hotline") {
            try await $0.press(path, "withdrawal=答复里有别人的电话")
        }
        #expect(done.status == .seeOther)
        let gone = try await house.visit(as: nil) { try await $0.look("/requests/\(id)").status }
        #expect(gone == .notFound)
        #expect(try await documents(house) == 0)
        try await register.follow(at: house.clock.now)
        #expect(try await documents(house) == 0)
        let mine = try await house.visit(as: "zhangwei") { try await $0.look(RequestPath.mine(number)).text }
        #expect(mine.contains("三盏路灯恢复照明"))
        let entries = try await house.database.read {
            try Journal.entries(subject: number, onlyPublic: true, limit: 50, in: $0)
        }
        #expect(!entries.contains { $0.entry.sentence.chinese.contains("别人的电话") })
    }

    private func documents(_ house: House) async throws -> Int {
        try await house.database.read {
            try $0.count("SELECT count(*) FROM search_document WHERE source = 'requests' /* all */")
        }
    }

    private func unpublish(
        _ number: String, because reason: String = "答复里有别人的电话", by name: String = "hotline",
        in house: House
    ) async throws {
        try await house.office.unpublish(
            number, because: reason, by: house.actor(name), as: house.account(name).viewer)
    }

    @Test("加入的诉求在自己的单子里看得到，公开的点得开")
    func joined() async throws {
        let house = try await House()
        let number = try await house.say()
        let supporters = Supporters(database: house.database, outbox: house.office.outbox)
        try await supporters.join(
            number, account: house.account("chenjing"), actor: house.actor("chenjing"), at: house.clock.now)
        let open = try await house.visit(as: "chenjing") { try await $0.look(RequestPath.mine).text }
        #expect(open.contains("我加入的诉求") && open.contains(number) && open.contains("办理中"))
        try await house.answer(number)
        let id = try await house.row(number).id
        let ended = try await house.visit(as: "chenjing") { try await $0.look(RequestPath.mine).text }
        #expect(ended.contains("href=\"/requests/\(id)\""))
    }
}
