import Cases
import Codes
import Government
import Identity
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Licences

@Suite("The holder's wallet")
struct WalletTests {
    private let house: House
    private let zhangWei: Account
    private let chenJing: Account

    init() async throws {
        house = try await House()
        let people = try await house.database.read { tx in
            try ["441299199003071231", "441299198511152041"].map {
                try Directory.person(identityNumber: IdentityNumber($0), in: tx)?.id
            }
        }
        zhangWei = Account(
            id: 2, name: "zhangwei", displayName: "张伟", personID: people[0], posts: [], entities: [])
        chenJing = Account(
            id: 1, name: "chenjing", displayName: "陈静", personID: people[1], posts: [],
            entities: ["91441202MA4W12346L"])
    }

    @Test("somebody else's licence is not there, to be seen or to be shown")
    func notYours() async throws {
        let licence = try await house.issue()
        #expect(try await house.licences.wallet(of: chenJing).isEmpty)
        await #expect(throws: LicenceStore.missing) {
            _ = try await house.licences.held(licence.id, by: chenJing)
        }
        await #expect(throws: LicenceStore.missing) {
            _ = try await house.licences.show(
                licence.id, of: chenJing, by: Applicant.chenJing.actor, at: house.now)
        }
    }

    @Test("one that is not in force is not shown")
    func notInForce() async throws {
        let licence = try await house.issue()
        try await house.revoke(licence)
        await #expect(throws: DomainError.self) {
            _ = try await house.licences.show(licence.id, of: zhangWei, by: .zhangWei, at: house.now)
        }
    }

    @Test("a code is good for five minutes, and not a moment longer")
    func fiveMinutes() async throws {
        let licence = try await house.issue()
        let now = house.now
        let showing = try await house.licences.show(licence.id, of: zhangWei, by: .zhangWei, at: now)
        let seen = try await house.licences.shown(by: showing.code, at: now.adding(seconds: 299))
        #expect(seen.id == licence.id)
        await #expect(throws: DomainError.notFound("出示码已失效。出示码只在五分钟内有效，请持有人重新出示。")) {
            _ = try await house.licences.shown(by: showing.code, at: now.adding(seconds: 300))
        }
        let held = try await house.licences.held(licence.id, by: zhangWei)
        #expect(held.showings.map(\.seenAt) == [now.adding(seconds: 299)])
    }

    @Test("a person's and an enterprise's lie together, the newest first")
    func together() async throws {
        _ = try await house.issue(to: .chenJing)
        let xinghu = Applicant(
            kind: .entity, name: "肇庆端州星湖餐饮有限公司", code: "91441202MA4W12346L", accountID: 1)
        _ = try await house.issue(to: xinghu)
        #expect(
            try await house.licences.wallet(of: chenJing).map(\.holder.name) == ["肇庆端州星湖餐饮有限公司", "陈静"])
    }
}
