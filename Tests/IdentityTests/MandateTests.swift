import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("A mandate of an enterprise")
struct MandateTests {
    private static let now = Instant(milliseconds: 1_795_752_000_000)
    private static let xinghu = Mandate.Enterprise(
        code: "91441202MA4W12346L", name: "肇庆端州星湖餐饮有限公司", representativeID: 21)
    private static let chenJing = Mandate.Side(accountID: 2, name: "陈静")
    private static let zhangWei = Mandate.Side(accountID: 1, name: "张伟")

    private static func grant(
        person: Int64? = 21, to agent: Mandate.Side = zhangWei, _ scope: Mandate.Scope = .everything,
        days: ClosedRange<Int> = 0...30
    ) throws -> Mandate {
        let term = try PostTerm(
            from: now.day.adding(days: days.lowerBound), until: now.day.adding(days: days.upperBound))
        return try .grant(
            for: xinghu, from: chenJing, person: person, to: agent, scope, term, id: 7, at: now)
    }

    @Test("comes from nobody but the legal representative", arguments: [nil, 22])
    func who(_ person: Int64?) {
        #expect(throws: DomainError.forbidden("只有法定代表人（经营者）本人可以授权他人代表该单位办事。")) {
            try Self.grant(person: person)
        }
    }

    @Test("goes to somebody else, names services when it is not for all, and ends within three years")
    func what() {
        #expect(throws: DomainError.invalid("identity", "您本人就是法定代表人，不需要授权。")) {
            try Self.grant(to: Self.chenJing)
        }
        #expect(refusal { _ = try Self.grant(.services([])) } == "请选择 1 到 20 个事项，或者选“全部事项”。")
        #expect(refusal { _ = try Self.grant(days: -5 ... -1) } == "截止日期已经过去。")
        #expect(refusal { _ = try Self.grant(days: 0...1_096) } == "一次授权最长三年，到期可以再授权。")
    }

    @Test("is refused once for everything that is wrong with it, and looks up nobody for a stranger")
    func allAtOnce() {
        let unknown = DomainError.invalid("identity", "没有这个人。")
        func wrong(_ person: Int64) throws {
            _ = try Mandate.grant(
                for: Self.xinghu, from: Self.chenJing, person: person, to: { throw unknown }(),
                .services([]), .unlimited, id: 7, at: Self.now)
        }
        #expect { try wrong(21) } throws: { error in
            guard case DomainError.invalid(let errors) = error else { return false }
            return errors.map(\.field) == ["identity", "services", "from", "until"]
        }
        #expect(throws: DomainError.forbidden("只有法定代表人（经营者）本人可以授权他人代表该单位办事。")) { try wrong(22) }
    }

    @Test("is ended once, by either side, and is not there for anybody else")
    func end() throws {
        var mandate = try Self.grant()
        let stranger = Mandate.Side(accountID: 9, name: "刘雨欣")
        #expect(throws: DomainError.notFound("没有这项授权，可能链接不完整。")) {
            try mandate.end(by: stranger, person: 77, at: Self.now)
        }
        var givenUp = mandate
        try givenUp.end(by: Self.zhangWei, person: 1, at: Self.now)
        #expect(givenUp.ended?.accountID == 1 && !givenUp.isInForce(on: Self.now.day))
        try mandate.end(by: Self.chenJing, person: 21, at: Self.now)
        #expect(throws: DomainError.conflict("这项授权已经失效。")) {
            try mandate.end(by: Self.zhangWei, person: 1, at: Self.now)
        }
    }
}
