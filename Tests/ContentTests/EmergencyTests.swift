import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Content
@testable import Web

@Suite("What everybody is told at once")
struct EmergencyTests {
    private func board(_ house: EditorialHouse) -> EmergencyBoard {
        EmergencyBoard(database: house.database, cache: house.editions.cache, board: house.settings.board)
    }

    @Test(
        "what cannot be shown above every page is refused",
        arguments: [
            (EmergencyDraft(words: "", hours: 1), "words"),
            (EmergencyDraft(words: String(repeating: "汛", count: 121), hours: 1), "words"),
            (EmergencyDraft(words: "两\n行", hours: 1), "words"),
            (EmergencyDraft(words: "汛情", address: "javascript:alert(1)", hours: 1), "address"),
            (EmergencyDraft(words: "汛情", address: "//evil.example", hours: 1), "address"),
            (EmergencyDraft(words: "汛情", address: "/\\evil.example", hours: 1), "address"),
            (EmergencyDraft(words: "汛情", hours: 0), "hours"),
            (EmergencyDraft(words: "汛情", hours: 169), "hours"),
        ])
    func refused(_ draft: EmergencyDraft, _ field: String) {
        #expect {
            try draft.check()
        } throws: { error in
            guard case DomainError.invalid(let errors) = error else { return false }
            return errors.map(\.field).contains(field)
        }
    }

    @Test(
        "a notice stands on pages that were kept before, here and on another node, and goes when it is taken down"
    )
    func everywhere() async throws {
        let house = try await EditorialHouse()
        _ = try await house.portal()
        let other = try SecondNode(of: house)
        let (notices, publisher) = (board(house), try await house.seat("publisher").actor)
        for _ in 1...2 { #expect(try await !other.look("/sites/duanzhou").text.contains("紧急通知")) }
        try await notices.post(
            EmergencyDraft(words: "西江水位上涨，请勿靠近江边。", address: "/sites/duanzhou", hours: 2), by: publisher,
            at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await client.look("/sites/duanzhou").text.contains("西江水位上涨"))
        }
        #expect(
            try await other.sees { try await other.look("/sites/duanzhou").text.contains("西江水位上涨") })
        #expect(try await other.look("/sites/none").text.contains("西江水位上涨"))
        try await notices.takeDown(by: publisher, at: house.clock.now)
        #expect(
            try await other.sees { try await !other.look("/sites/duanzhou").text.contains("西江水位上涨") })
        try await house.visit { client async throws in
            #expect(try await !client.look("/sites/duanzhou").text.contains("西江水位上涨"))
        }
    }

    @Test("a notice goes by itself at its end, from kept pages too")
    func ends() async throws {
        let house = try await EditorialHouse()
        _ = try await house.portal()
        try await board(house).post(
            EmergencyDraft(words: "停水通知", hours: 1), by: house.seat("publisher").actor, at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await client.look("/sites/duanzhou").text.contains("停水通知"))
        }
        house.clock.now = house.clock.now.adding(seconds: 3_600)
        try await house.visit { client async throws in
            #expect(try await !client.look("/sites/duanzhou").text.contains("停水通知"))
        }
    }

    @Test("a newer notice takes the place of the older, and what is not there cannot be taken down")
    func replaced() async throws {
        let house = try await EditorialHouse()
        let (notices, publisher) = (board(house), try await house.seat("publisher").actor)
        await #expect(throws: DomainError.conflict("现在没有正在显示的紧急通知。")) {
            try await notices.takeDown(by: publisher, at: house.clock.now)
        }
        for words in ["第一条", "第二条"] {
            try await notices.post(EmergencyDraft(words: words, hours: 1), by: publisher, at: house.clock.now)
        }
        #expect(house.settings.board.notice(at: house.clock.now)?.words == "第二条")
        try await notices.takeDown(by: publisher, at: house.clock.now)
        #expect(house.settings.board.notice(at: house.clock.now) == nil)
    }

    @Test("whoever publishes proves first who they are")
    func stepUp() async throws {
        let house = try await EditorialHouse()
        try await house.visit(as: "publisher") { client async throws in
            let answer = try await client.look(ContentPath.emergency)
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location]?.hasPrefix("/account/confirmation") == true)
        }
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(ContentPath.emergency).status == .forbidden)
        }
    }
}
