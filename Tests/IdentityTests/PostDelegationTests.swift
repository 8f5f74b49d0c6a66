import Journal
import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("A deputy for somebody who is away")
struct PostDelegationTests {
    private static let now = Instant(milliseconds: 1_795_752_000_000)
    private static let liMin = OrganMember(id: 1, name: "李敏", organ: "scjg", roles: [.officer])
    private static let zhouQiang = OrganMember(id: 2, name: "周强", organ: "scjg", roles: [.officer])

    private static func actor(_ member: OrganMember) -> Actor {
        Actor(
            accountID: member.id, name: member.name, organ: member.organ,
            roles: member.roles.map(\.rawValue), channel: "page", address: "")
    }

    private static func arrange(
        from: OrganMember = liMin, to: OrganMember = zhouQiang, days: ClosedRange<Int> = 0...5,
        reason: String = "年休假", by: OrganMember = liMin
    ) throws -> PostDelegation {
        let term = try PostTerm(
            from: now.day.adding(days: days.lowerBound), until: now.day.adding(days: days.upperBound))
        return try .arrange(from: from, to: to, term, reason: reason, id: 1, by: actor(by), at: now)
    }

    @Test("is arranged by nobody but whoever is away and the head of their organ")
    func who() throws {
        #expect(throws: DomainError.forbidden("只有本人和本部门负责人可以安排代理。")) {
            try Self.arrange(by: Self.zhouQiang)
        }
        let stranger = OrganMember(id: 5, name: "唐文", organ: "zjj", roles: [.head])
        #expect(throws: DomainError.self) { try Self.arrange(by: stranger) }
        let head = OrganMember(id: 4, name: "何丽", organ: "scjg", roles: [.head])
        #expect(try Self.arrange(by: head).arranged.name == "何丽")
    }

    @Test("is a colleague of the same organ, and never an administrator or for one")
    func whom() throws {
        let elsewhere = OrganMember(id: 3, name: "潘晓燕", organ: "zjj", roles: [.officer])
        #expect(throws: DomainError.invalid("deputy", "请选本部门的同事代理。")) { try Self.arrange(to: elsewhere) }
        #expect(throws: DomainError.invalid("deputy", "代理人不能是本人。")) { try Self.arrange(to: Self.liMin) }
        let admin = OrganMember(id: 6, name: "管理员", organ: "scjg", roles: [.secadmin])
        #expect(throws: DomainError.forbidden("系统、安全、审计管理员的岗位不能委托他人代理。")) {
            try Self.arrange(from: admin, by: admin)
        }
        #expect(throws: DomainError.invalid("deputy", "系统、安全、审计管理员不能代理其他岗位。")) {
            try Self.arrange(to: admin)
        }
    }

    @Test("has a beginning, an end that is not past, and no more than half a year between")
    func when() throws {
        #expect(throws: DomainError.invalid("until", "截止日期已经过去。")) { try Self.arrange(days: -9 ... -1) }
        #expect(refusal { _ = try Self.arrange(days: 0...183) } == "代理最长 183 天，更久的请调整岗位。")
        #expect(throws: DomainError.invalid("until", "请写明代理的开始和截止日期。")) {
            try PostDelegation.arrange(
                from: Self.liMin, to: Self.zhouQiang, .unlimited, reason: "年休假", id: 1,
                by: Self.actor(Self.liMin), at: Self.now)
        }
        #expect(try Self.arrange(days: 0...182).isInForce(on: Self.now.day.adding(days: 182)))
    }

    @Test("is ended early by either side, once")
    func ending() throws {
        var delegation = try Self.arrange()
        let stranger = OrganMember(id: 7, name: "王强", organ: "scjg", roles: [.officer])
        #expect(throws: DomainError.forbidden("只有双方本人和本部门负责人可以结束代理。")) {
            try delegation.end(by: Self.actor(stranger), at: Self.now)
        }
        try delegation.end(by: Self.actor(Self.zhouQiang), at: Self.now)
        #expect(!delegation.isInForce(on: Self.now.day))
        #expect(throws: DomainError.conflict("这项代理已经结束。")) {
            try delegation.end(by: Self.actor(Self.liMin), at: Self.now)
        }
    }
}
