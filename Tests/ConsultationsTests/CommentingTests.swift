import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Consultations
@testable import Identity

@Suite("Commenting on a draft")
struct CommentingTests {
    @Test("a thousand identical posts are one comment with its supporters")
    func identical() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        #expect(try await house.say("三十日太短！", on: "p1", one, as: "zhangwei") == .kept(number: 1))
        await #expect(throws: DomainError.conflict("您已经提过同样的意见，不用重复提。")) {
            _ = try await house.say(" 三十日，太短", on: "p1", one, as: "zhangwei")
        }
        #expect(try await house.say("三十日太短。", on: "p1", one, as: "chenjing") == .joined(number: 1))
        await #expect(throws: DomainError.conflict("您已经支持过同样的意见（第 \(1) 条），不用重复提。")) {
            _ = try await house.say("三十日太短", on: "p1", one, as: "chenjing")
        }
        let comment = try await house.database.read { try CommentStore.comment(1, of: one.id, in: $0) }
        #expect(comment.supports == 1 && comment.author == "张*")
    }

    @Test("one person makes only so many, also after withdrawing, and not faster than people write")
    func limits() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        for turn in 1...3 { _ = try await house.say("第\(turn)个意见", one, as: "zhangwei") }
        let account = try await house.account("zhangwei")
        let commenting = Commenting(office: house.office)
        try await commenting.withdraw(
            3, of: one.id, as: account, by: account.actor(channel: "page", address: ""), at: noon)
        await #expect(throws: DomainError.conflict("每人对一份稿子最多提 \(3) 条意见，您可以支持别人的意见。")) {
            _ = try await house.say("第四个意见", one, as: "zhangwei")
        }
        var refused: DomainError?
        for turn in 0..<12 {
            do {
                _ = try await commenting.comment(
                    "话\(turn)", on: "", of: one.id, as: account,
                    by: account.actor(channel: "page", address: ""), at: noon)
            } catch let error as DomainError { refused = error }
        }
        let isTooMany = if case .tooMany = refused { true } else { false }
        #expect(isTooMany)
    }

    @Test("nobody supports twice, nor themselves, nor without a proven name")
    func stuffing() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("多设拾便箱", one, as: "zhangwei")
        await #expect(throws: DomainError.conflict("这是您自己的意见，不能再支持。")) {
            try await house.support(1, one, as: "zhangwei")
        }
        try await house.support(1, one, as: "chenjing")
        await #expect(throws: DomainError.conflict("您已经支持过这条意见，每人只算一次。")) {
            try await house.support(1, one, as: "chenjing")
        }
        await #expect(throws: DomainError.forbidden("请用实名的个人账号提意见：每人算一次，公布时只写姓氏。")) {
            try await house.support(1, one, as: "officer-cgj")
        }
        let comment = try await house.database.read { try CommentStore.comment(1, of: one.id, in: $0) }
        #expect(comment.supports == 1)
    }

    @Test(
        "after the end nothing is taken, supported or taken back; nothing empty, too long or beside the draft before"
    )
    func refused() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("登记要免费", on: "p1", one, as: "zhangwei")
        let late = noon.adding(seconds: 31 * 86_400)
        await #expect(
            throws: DomainError.conflict("征求意见已于\(one.facts.closesOn.chinese)截止，不能再提意见。结果会公布在这里。")
        ) { _ = try await house.say("晚了", one, as: "chenjing", at: late) }
        let account = try await house.account("zhangwei")
        await #expect(throws: DomainError.self) {
            try await Commenting(office: house.office).withdraw(
                1, of: one.id, as: account, by: account.actor(channel: "page", address: ""), at: late)
        }
        for (words, anchor) in [("！！！", ""), (String(repeating: "长", count: 201), ""), ("好的", "p9")] {
            await #expect(throws: DomainError.self) {
                _ = try await house.say(words, on: anchor, one, as: "chenjing")
            }
        }
    }

    @Test("who withdraws what others support takes their name away and not the words")
    func withdrawal() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("多设拾便箱", one, as: "zhangwei")
        _ = try await house.say("别设拾便箱", one, as: "chenjing")
        try await house.support(1, one, as: "chenjing")
        for (number, name) in [(1, "zhangwei"), (2, "chenjing")] {
            let account = try await house.account(name)
            let other = try await house.account("liuyuxin")
            await #expect(throws: DomainError.notFound("没有这条意见，或者已经撤回。")) {
                try await Commenting(office: house.office).withdraw(
                    number, of: one.id, as: other, by: other.actor(channel: "page", address: ""), at: noon)
            }
            try await Commenting(office: house.office).withdraw(
                number, of: one.id, as: account, by: account.actor(channel: "page", address: ""), at: noon)
        }
        let (first, second) = try await house.database.read {
            (try CommentStore.comment(1, of: one.id, in: $0), try CommentStore.comment(2, of: one.id, in: $0))
        }
        #expect(first.state == .shown && first.author.isEmpty && first.words == "多设拾便箱")
        #expect(second.state == .withdrawn && second.words.isEmpty)
        #expect(try await house.say("别设拾便箱", one, as: "liuyuxin") == .kept(number: 3))
    }
}
