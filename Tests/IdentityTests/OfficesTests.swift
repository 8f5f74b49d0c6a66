import Government
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("Posts stand in offices")
struct OfficesTests {
    private func account(_ name: String, in place: TestInstallation) async throws -> Account {
        let day = place.clock.now.day
        return try #require(
            try await place.database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    private func actor(_ name: String, in place: TestInstallation) async throws -> Actor {
        try await account(name, in: place).actor(channel: "page", address: "192.0.2.1")
    }

    /// Asks for 李敏's post again, in another office.
    private func ask(_ office: String?, in place: TestInstallation) async throws {
        let holder = try await account("officer-scjg", in: place)
        try await Posts(database: place.database).ask(
            .grant, Post(organ: "scjg", role: .officer), .unlimited, office: office, for: holder.id,
            reason: "内部调整", by: try await actor("sysadmin", in: place), at: place.clock.now)
    }

    private func approve(in place: TestInstallation) async throws {
        let posts = Posts(database: place.database)
        let open = try #require(try await posts.open(after: nil).items.first)
        let (decider, now) = (try await actor("secadmin", in: place), place.clock.now)
        _ = try await posts.settle(open.change.id, by: decider, at: now) {
            try $0.approve(for: $1, remark: "", by: decider, at: now)
        }
    }

    @Test("no post is asked for in another organ's office, or in one that is closed")
    func wrongOffice() async throws {
        let place = try await TestInstallation()
        let wrong = DomainError.invalid("office", "这个科室不属于所选的部门，或者已经撤销，请重新选择。")
        await #expect(throws: wrong) { try await ask("zjj-1", in: place) }
        await #expect(throws: wrong) { try await ask("nowhere", in: place) }
        let now = place.clock.now
        try await Offices(database: place.database).close(
            "scjg-3", on: now.day, to: nil, by: try await actor("sysadmin", in: place), at: now)
        await #expect(throws: wrong) { try await ask("scjg-3", in: place) }
    }

    @Test("an office that is closed while a post is asked for in it takes nobody in")
    func closedMeanwhile() async throws {
        let place = try await TestInstallation()
        try await ask("scjg-3", in: place)
        let now = place.clock.now
        try await Offices(database: place.database).close(
            "scjg-3", on: now.day, to: nil, by: try await actor("sysadmin", in: place), at: now)
        await #expect(throws: DomainError.self) { try await approve(in: place) }
        #expect(try await account("officer-scjg", in: place).offices.values.sorted() == ["scjg-1"])
    }

    @Test(
        "a post moves to another office when two administrators have signed, and whoever acts says where they stand"
    )
    func moved() async throws {
        let place = try await TestInstallation()
        #expect(try await actor("officer-scjg", in: place).offices == ["officer": "scjg-1"])
        try await ask("scjg-3", in: place)
        #expect(try await actor("officer-scjg", in: place).offices == ["officer": "scjg-1"])
        try await approve(in: place)
        #expect(try await actor("officer-scjg", in: place).offices == ["officer": "scjg-3"])
        #expect(try await place.journalText().contains("在综合法规科"))
        try await ask(nil, in: place)
        try await approve(in: place)
        #expect(try await actor("officer-scjg", in: place).offices == nil)
        #expect(try await actor("head-scjg", in: place).offices == nil)
    }

    @Test("a deputy stands where whoever is away stands, unless the post is their own")
    func lent() async throws {
        let place = try await TestInstallation()
        let now = place.clock.now
        let (away, deputy) = (
            try await account("officer-scjg", in: place), try await account("head-scjg", in: place)
        )
        try await Delegations(database: place.database).arrange(
            away: away.id, deputy: deputy.id, in: "scjg",
            try PostTerm(from: now.day, until: now.day.adding(days: 3)), reason: "年休假",
            by: away.actor(channel: "page", address: "192.0.2.1"), at: now)
        #expect(try await actor("head-scjg", in: place).offices == ["officer": "scjg-1"])
    }

    @Test(
        "a closed office hands its posts to another one; its past stays, and everything stands in the journal"
    )
    func closed() async throws {
        let place = try await TestInstallation()
        let (offices, now) = (Offices(database: place.database), place.clock.now)
        let admin = try await actor("sysadmin", in: place)
        await #expect(throws: DomainError.notFound("没有这个科室，可能链接不完整。")) {
            try await offices.rename("scjg-99", to: "某科", by: admin, at: now)
        }
        await #expect(throws: DomainError.invalid("organ", "没有这个部门，请从列表中选择。")) {
            _ = try await offices.open("某科", in: "nowhere", from: nil, by: admin, at: now)
        }
        await #expect(throws: DomainError.self) {
            try await offices.close("scjg-1", on: now.day, to: nil, by: admin, at: now)
        }
        let new = try await offices.open("行政审批科", in: "scjg", from: nil, by: admin, at: now)
        try await offices.rename(new.key, to: "审批科", by: admin, at: now)
        try await offices.close("scjg-1", on: now.day, to: new.key, by: admin, at: now)
        let (office, others, seats) = try await offices.office(new.key)
        #expect(office.key == "scjg-4" && office.name == "审批科" && seats.map(\.name) == ["李敏"])
        #expect(others.first { $0.key == "scjg-1" }?.validUntil == now.day)
        #expect(try await offices.offices(of: "scjg").map(\.posts) == [0, 1, 0, 1])
        #expect(
            try await place.actions().filter { $0.hasPrefix("office.") } == [
                "office.opened", "office.renamed", "office.closed",
            ])
    }

    @Test("a post that goes to another organ leaves its office behind")
    func restructured() async throws {
        let place = try await TestInstallation()
        try await ask("scjg-3", in: place)
        let holder = try await account("officer-scjg", in: place)
        let day = place.clock.now.day
        try await place.database.write { tx in
            try Posts.move(
                [PostMove(accountID: holder.id, post: Post(organ: "scjg", role: .officer), to: "zjj")], in: tx
            )
            try Directory.end("scjg", successor: "zjj", from: day, in: tx)
            try Posts.handOn("scjg", to: "zjj", in: tx)
        }
        #expect(try await account("officer-scjg", in: place).offices.isEmpty)
        try await approve(in: place)
        #expect(try await account("officer-scjg", in: place).posts == [Post(organ: "zjj", role: .officer)])
    }
}
