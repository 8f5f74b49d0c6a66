import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Hearings
@testable import Identity

@Suite("Registering for a hearing")
struct RegisteringTests {
    @Test("once each, in time, in a role that has places, with a proven name")
    func refused() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        #expect(try await house.register("zhangwei", for: one) == 1)
        await #expect(throws: DomainError.conflict("您已经报过名，每人只能报一次。")) {
            _ = try await house.register("zhangwei", as: "expert", for: one)
        }
        await #expect(throws: DomainError.invalid("role", "请从列出的类别中选择。")) {
            _ = try await house.register("chenjing", as: "operator", for: one)
        }
        await #expect(throws: DomainError.forbidden("请用实名的个人账号：每人报一次名，公布时只写姓氏。")) {
            _ = try await house.register("officer-fgj", for: one)
        }
        await #expect(throws: DomainError.self) {
            _ = try await house.register("chenjing", for: one, at: noon.adding(seconds: 21 * 86_400))
        }
    }

    @Test("whoever took it back is asked first, and comes again under the same number while people register")
    func again() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        let path = HearingPath.one(String(one.id))
        #expect(try await house.register("zhangwei", for: one) == 1)
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("<summary>撤回报名</summary>") && page.contains("确认撤回报名"))
            #expect(try await client.press("\(path)/withdrawal").status == .seeOther)
            let after = try await client.look(path).text
            #expect(after.contains("报名截止以前可以重新报名") && after.contains("您的主要观点"))
        }
        #expect(try await house.register("zhangwei", as: "expert", for: one) == 1)
        await #expect(throws: DomainError.conflict("您已经报过名，每人只能报一次。")) {
            _ = try await house.register("zhangwei", for: one)
        }
        let all = try await house.database.read { try RegistrationStore.all(of: one.id, in: $0) }
        #expect(all.map(\.role) == ["expert"] && all.map(\.state) == [.registered])
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.press("\(path)/withdrawal").status == .seeOther)
        }
        let late = noon.adding(seconds: 21 * 86_400)
        await #expect(throws: DomainError.self) {
            _ = try await house.register("zhangwei", for: one, at: late)
        }
        let closed = try await house.visit(as: "zhangwei", at: late) { try await $0.look(path).text }
        #expect(closed.contains("报名已经截止，不能再报名。") && !closed.contains("您的主要观点"))
    }

    @Test("however many are in reserve, all who take part stand in the list")
    func longList() throws {
        let one = try HearingHouse.announced()
        func registration(_ number: Int, _ role: String, _ state: Registration.State, place: Int)
            -> Registration
        {
            Registration(
                id: Int64(number), hearingID: 1, number: number, role: role, accountID: 1, personID: 1,
                name: "张\(number)", state: state, place: place, goneReason: nil, signature: nil,
                signatureReason: nil, signedAt: nil)
        }
        let waiting = (2...400).map { registration($0, "consumer", .reserve, place: $0) }
        let chosen = [
            registration(1, "consumer", .chosen, place: 1), registration(500, "expert", .chosen, place: 1),
        ]
        let list = DrawTable(hearing: one, registrations: waiting + chosen).html.description
        #expect(list.contains("张500") && list.contains(">张1<"))
        #expect(list.contains("张201") && !list.contains("张202"), "递补的列前 200 位")
    }

    @Test(
        "more than there are places are drawn, whoever withdrew is not, and the rest is in reserve in order")
    func drawn() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        for name in ["zhangwei", "chenjing", "liuyuxin", "fenglihua"] {
            _ = try await house.register(name, for: one)
        }
        _ = try await house.register("zhengguodong", as: "expert", for: one)
        let gone = try await house.account("chenjing")
        try await Registering(office: house.office).withdraw(
            from: one.id, as: gone, by: gone.actor(channel: "page", address: ""), at: noon)
        let drawn = try await house.database.write { tx in
            var hearing = try HearingStore.hearing(one.id, in: tx)
            return try Registering.draw(&hearing, at: noon.adding(seconds: 21 * 86_400), in: tx)
        }
        let order = Draw.order([1, 3, 4], role: "consumer", seed: "seed")
        let consumers = drawn.filter { $0.role == "consumer" && $0.place != nil }
        #expect(consumers.sorted { ($0.place ?? 0) < ($1.place ?? 0) }.map(\.number) == order)
        #expect(consumers.filter { $0.state == .chosen }.map(\.number) == [order[0]])
        #expect(drawn.first { $0.role == "expert" }?.state == .chosen)
        #expect(drawn.first { $0.number == 2 }?.state == .withdrawn)
        await #expect(throws: DomainError.self) {
            try await Registering(office: house.office).withdraw(
                from: one.id, as: try await house.account("zhangwei"), by: HearingHouse.writer,
                at: noon.adding(seconds: 21 * 86_400))
        }
    }
}
