import Foundation
import HTTPTypes
import HummingbirdTesting
import Messaging
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Supervision

@Suite("An appeal that waits for its decision")
struct ChasingTests {
    /// Appealed at noon of Tuesday; to be decided until the Tuesday after.
    private func house() async throws -> SupervisionHouse {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        let page = SupervisionPath.signal(String(try #require(try await house.signals().first).id))
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.press("\(page)/appeal", "appeal=当天断电").status == .seeOther)
        }
        return house
    }

    private func chase(_ house: SupervisionHouse, at now: Instant) async throws {
        try await Chasing(database: house.database, outbox: Outbox()).chase(at: now)
    }

    private func told(_ house: SupervisionHouse, _ name: String, _ words: String) async throws -> Int {
        try await house.messages(to: name).count { $0.contains(words) }
    }

    @Test("is spoken of to supervisors and leaders on the working day before its day, once and not at night")
    func before() async throws {
        let house = try await house()
        // Thursday, and the night before Monday.
        for now in [noon.days(2), noon.days(6).day.startOfDay] { try await chase(house, at: now) }
        #expect(try await told(house, "supervisor", "还没有裁定") == 0)
        for _ in 1...2 { try await chase(house, at: noon.days(6)) }
        for name in ["supervisor", "leader"] {
            #expect(try await told(house, name, "还没有裁定") == 1, "\(name)")
        }
        #expect(try await told(house, "head-scjg", "还没有裁定") == 0)
    }

    @Test("and when its day is over, once more; the list says so")
    func over() async throws {
        let house = try await house()
        for now in [noon.days(6), noon.days(8), noon.days(9)] { try await chase(house, at: now) }
        for name in ["supervisor", "leader"] {
            #expect(try await told(house, name, "还没有裁定") == 1, "\(name)")
            #expect(try await told(house, name, "已经超期") == 1, "\(name)")
        }
        try await house.visit(as: "supervisor", at: noon.days(8)) { client async throws in
            let list = try await client.look("\(SupervisionPath.signals)?state=appealed").text
            #expect(list.contains("裁定超期") && list.contains("前裁定"))
        }
        try await house.visit(as: "supervisor") { client async throws in
            let list = try await client.look("\(SupervisionPath.signals)?state=appealed").text
            #expect(!list.contains("裁定超期") && list.contains("前裁定"))
        }
    }

    @Test("nobody is told of one that was decided")
    func decided() async throws {
        let house = try await house()
        let page = SupervisionPath.signal(String(try #require(try await house.signals().first).id))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press("\(page)/decision", "upheld=true&reason=没有断电").status == .seeOther)
        }
        for now in [noon.days(6), noon.days(8)] { try await chase(house, at: now) }
        #expect(try await told(house, "leader", "裁定") == 0)
    }
}
