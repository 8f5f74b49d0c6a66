import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("What a post lets somebody do, day by day")
struct PostStoreTests {
    private static func actor(_ account: Account) -> Actor {
        account.actor(channel: "page", address: "192.0.2.1")
    }

    private func account(_ name: String, in place: TestInstallation, after days: Int = 0) async throws
        -> Account
    {
        let day = place.clock.now.day.adding(days: days)
        let found = try await place.database.read { try Accounts.account(named: name, on: day, in: $0) }
        return try #require(found)
    }

    private func grant(
        _ role: Role, until days: Int?, to name: String, in place: TestInstallation,
        by approver: String = "secadmin"
    ) async throws {
        let posts = Posts(database: place.database)
        let (asker, decider) = (
            try await account("sysadmin", in: place), try await account(approver, in: place)
        )
        let (holder, now) = (try await account(name, in: place), place.clock.now)
        let term = try PostTerm(from: now.day, until: days.map { now.day.adding(days: $0) })
        try await posts.ask(
            .grant, Post(organ: "scjg", role: role), term, for: holder.id, reason: "调令",
            by: Self.actor(asker),
            at: now)
        let open = try await posts.open(after: nil).items
        _ = try await posts.settle(#require(open.first).change.id, by: Self.actor(decider), at: now) {
            try $0.approve(for: $1, remark: "", by: Self.actor(decider), at: now)
        }
    }

    @Test("a post counts from its first day to its last")
    func term() async throws {
        let place = try await TestInstallation()
        try await grant(.head, until: 3, to: "officer-scjg", in: place)
        let post = Post(organ: "scjg", role: .head)
        #expect(try await account("officer-scjg", in: place, after: 3).posts.contains(post))
        #expect(try await !account("officer-scjg", in: place, after: 4).posts.contains(post))
        #expect(try await !account("officer-scjg", in: place, after: -1).posts.contains(post))
    }

    @Test("what was asked for twice, or for an organ that does not exist, is refused")
    func refused() async throws {
        let place = try await TestInstallation()
        let posts = Posts(database: place.database)
        let asker = Self.actor(try await account("sysadmin", in: place))
        let (holder, now) = (try await account("officer-scjg", in: place), place.clock.now)
        for (organ, words) in [("nowhere", "没有这个部门，请从列表中选择。")] {
            await #expect(throws: DomainError.invalid("organ", Sentence(stringLiteral: words))) {
                try await posts.ask(
                    .grant, Post(organ: organ, role: .head), .unlimited, for: holder.id, reason: "调令",
                    by: asker,
                    at: now)
            }
        }
        let post = Post(organ: "scjg", role: .head)
        try await posts.ask(.grant, post, .unlimited, for: holder.id, reason: "调令", by: asker, at: now)
        await #expect(throws: DomainError.conflict("这个岗位的变动已经提出，正在等待审定。")) {
            try await posts.ask(.grant, post, .unlimited, for: holder.id, reason: "调令", by: asker, at: now)
        }
        let citizen = try await account("zhangwei", in: place)
        await #expect(throws: DomainError.self) { try await posts.holder(citizen.id) }
    }

    @Test("a post that is taken away is gone with the next look, and every step stands in the journal")
    func revoked() async throws {
        let place = try await TestInstallation()
        let posts = Posts(database: place.database)
        let (asker, decider) = (
            try await account("sysadmin", in: place), try await account("secadmin", in: place)
        )
        let (holder, now) = (try await account("officer-scjg", in: place), place.clock.now)
        try await posts.ask(
            .revoke, Post(organ: "scjg", role: .officer), .unlimited, for: holder.id, reason: "退休",
            by: Self.actor(asker), at: now)
        let open = try #require(try await posts.open(after: nil).items.first)
        _ = try await posts.settle(open.change.id, by: Self.actor(decider), at: now) {
            try $0.approve(for: $1, remark: "", by: Self.actor(decider), at: now)
        }
        #expect(try await account("officer-scjg", in: place).posts.isEmpty)
        let told = try await place.database.read {
            try Journal.entries(subject: "account/officer-scjg", onlyPublic: false, limit: 10, in: $0)
        }
        #expect(told.map(\.entry.action) == ["post.asked", "post.revoked"])
    }

    @Test("a deputy has the post while it is lent, signs as a deputy, and nobody lends twice")
    func deputy() async throws {
        let place = try await TestInstallation()
        let delegations = Delegations(database: place.database)
        let (head, officer) = (
            try await account("head-scjg", in: place), try await account("officer-scjg", in: place)
        )
        let now = place.clock.now
        let term = try PostTerm(from: now.day.adding(days: 1), until: now.day.adding(days: 3))
        let arrange: @Sendable () async throws -> Void = {
            try await delegations.arrange(
                away: head.id, deputy: officer.id, in: "scjg", term, reason: "出差", by: Self.actor(head),
                at: now)
        }
        try await arrange()
        let words = "\(head.displayName)在这段时间已经有人代理，请先结束原来的代理。"
        await #expect(throws: DomainError.conflict(Sentence(template: words, parameters: []))) {
            do { try await arrange() } catch DomainError.conflict(let sentence) {
                throw DomainError.conflict(Sentence(template: sentence.chinese, parameters: []))
            }
        }
        let post = Post(organ: "scjg", role: .head)
        #expect(try await !account("officer-scjg", in: place).posts.contains(post))
        let deputy = try await account("officer-scjg", in: place, after: 2)
        #expect(deputy.posts.contains(post) && deputy.lent[post] == head.displayName)
        #expect(Self.actor(deputy).name == "\(officer.displayName)（代\(head.displayName)）")
        let day = now.day.adding(days: 2)
        let members = try await delegations.members(of: "scjg", on: day)
        #expect(members.first { $0.id == officer.id }?.roles == [.officer, .head])
        let open = try #require(try await delegations.delegations(of: "scjg", after: nil).items.first)
        try await delegations.end(open.id, by: Self.actor(officer), at: now)
        #expect(try await !account("officer-scjg", in: place, after: 2).posts.contains(post))
    }

    @Test("an administrator's post is never lent along with others")
    func administrators() async throws {
        let place = try await TestInstallation()
        let sysadmin = try await account("sysadmin", in: place)
        let organ = try #require(sysadmin.posts.first?.organ)
        let members = try await Delegations(database: place.database).members(
            of: organ, on: place.clock.now.day)
        let deputy = try #require(members.first { $0.roles.isDisjoint(with: Role.administrators) })
        let term = try PostTerm(from: place.clock.now.day, until: place.clock.now.day)
        await #expect(throws: DomainError.forbidden("系统、安全、审计管理员的岗位不能委托他人代理。")) {
            try await Delegations(database: place.database).arrange(
                away: sysadmin.id, deputy: deputy.id, in: organ, term, reason: "休假", by: Self.actor(sysadmin),
                at: place.clock.now)
        }
    }
}
