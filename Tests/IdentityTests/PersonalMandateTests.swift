import Codes
import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("Acting for a relative")
struct PersonalMandateTests {
    private static let now = Instant(milliseconds: 1_795_752_000_000)
    private static let zhangWei = Mandate.Side(accountID: 1, name: "张伟")
    private static let liang = PersonalMandate.Principal(personID: 31, name: "梁秀英", accountID: 4)
    private static let clerk = Account(
        id: 9, name: "clerk", displayName: "梁小雯", personID: nil,
        posts: [Post(organ: "zwfw", role: .clerk)], entities: [])

    private static func ask(
        _ basis: PersonalMandate.Basis = .consent, for principal: PersonalMandate.Principal = liang,
        days: Int = 30
    ) throws -> PersonalMandate {
        let asked = try PersonalMandate.ask(
            zhangWei, for: principal, .child, .everything,
            PostTerm(from: now.day, until: now.day.adding(days: days)), id: 7, at: now)
        return PersonalMandate(
            id: 7, principal: principal, agent: zhangWei, relation: .child, basis: basis, scope: asked.scope,
            term: asked.term, askedAt: now)
    }

    @Test("is nothing until the other one agrees, and nobody else agrees for them")
    func consent() throws {
        var mandate = try Self.ask()
        #expect(mandate.state(on: Self.now.day) == .waiting)
        #expect(throws: PersonalMandate.unknown) { try mandate.agree(by: 1, at: Self.now) }
        try mandate.agree(by: 4, at: Self.now)
        #expect(mandate.state(on: Self.now.day) == .inForce && mandate.way == .account)
        #expect(mandate.state(on: Self.now.day.adding(days: 31)) == .expired)
        #expect(throws: DomainError.conflict("这项授权已经同意过了。")) { try mandate.agree(by: 4, at: Self.now) }
    }

    @Test(
        "by code: no code, a wrong one, a late one and an eleventh try count for nothing, whatever new codes were sent"
    )
    func codes() throws {
        var mandate = try Self.ask()
        #expect(throws: DomainError.conflict("请先获取验证码。")) {
            try mandate.agree(code: "123456", by: 1, at: Self.now)
        }
        try mandate.send(code: "123456", by: 1, at: Self.now)
        #expect(throws: DomainError.self) { try mandate.send(code: "123457", by: 1, at: Self.now) }
        var late = mandate
        #expect(throws: DomainError.conflict("验证码已失效，请重新获取。")) {
            try late.agree(code: "123456", by: 1, at: Self.now.adding(seconds: 600))
        }
        var tried = mandate
        for _ in 0..<6 { #expect(try !tried.agree(code: "000000", by: 1, at: Self.now)) }
        let later = Self.now.adding(seconds: 60)
        try tried.send(code: "654321", by: 1, at: later)
        for _ in 0..<4 { #expect(try !tried.agree(code: "000000", by: 1, at: later)) }
        #expect(throws: DomainError.conflict("验证码已失效，请重新获取。")) {
            try tried.agree(code: "654321", by: 1, at: later)
        }
        #expect(throws: DomainError.conflict("已经输错 \(10) 次，不能再发，请改用别的方式确认。")) {
            try tried.send(code: "111111", by: 1, at: later.adding(seconds: 60))
        }
        #expect(throws: PersonalMandate.unknown) { try mandate.agree(code: "123456", by: 4, at: Self.now) }
        #expect(try mandate.agree(code: "123456", by: 1, at: Self.now))
        #expect(mandate.way == .code && mandate.state(on: Self.now.day) == .inForce)
    }

    @Test("either side ends it; a ward does not end guardianship, and a clerk says why")
    func ending() throws {
        var mandate = try Self.ask()
        try mandate.agree(by: 4, at: Self.now)
        var other = mandate
        #expect(throws: PersonalMandate.unknown) { try mandate.end(by: 5, at: Self.now) }
        try mandate.end(by: 4, at: Self.now)
        #expect(mandate.state(on: Self.now.day) == .ended)
        #expect(throws: DomainError.conflict("这项授权已经失效。")) { try mandate.end(by: 1, at: Self.now) }
        #expect(throws: DomainError.invalid("reason", "请写明结束的原因和依据，4 到 200 字。")) {
            try other.end(by: Self.clerk, because: " ", at: Self.now)
        }
        try other.end(by: 1, at: Self.now)
        var ward = try Self.ask(.incapacity)
        #expect(throws: DomainError.forbidden("监护关系的变更须到窗口凭材料办理。")) {
            try ward.end(by: 4, at: Self.now)
        }
    }

    @Test("a minor is not of age, and guardianship ends the day before they are")
    func age() throws {
        let (old, young) = try (
            IdentityNumber("441299194110030029"), IdentityNumber("441299202306011046")
        )
        var adult = try Self.ask(.minor)
        #expect(throws: DomainError.invalid("basis", "对方已满十八周岁，不是未成年人。")) {
            try adult.record("户口簿和身份证", of: old, by: Self.clerk, at: Self.now)
        }
        var child = try Self.ask(.incapacity)
        #expect(throws: DomainError.invalid("basis", "对方未满十八周岁，请选择“未成年人监护”。")) {
            try child.record("户口簿和出生医学证明", of: young, by: Self.clerk, at: Self.now)
        }
        var guarded = try Self.ask(.minor)
        #expect(throws: DomainError.invalid("evidence", "请写明核对了哪些证件和材料，4 到 200 字。")) {
            try guarded.record("", of: young, by: Self.clerk, at: Self.now)
        }
        try guarded.record("户口簿和出生医学证明", of: young, by: Self.clerk, at: Self.now)
        #expect(guarded.state(on: Self.now.day) == .inForce && guarded.recordedBy == 9)
    }

    @Test("nobody records what concerns themselves")
    func ownMatter() throws {
        let clerk = Account(
            id: 1, name: "clerk", displayName: "张伟", personID: 5,
            posts: [Post(organ: "zwfw", role: .clerk)], entities: [])
        var mandate = try Self.ask()
        #expect(throws: DomainError.forbidden("与本人有关的授权请由另一位窗口人员登记。")) {
            try mandate.record("双方身份证", of: IdentityNumber("441299194110030029"), by: clerk, at: Self.now)
        }
    }
}
