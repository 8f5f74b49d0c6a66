import Refusals
import Storage
import Testing
import WorkingTime
import Yams

@testable import Forum

@Suite("The rules of the forum")
struct ForumRuleTests {
    let rules: ForumRules

    init() throws { rules = try ForumRules.read() }

    @Test(
        "no nickname poses as an organ or as who looks after the forum, nor tells who somebody is",
        arguments: [
            "端州区市场监督管理局", "市场监督管理局的小王", "论坛管理员", "官方小助手", "ＧＯＶ12345", "张伟", "张 伟", "1", "", "电话13800001234",
            "<b>hi</b>", "一二三四五六七八九十一二三四五六七", "端州区市监局", "市 监-局", "加微信刷单8866",
        ])
    func posing(_ name: String) {
        #expect(throws: DomainError.self) {
            try Nickname(name, rules: rules.words, organs: ["市场监督管理局"], realName: "张伟")
        }
    }

    @Test("width, case and marks make no other nickname")
    func folded() throws {
        #expect(Nickname.folded("Ａbc-小禾") == Nickname.folded("aBC小禾"))
        for name in ["星湖边", "市民饭局", "大局观"] {
            #expect(
                try Nickname(name, rules: rules.words, organs: ["市场监督管理局"], realName: "张伟").text == name)
        }
    }

    @Test("numbers of persons are covered, and refused with kind words where blanks hide them")
    func personalData() throws {
        #expect(try PostWords("找我 13800001234 聊", longest: 100).text == "找我 138****1234 聊")
        #expect(throws: DomainError.invalid("words", "论坛上人人都看得到，请不要写身份证号、电话和银行卡号，自己的和别人的都不要。")) {
            try PostWords("找我 1 3 8 0 0 0 0 1 2 3 4", longest: 100)
        }
        #expect(throws: DomainError.invalid("words", "请写几句话再发。")) { try PostWords(" ！！ ", longest: 100) }
        #expect(throws: DomainError.self) { try PostWords("有控制字符\u{0}", longest: 100) }
        #expect(throws: DomainError.invalid("words", "最多 \(3) 字，现在有 \(4) 字，可以分几次说。")) {
            try PostWords("一二三四", longest: 3)
        }
    }

    @Test("nobody approves, refuses or hides what they wrote, nor anything twice")
    func judging() throws {
        let reason = try #require(rules.reasons.first)
        var post = Self.post(.waiting)
        #expect(throws: DomainError.forbidden("自己写的帖子由别人审核。")) { try post.approve(by: 7, seen: post.version) }
        #expect(throws: DomainError.conflict("这条帖子刚刚改过，请看过最新的内容再公开。")) {
            try post.approve(by: 8, seen: "0-别的内容")
        }
        try post.approve(by: 8, seen: post.version)
        #expect(throws: DomainError.conflict("这条帖子已经有人处理过。")) { try post.refuse(reason, by: 8) }
        #expect(throws: DomainError.conflict("这条帖子没有被隐藏。")) { try post.unhide(by: 8) }
        try post.hide(reason, by: 8)
        #expect(post.state == .hidden && post.reason == reason.code)
        try post.unhide(by: 9)
        #expect(post.state == .shown && post.reason == nil)
    }

    @Test("words may be changed for some minutes, and what is then flagged waits again")
    func editing() throws {
        var post = Self.post(.shown)
        let words = try PostWords("改成这样", longest: 100)
        #expect(throws: DomainError.conflict("发出 \(15) 分钟以后不能再改，可以再回复一条。")) {
            try post.edit(words, .shown, within: 15, at: noon.adding(seconds: 900))
        }
        try post.edit(words, .waiting("链接"), within: 15, at: noon.adding(seconds: 60))
        #expect(post.state == .waiting && post.flag == "链接" && post.words == "改成这样")
        try post.delete()
        #expect(post.words.isEmpty)
        #expect(throws: DomainError.conflict("这条帖子已经删除。")) { try post.delete() }
    }

    @Test(
        "what a moderator took out of sight stays there when its author deletes it, and is not restored empty"
    )
    func deletedOutOfSight() throws {
        let reason = try #require(rules.reasons.first)
        var hidden = Self.post(.shown)
        try hidden.hide(reason, by: 8)
        try hidden.delete()
        #expect(hidden.state == .hidden && hidden.words.isEmpty)
        #expect(throws: DomainError.conflict("这条帖子已经删除。")) { try hidden.delete() }
        #expect(throws: DomainError.conflict("作者已经删除这条帖子，不能恢复。")) { try hidden.unhide(by: 9) }
        var refused = Self.post(.waiting)
        try refused.refuse(reason, by: 8)
        try refused.delete()
        #expect(refused.state == .refused && refused.words.isEmpty)
    }

    @Test("an appeal is made once, in time, and decided by another")
    func appeals() throws {
        let member = Member(
            id: 1, accountID: 7, nickname: "小禾", approved: 0, joinedAt: noon, blockedUntil: nil)
        let reason = try #require(rules.reasons.first)
        #expect(throws: DomainError.invalid("days", "禁言 1 到 \(180) 天。")) {
            try Block.begin(1, of: member, for: 0, reason, by: 8, rules.limits, at: noon)
        }
        var block = try Block.begin(1, of: member, for: 30, reason, by: 8, rules.limits, at: noon)
        #expect(throws: DomainError.conflict("申诉应在 \(10) 天内提出，现在已经过了。")) {
            try block.appeal("我没有发广告", rules.limits, at: noon.adding(seconds: 11 * 86_400))
        }
        try block.appeal("我没有发广告", rules.limits, at: noon)
        #expect(throws: DomainError.conflict("每次禁言可以申诉一次，您已经申诉过。")) {
            try block.appeal("再说一次吧", rules.limits, at: noon)
        }
        #expect(throws: DomainError.forbidden("申诉由作出禁言的人以外的另一人处理。")) {
            try block.decide(lifting: true, because: "核对过了", by: 8, at: noon)
        }
        try block.decide(lifting: true, because: "核对过了", by: 9, at: noon)
        #expect(block.endedAt == noon)
    }

    @Test("rules that do not fit together are not published")
    func faults() throws {
        let text = try ForumRules.deliveredText().replacing("posts_per_hour: 10", with: "posts_per_hour: 0")
        #expect(try ForumRules.read(text).faults.map(\.chinese) == ["posts_per_hour 应在 1 到 1000 之间。"])
        #expect(rules.faults.isEmpty)
    }

    static func post(_ state: Post.State) -> Post {
        Post(
            id: 1, topicID: 1, memberID: 1, organ: nil, writtenBy: 7, isFirst: true, words: "路灯不亮",
            digest: "d",
            state: state, flag: state == .waiting ? "新成员" : nil, createdAt: noon)
    }
}

extension ForumRules {
    static func read(_ text: String? = nil) throws -> ForumRules {
        try YAMLDecoder().decode(ForumRules.self, from: text ?? deliveredText())
    }
}
