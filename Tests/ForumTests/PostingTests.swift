import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("Writing on the forum")
struct PostingTests {
    @Test("what is wrong with a new topic is said all at once, in the order of the form")
    func everything() async throws {
        let house = try await ForumHouse()
        let account = try await house.account("zhangwei")
        let posting = Posting(office: house.office)
        let entry = Posting.Entry(words: "", title: "短", board: "none", nickname: "官方客服")
        let actor = account.actor(channel: "page", address: "")
        let error = await #expect(throws: DomainError.self) {
            try await posting.open(entry, as: account, by: actor, at: noon)
        }
        #expect(Self.fields(error) == ["nickname", "board", "title", "words"])
        try await house.trust("chenjing")
        let topic = try await house.open("路灯不亮，请修", as: "chenjing")
        let short = await #expect(throws: DomainError.self) {
            try await posting.reply(
                Posting.Entry(words: " ", nickname: "官"), to: topic.topic, as: account, by: actor, at: noon)
        }
        #expect(Self.fields(short) == ["nickname", "words"])
        #expect(
            try await house.database.read { try MemberStore.member(account.personID ?? 0, in: $0) } == nil)
    }

    private static func fields(_ error: DomainError?) -> [String] {
        guard case .invalid(let fields)? = error else { return [] }
        return fields.map(\.field)
    }

    @Test("without a proven name nobody writes, and a board of enterprises is theirs")
    func writers() async throws {
        let house = try await ForumHouse()
        await #expect(throws: DomainError.forbidden("发言请用实名的个人账号：页面上只显示昵称，真实姓名不公开。")) {
            try await house.open("路灯不亮", as: "officer-cgj")
        }
        await #expect(throws: DomainError.forbidden("「\("企业之声")」由企业的法定代表人和办事人发言，欢迎阅读。")) {
            try await house.open("路灯不亮", as: "luojiaming", board: "business")
        }
        await #expect(throws: DomainError.invalid("nickname", "这个昵称已经有人用了，请换一个。")) {
            try await house.open("路灯不亮", as: "zhangwei", nickname: "星湖边")
            try await house.open("井盖丢了", as: "zhouting", nickname: "星 湖边".filter { !$0.isWhitespace })
        }
    }

    @Test("the posts of a new member wait; after three that were let through they are read at once")
    func trust() async throws {
        let house = try await ForumHouse()
        let moderating = Moderating(office: house.office)
        for turn in 1...3 {
            let said = try await house.open("第\(turn)件事，说得各不相同\(turn)", title: "话题\(turn)号", as: "zhangwei")
            #expect(said.isWaiting)
            #expect(try await house.topics().count == turn - 1)
            let version = try await house.post(said.post).version
            try await moderating.approve(
                said.post, seen: version, by: try await house.actor("hotline"), at: noon)
        }
        let fourth = try await house.open("第四件事", title: "话题四号啊", as: "zhangwei")
        #expect(!fourth.isWaiting)
        #expect(try await house.topics().count == 4)
        #expect(try await house.told("zhangwei").count == 3)
    }

    @Test(
        "a thousand identical posts are one: the same hand is refused, other hands wait, and all are refused at once"
    )
    func identical() async throws {
        let house = try await ForumHouse()
        for name in ["zhangwei", "liuyuxin", "zhouting"] { try await house.trust(name) }
        let first = try await house.open("加紧处理健康路的积水，一下雨就淹", as: "zhangwei")
        let again = try await house.open("加紧处理健康路的积水，一下雨就淹！", as: "zhangwei", at: noon.adding(seconds: 5))
        #expect(again == first)
        await #expect(throws: DomainError.conflict("同样的内容您今天已经发过，不用重复发。")) {
            try await house.open("加紧处理健康路的积水，一下雨就淹", as: "zhangwei", at: noon.adding(seconds: 700))
        }
        let copied = try await house.open("加紧处理健康路的积水一下雨就淹", as: "liuyuxin")
        let like = try await house.open("加紧处理健康路的积水，一下雨就淹啊", as: "zhouting")
        #expect(copied.isWaiting && like.isWaiting)
        #expect(try await house.post(copied.post).flag == "和最近的帖子几乎一样")
        try await Moderating(office: house.office).refuse(
            copied.post, because: "repeated", alike: true, by: try await house.actor("hotline"), at: noon)
        #expect(try await house.post(copied.post).state == .refused)
        #expect(try await house.topics().map(\.topic.id) == [first.topic])
    }

    @Test("nobody writes faster than the rules let")
    func rate() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        for turn in 0..<10 {
            try await house.open(String(repeating: "\(turn)", count: 5), title: "话题第\(turn)号", as: "zhangwei")
        }
        await #expect(throws: DomainError.tooMany("一小时最多发 \(10) 帖，请稍后再来。", retryAfterSeconds: 1_800)) {
            try await house.open("第十一件", as: "zhangwei")
        }
    }

    @Test("links of new members and words of the list wait for a moderator, who reads why")
    func flags() async throws {
        let house = try await ForumHouse()
        let link = try await house.open("看这里 HTTPS://spam.example", as: "zhangwei")
        #expect(try await house.post(link.post).flag == "新成员发的链接")
        try await house.trust("zhouting")
        let word = try await house.open("刷 单 日结，速来", as: "zhouting")
        #expect(try await house.post(word.post).flag == "有需要核对的词语「刷单」")
    }

    @Test("each person agrees once, reports once, and neither with themselves")
    func stuffing() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let post = try await house.open("路灯不亮，请修", as: "zhangwei").post
        let posting = Posting(office: house.office)
        func support(_ name: String) async throws {
            let account = try await house.account(name)
            _ = try await posting.support(post, as: account, by: try await house.actor(name), at: noon)
        }
        await #expect(throws: DomainError.conflict("这是您自己的帖子。")) { try await support("zhangwei") }
        await #expect(throws: Posting.nameless) { try await support("officer-cgj") }
        try await support("zhouting")
        await #expect(throws: DomainError.conflict("您已经赞同过，每人只算一次。")) { try await support("zhouting") }
        let counts = try await house.database.read { try SupportStore.counts(of: [post], in: $0) }
        #expect(counts == [post: 1])
        let (account, actor) = (try await house.account("zhouting"), try await house.actor("zhouting"))
        _ = try await posting.report(post, reason: "rumour", words: "不实", as: account, by: actor, at: noon)
        await #expect(throws: DomainError.conflict("您已经举报过这条帖子，正在核对。")) {
            _ = try await posting.report(post, reason: "rumour", words: "", as: account, by: actor, at: noon)
        }
    }

    @Test("what others wrote is nobody's to change or to take away")
    func foreign() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let said = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (posting, other) = (Posting(office: house.office), try await house.account("zhouting"))
        await #expect(throws: DomainError.notFound(PostStore.missing)) {
            _ = try await posting.delete(
                said.post, as: other, by: other.actor(channel: "page", address: ""), at: noon)
        }
        let own = try await house.account("zhangwei")
        _ = try await posting.delete(
            said.post, as: own, by: own.actor(channel: "page", address: ""), at: noon)
        #expect(try await house.topics().isEmpty)
        #expect(try await house.post(said.post).words.isEmpty)
    }
}
