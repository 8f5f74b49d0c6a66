import Journal
import Storage
import Testing
import WorkingTime

@testable import Licences

@Suite("What somebody holds who applied here")
struct HoldingTests {
    private func holdings(_ house: House, of accounts: [Int64]) async throws -> [LicenceHolding] {
        try await house.database.read { try Licences.holdings(of: accounts, in: $0) }
    }

    @Test("nobody's are nobody's, and what was taken away is not held")
    func takenAway() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let account = Actor.zhangWei.accountID
        #expect(try await holdings(house, of: []).isEmpty)
        #expect(try await holdings(house, of: [account + 1]).isEmpty)
        try await house.revoke(licence)
        #expect(try await holdings(house, of: [account]).isEmpty)
    }

    @Test("a licence is held from the day it is issued to its last day")
    func dates() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let holding = try #require(try await holdings(house, of: [Actor.zhangWei.accountID]).first)
        #expect(holding.type == Licence.typeCode)
        #expect(!holding.held(at: licence.issuedAt.adding(seconds: -1)) && holding.held(at: licence.issuedAt))
        let last = try #require(licence.validUntil)
        #expect(holding.held(at: Instant(day: last)))
        #expect(!holding.held(at: Instant(day: last.adding(days: 1))))
    }

    @Test("a copy put in the place of an upload is known as one")
    func copies() async throws {
        let house = try await House()
        let copy = try await house.consent(to: try await house.issue())
        let found = try await house.database.read { try Licences.copies(among: [copy, copy + 1], in: $0) }
        #expect(found == [copy])
    }
}
