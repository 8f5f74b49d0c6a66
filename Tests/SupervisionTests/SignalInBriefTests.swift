import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Identity
@testable import Supervision

@Suite("A signal of which an order is made")
struct SignalInBriefTests {
    private func find(_ reference: String, as name: String, in house: SupervisionHouse) async throws
        -> SignalInBrief?
    {
        let account = try await house.account(name)
        let officer = try #require(
            OfficerContext(SignedIn(account: account, sessionID: name, provedAt: noon)))
        return try await house.database.write { tx in
            try Supervision.signal(reference, for: officer, isHeld: true, in: tx)
        }
    }

    @Test("is named by its rule, is open to whoever may see it, and stands in the way when it was withdrawn")
    func brief() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        let id = String(try #require(try await house.signals().first).id)
        for unknown in ["99999", "0\(id)", "甲", ""] {
            #expect(try await find(unknown, as: "supervisor", in: house) == nil, "\(unknown)")
        }
        let standing = try #require(try await find(id, as: "supervisor", in: house))
        #expect(standing.name == "规则 over" && standing.organ == "scjg" && standing.obstacle == nil)
        #expect(standing.address == SupervisionPath.signal(id))
        #expect(try await find(id, as: "officer-scjg", in: house)?.address != nil)
        let hidden = try #require(try await find(id, as: "officer-ybj", in: house))
        #expect(hidden.address == nil && hidden.name == "规则 over")
        try await house.visit(as: "supervisor") { client async throws in
            let page = SupervisionPath.act(id, "withdrawal")
            #expect(try await client.press(page, "reason=误报").status == .seeOther)
        }
        let withdrawn = try #require(try await find(id, as: "supervisor", in: house))
        #expect(withdrawn.obstacle?.chinese == "这条监察信号已撤销，不能转为督办。")
    }
}
