import Journal
import Refusals
import Testing
import Web
import WorkingTime

@testable import Identity

@Suite("What roles may do is changed by two administrators")
struct GrantChangeTests {
    private static let now = Instant(milliseconds: 1_795_752_000_000)
    private static let today = now.day
    private static let sysadmin = actor(1, .sysadmin), secadmin = actor(2, .secadmin)
    private static let counter = Power("counter.file", "窗口代办", .matters)
    private static let export = Power("audit.export", "导出审计日志", .audit)

    private static func actor(_ id: Int64, _ roles: Role...) -> Actor {
        Actor(
            accountID: id, name: "某人", organ: "zwfw", roles: roles.map(\.rawValue), channel: "page",
            address: "")
    }

    private static func ask(
        _ power: Power = counter, _ after: GrantTerms? = GrantTerms(.own), for role: Role = .officer,
        from day: CivilDate = today, reason: String = "三定方案", by actor: Actor = sysadmin
    ) throws -> GrantChange {
        try GrantChange.ask(
            power, after, for: role, from: day, reason: reason, in: .delivered, id: 7, by: actor, at: now)
    }

    @Test("nobody but a system administrator asks, with a reason, and not for the past")
    func asking() throws {
        #expect(throws: DomainError.forbidden("权限变动由系统管理员提出。")) { try Self.ask(by: Self.secadmin) }
        #expect(throws: DomainError.invalid("reason", "请写明变动的原因。")) { try Self.ask(reason: " ") }
        #expect(throws: DomainError.invalid("from", "生效日期不能早于今天。")) {
            try Self.ask(from: Self.today.adding(days: -1))
        }
    }

    @Test("nobody asks or decides about their own role")
    func ownRole() throws {
        let own = DomainError.forbidden("不能变动自己岗位的权限。")
        let calendar = Power("calendar.edit", "公布工作日历", .system)
        #expect(throws: own) { try Self.ask(calendar, nil, for: .sysadmin) }
        let reset = Power("password.reset", "重置密码", .security)
        var change = try Self.ask(reset, nil, for: .secadmin)
        #expect(throws: own) {
            try change.approve(reset, in: .delivered, after: 0, remark: "", by: Self.secadmin, at: Self.now)
        }
        #expect(throws: own) { try change.refuse(remark: "不行", by: Self.secadmin, at: Self.now) }
    }

    @Test(
        "what belongs to one of the three administrators is given to nobody else",
        arguments: [
            (Power.Branch.system, Role.auditadmin), (.security, .auditadmin), (.audit, .officer),
            (.administration, .head), (.matters, .auditadmin), (.matters, .secadmin),
        ])
    func apart(_ branch: Power.Branch, _ role: Role) {
        let power = Power("x.y", "某事", branch)
        let scope: GrantScope = branch == .matters ? .own : .district
        let words = refusal { _ = try Self.ask(power, GrantTerms(scope), for: role) }
        #expect(words == "「某事」\(branch.keepers)，不能授予\(role.chinese)。")
    }

    @Test("what is needed to undo a change is never taken")
    func noLockOut() {
        let kept = Power("grant.read", "查看权限变动", .administration, isKept: true)
        #expect(refusal { _ = try Self.ask(kept, nil, for: .auditadmin) } == "收回「查看权限变动」以后谁也无法改正，不能收回。")
    }

    @Test("nothing changes into itself, and nobody without a post is given anything")
    func nothing() {
        #expect(throws: DomainError.conflict("权限没有变化，不用提出。")) { try Self.ask(for: .clerk) }
        #expect(throws: DomainError.conflict("权限没有变化，不用提出。")) { try Self.ask(Self.counter, nil) }
        #expect(throws: DomainError.invalid("role", "权限只授予岗位，办事群众没有岗位。")) { try Self.ask(for: .citizen) }
    }

    @Test("a scope or a grade goes only with what is about seeing")
    func terms() {
        #expect(refusal { _ = try Self.ask(Self.counter, GrantTerms(.district)) } == "「窗口代办」的范围只能是本部门。")
        #expect(
            refusal { _ = try Self.ask(Self.counter, GrantTerms(.own, .plain)) }
                == "「窗口代办」不涉及查看个人信息，数据级别请选“遮挡”。")
        #expect(throws: Never.self) {
            try Self.ask(.readCases, GrantTerms(.district, .plain), for: .deputy)
        }
    }

    @Test("whoever asked does not decide, whatever they are by then")
    func secondPerson() throws {
        var change = try Self.ask()
        #expect(throws: DomainError.forbidden("权限变动由安全管理员审定。")) {
            try change.approve(
                Self.counter, in: .delivered, after: 0, remark: "", by: Self.actor(3, .sysadmin), at: Self.now
            )
        }
        #expect(throws: DomainError.forbidden("提出人不能审定，请由另一位安全管理员审定。")) {
            try change.approve(
                Self.counter, in: .delivered, after: 0, remark: "", by: Self.actor(1, .secadmin), at: Self.now
            )
        }
        #expect(throws: DomainError.invalid("remark", "请写明不同意的原因，提出人会看到。")) {
            try change.refuse(remark: "", by: Self.secadmin, at: Self.now)
        }
        #expect(throws: DomainError.forbidden("只有提出人可以撤回。")) {
            try change.withdraw(by: Self.secadmin, at: Self.now)
        }
    }

    @Test("what was decided stays decided, and what changed in between is asked for anew")
    func settled() throws {
        var change = try Self.ask()
        let other = Grants([Grant(.officer, "counter.file", GrantTerms(.own))])
        #expect(throws: DomainError.conflict("提出以后这项权限已经变动，请退回，按现在的权限重新提出。")) {
            try change.approve(Self.counter, in: other, after: 3, remark: "", by: Self.secadmin, at: Self.now)
        }
        try change.approve(
            Self.counter, in: .delivered, after: 3, remark: "", by: Self.secadmin, at: Self.now)
        #expect(change.version == 4 && change.state == .approved)
        #expect(refusal { try change.withdraw(by: Self.sysadmin, at: Self.now) } == "这项权限变动已执行，不能再改。")
    }

    @Test("a change counts from its day, never from one that passed, and the latest day wins")
    func days() throws {
        let later = Self.today.adding(days: 5)
        var first = try Self.ask(from: later)
        try first.approve(
            Self.counter, in: .delivered, after: 0, remark: "", by: Self.secadmin,
            at: Self.now.adding(seconds: 9 * 86_400))
        #expect(first.validFrom == Self.today.adding(days: 9))
        #expect(Grants.delivered.applying([first], on: later)[.officer, "counter.file"] == nil)
        let after = Grants.delivered.applying([first], on: Self.today.adding(days: 9))
        #expect(after[.officer, "counter.file"]?.version == 1)
        #expect(after[.clerk, "counter.file"]?.version == 0)
    }
}
