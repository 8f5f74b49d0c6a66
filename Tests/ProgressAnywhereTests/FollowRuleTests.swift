import Refusals
import Testing
import WorkingTime

@testable import ProgressAnywhere

@Suite("关注的规则")
struct FollowRuleTests {
    private let owner = Follow.Side(accountID: 1, name: "梁秀英")
    private let follower = Follow.Side(accountID: 2, name: "张伟")

    private func invite(
        _ relation: Follow.Relation? = .child, until: CivilDate? = noon.day.adding(days: 30),
        scope: Follow.Scope = .everything
    ) throws -> Follow {
        try Follow.invite(follower, by: owner, relation, scope, until: until, id: 9, at: noon)
    }

    @Test("不能关注自己，要写明关系和一年以内的截止日期")
    func refused() throws {
        #expect(throws: DomainError.invalid("identity", "这是您本人，自己的办件不需要另外关注。")) {
            try Follow.invite(
                owner, by: owner, .child, .everything, until: noon.day, id: 9, at: noon)
        }
        #expect(throws: DomainError.invalid("relation", "请选择对方是您的什么人。")) { try invite(nil) }
        #expect(throws: DomainError.invalid("until", "请写明截止日期，例如 2027-06-30。")) {
            try invite(until: nil)
        }
        #expect(throws: DomainError.invalid("until", "截止日期已经过去。")) {
            try invite(until: noon.day.adding(days: -1))
        }
        #expect(throws: DomainError.invalid("until", "一次最长一年，到期可以再邀请。")) {
            try invite(until: noon.day.adding(days: 366))
        }
        #expect(try invite(until: noon.day.adding(days: 365)).state(on: noon.day) == .waiting)
    }

    @Test("对方没有同意以前、到期以后、结束以后都看不到")
    func reach() throws {
        var follow = try invite()
        #expect(!follow.reaches(["A"], on: noon.day))
        #expect(throws: Follow.unknown) { try follow.accept(by: 1, at: noon) }
        #expect(throws: Follow.unknown) { try follow.end(by: 3, at: noon) }
        try follow.accept(by: 2, at: noon)
        #expect(throws: DomainError.conflict("您已经同意过了。")) { try follow.accept(by: 2, at: noon) }
        #expect(follow.reaches(["A"], on: noon.day))
        #expect(!follow.reaches(["A"], on: noon.day.adding(days: 31)))
        #expect(follow.state(on: noon.day.adding(days: 31)) == .expired)
        try follow.end(by: 1, at: noon)
        #expect(!follow.reaches(["A"], on: noon.day))
        #expect(throws: DomainError.conflict("这项关注已经结束。")) { try follow.end(by: 2, at: noon) }
        #expect(throws: DomainError.conflict("这项关注已经结束，请对方重新邀请。")) {
            try follow.accept(by: 2, at: noon)
        }
    }

    @Test("只限一个办件的，看不到别的办件；没有同意就结束的是拒绝")
    func oneMatter() throws {
        var follow = try invite(scope: .matter("A"))
        try follow.accept(by: 2, at: noon)
        #expect(follow.reaches(["A", "B"], on: noon.day) && !follow.reaches(["B"], on: noon.day))
        var declined = try invite()
        try declined.end(by: 2, at: noon)
        #expect(declined.state(on: noon.day) == .declined)
        var takenBack = try invite()
        try takenBack.end(by: 1, at: noon)
        #expect(takenBack.state(on: noon.day) == .ended)
    }
}
