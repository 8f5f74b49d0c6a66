import Journal
import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("Posts are given and taken by two administrators")
struct PostChangeTests {
    private static let now = Instant(milliseconds: 1_795_752_000_000)
    private static let post = Post(organ: "scjg", role: .officer)
    private static let sysadmin = actor(1, .sysadmin), secadmin = actor(2, .secadmin)

    private static func actor(_ id: Int64, _ role: Role) -> Actor {
        Actor(
            accountID: id, name: role.chinese, organ: "zwfw", roles: [role.rawValue], channel: "page",
            address: "")
    }

    private static func holder(_ id: Int64 = 9, _ posts: Post..., personID: Int64? = nil) -> PostHolder {
        PostHolder(
            id: id, name: "zhouqiang", displayName: "周强", personID: personID, isDisabled: false,
            posts: posts.map { HeldPost(post: $0, term: .unlimited) })
    }

    private static func ask(
        _ kind: PostChange.Kind = .grant, _ post: Post = post, for holder: PostHolder = holder(),
        reason: String = "调令〔2026〕3号", by actor: Actor = sysadmin
    ) throws -> PostChange {
        try PostChange.ask(kind, post, .unlimited, for: holder, reason: reason, id: 1, by: actor, at: now)
    }

    @Test("nobody but a system administrator asks, with a reason, and never for themself")
    func asking() throws {
        #expect(throws: DomainError.forbidden("岗位变动由系统管理员提出。")) { try Self.ask(by: Self.secadmin) }
        #expect(throws: DomainError.forbidden("不能给自己增减岗位，请由另一位系统管理员提出。")) {
            try Self.ask(for: Self.holder(1))
        }
        #expect(throws: DomainError.invalid("reason", "请写明变动的原因，例如调令文号。")) { try Self.ask(reason: " ") }
    }

    @Test("a citizen's account gets no post, and what nobody holds is not taken")
    func impossible() throws {
        #expect(
            refusal { _ = try Self.ask(for: Self.holder(personID: 31)) } == "「zhouqiang」是群众账号，工作人员请另立账号。")
        #expect(refusal { _ = try Self.ask(.revoke) } == "周强没有这个岗位，不用收回。")
    }

    @Test(
        "the three administrators are three persons, and hold nothing else",
        arguments: [
            (Role.sysadmin, Role.secadmin), (.secadmin, .auditadmin), (.auditadmin, .officer),
            (.officer, .sysadmin),
        ])
    func three(_ wanted: Role, _ held: Role) throws {
        #expect(throws: DomainError.conflict("系统、安全、审计管理员只能担任一种，也不能兼任其他岗位。")) {
            try Self.ask(
                .grant, Post(organ: "zwfw", role: wanted),
                for: Self.holder(9, Post(organ: "zwfw", role: held)))
        }
    }

    @Test("whoever asked, whoever it is about and whoever is no security administrator does not decide")
    func deciding() throws {
        var change = try Self.ask()
        let own = Actor(
            accountID: 9, name: "周强", organ: "zwfw", roles: ["secadmin"], channel: "page", address: "")
        let asker = Actor(
            accountID: 1, name: "系统管理员", organ: "zwfw", roles: ["secadmin"], channel: "page", address: "")
        for actor in [own, asker] {
            #expect(throws: DomainError.forbidden("提出人和本人不能审定，请由另一位安全管理员审定。")) {
                try change.approve(for: Self.holder(), remark: "", by: actor, at: Self.now)
            }
        }
        #expect(throws: DomainError.forbidden("岗位变动由安全管理员审定。")) {
            try change.approve(for: Self.holder(), remark: "", by: Self.actor(3, .auditadmin), at: Self.now)
        }
        #expect(throws: DomainError.invalid("remark", "请写明不同意的原因，提出人会看到。")) {
            try change.refuse(remark: "", by: Self.secadmin, at: Self.now)
        }
        #expect(change.state == .open)
    }

    @Test("what has changed meanwhile is looked at again when it is decided")
    func meanwhile() throws {
        var change = try Self.ask(.grant, Post(organ: "zwfw", role: .secadmin))
        #expect(throws: DomainError.self) {
            try change.approve(for: Self.holder(9, Self.post), remark: "", by: Self.secadmin, at: Self.now)
        }
    }

    @Test("it is decided once, and taken back by whoever asked")
    func once() throws {
        var change = try Self.ask()
        #expect(throws: DomainError.forbidden("只有提出人可以撤回。")) {
            try change.withdraw(by: Self.secadmin, at: Self.now)
        }
        try change.approve(for: Self.holder(), remark: "", by: Self.secadmin, at: Self.now)
        #expect(change.state == .approved && change.decided?.accountID == 2)
        #expect(
            refusal { try change.withdraw(by: Self.sysadmin, at: Self.now) } == "这项岗位变动已执行，不能再改。")
    }

    @Test("a term that ends before it begins is refused")
    func term() throws {
        let (day, before) = (Self.now.day, Self.now.day.adding(days: -1))
        #expect(throws: DomainError.invalid("until", "截止日期不能早于开始日期。")) {
            try PostTerm(from: day, until: before)
        }
        let term = try PostTerm(from: day, until: day)
        #expect(term.contains(day) && !term.contains(before) && !term.contains(day.adding(days: 1)))
    }
}
