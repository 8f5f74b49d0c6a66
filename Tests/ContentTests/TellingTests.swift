import Identity
import Journal
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Who is told what")
struct TellingTests {
    @Test(
        "the next hand is told that something waits, without its title; whoever wrote it is told when it comes back"
    )
    func nextHand() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("人事任免"), by: house.seat("editor"), at: house.clock.now)
        #expect(try await house.told("reviewer").isEmpty)
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        let number = try await house.edition(id).caseNumber
        #expect(try await house.told("reviewer") == ["「工作动态」栏目有一稿等您审核（办件编号 \(number)）。"])
        #expect(try await house.told("publisher").isEmpty)
        try await house.editions.clear(
            id, isConfirmed: true, opinion: nil, by: house.seat("reviewer"), at: house.clock.now)
        #expect(try await house.told("publisher") == ["「工作动态」栏目有一稿等您签发（办件编号 \(number)）。"])
        try await house.editions.giveBack(id, opinion: "题目", by: house.seat("publisher"), at: house.clock.now)
        let back = try await house.told("editor")
        #expect(back == ["您送审的稿件被退回修改（「工作动态」栏目，办件编号 \(number)）。"])
        for words in try await house.told("reviewer") + house.told("publisher") + back {
            #expect(!words.contains("人事任免"))
        }
    }

    @Test("of an edition for a circle only the circle is told")
    func circle() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        _ = try await house.everyRole(to: "leader", in: column)
        let reviewer = try await house.seat("reviewer").actor.accountID
        let id = try await house.editions.begin(
            in: column.id, Samples.article("内部"), circle: [reviewer], by: house.seat("editor"),
            at: house.clock.now)
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        #expect(try await house.told("reviewer").count == 1)
        #expect(try await house.told("leader").isEmpty)
    }
}
