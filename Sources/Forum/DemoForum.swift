import Government
import Identity
import Journal
import Storage
import Wordings
import WorkingTime

extension Forum {
    /// A few topics, one with an answer of an organ, one that waits, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-forum")
            guard try tx.row("SELECT id FROM forum_topic LIMIT 1") == nil else { return }
            for (account, nickname) in [
                ("zhangwei", "城东老张"), ("liuyuxin", "小禾"), ("zhouting", "星湖边"), ("luojiaming", "新来的"),
            ] {
                try DemoForum(now: now).join(account, nickname, in: tx)
            }
            for story in DemoTopic.all { try DemoForum(now: now).tell(story, in: tx) }
        }
    }
}

/// A topic of the sample district.
private struct DemoTopic {
    let board: String
    let title: String
    /// Who says what; with an organ's key in front of a colon, in its name.
    let says: [(who: String, words: String)]
    let daysAgo: Int
    var flag: String?

    static let all = [
        DemoTopic(
            board: "city", title: "江滨路的路灯能不能早点亮",
            says: [
                ("zhangwei", "入冬以后六点天就黑了，江滨路的路灯要到六点四十才亮。\n\n跑步的人很多，看不清台阶。"),
                ("zhouting", "> 城东老张：\n> 江滨路的路灯要到六点四十才亮\n\n我也碰到过，尤其是下坡那一段。"),
                ("organ:cgj", "您好。江滨路路灯按季节定时，本周五起提前到十七点五十分开灯。感谢提醒。"),
            ], daysAgo: 6),
        DemoTopic(
            board: "service", title: "给孩子办居住证，一次办好的经验",
            says: [
                ("liuyuxin", "先在网上填好再去窗口，只带了户口本和租房合同，二十分钟办完。\n\n没有租房合同的，房东写一份住宿证明也行。"),
                ("luojiaming", "谢谢，正好要办。请问周六能办吗？"),
                ("liuyuxin", "周六上午可以，要先预约。"),
            ], daysAgo: 3),
        DemoTopic(
            board: "city", title: "健康路菜市场门口的垃圾桶太少",
            says: [("zhouting", "早市收摊以后满地菜叶，只有两个桶，希望多放几个。")], daysAgo: 1),
        DemoTopic(
            board: "school", title: "请问小学一年级学位怎么查", says: [("luojiaming", "刚搬来端州，想提前了解学区划分，在哪里能查到？")],
            daysAgo: 0, flag: "新成员的帖子先审后发"),
    ]
}

private struct DemoForum {
    let now: Instant

    func join(_ name: String, _ nickname: String, in tx: Transaction) throws {
        guard let account = try Accounts.account(named: name, on: now.day, in: tx),
            let person = account.personID
        else { return }
        let approved = name == "luojiaming" ? 0 : 5
        try tx.execute(
            """
            INSERT INTO forum_member (id, account_id, nickname, folded, approved, joined_at)
            VALUES (\(person), \(account.id), \(nickname), \(Nickname.folded(nickname)), \(approved),
                \(now.adding(seconds: -20 * 86_400)))
            ON CONFLICT DO NOTHING
            """)
    }

    func tell(_ story: DemoTopic, in tx: Transaction) throws {
        var topic: Int64?
        for (place, saying) in story.says.enumerated() {
            let at = now.adding(seconds: -story.daysAgo * 86_400 - 7_200 + place * 1_800)
            guard let post = try post(saying, story, to: topic, at: at, in: tx) else { return }
            if topic == nil, let member = post.memberID {
                topic = post.id
                try TopicStore.insert(
                    Topic(
                        id: post.id, board: story.board, memberID: member, title: story.title,
                        state: post.state, createdAt: at, lastAt: at), in: tx)
            }
            try PostStore.insert(post, in: tx)
            try TopicStore.stir(post.topicID, at: at, in: tx)
        }
    }

    private func post(
        _ saying: (who: String, words: String), _ story: DemoTopic, to topic: Int64?, at: Instant,
        in tx: Transaction
    ) throws -> Post? {
        let id = tx.ids.next()
        if saying.who.hasPrefix("organ:") {
            let organ = String(saying.who.dropFirst("organ:".count))
            return .official(saying.words, organ: organ, by: 0, to: topic ?? id, id: id, at: at)
        }
        guard let account = try Accounts.account(named: saying.who, on: now.day, in: tx) else { return nil }
        return Post(
            id: id, topicID: topic ?? id, memberID: account.personID, organ: nil, writtenBy: account.id,
            isFirst: topic == nil, words: saying.words, digest: Wording.digest(saying.words),
            state: story.flag == nil ? .shown : .waiting, flag: story.flag, createdAt: at)
    }
}
