import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("What readers report")
struct ReportTests {
    @Test("a report ends when the author deletes the post, and who reported it is told")
    func deleted() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let post = try await house.open("路灯不亮，请修", as: "zhangwei").post
        try await Self.report(post, as: "zhouting", house)
        try await house.delete(post, as: "zhangwei")
        #expect(try await Self.reported(house).isEmpty)
        #expect(try await house.told("zhouting") == ["您举报的帖子作者已经删除，谢谢。"])
    }

    @Test("a report ends when what the post was changed to is refused")
    func refused() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let post = try await house.open("路灯不亮，请修", as: "zhangwei").post
        try await Self.report(post, as: "zhouting", house)
        let own = try await house.account("zhangwei")
        let outcome = try await Posting(office: house.office).edit(
            post, to: "刷 单 日结，速来", as: own, by: own.actor(channel: "page", address: ""),
            at: noon.adding(seconds: 60))
        #expect(outcome.isWaiting)
        #expect(try await Self.reported(house) == [post])
        try await Moderating(office: house.office).refuse(
            post, because: "repeated", alike: false, by: try await house.actor("hotline"), at: noon)
        #expect(try await Self.reported(house).isEmpty)
        #expect(try await house.told("zhouting") == ["您举报的帖子已经处理，谢谢。"])
    }

    @Test("one that was left open ends on the page of its post, and never that of a post to be read")
    func concluded() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let post = try await house.open("路灯不亮，请修", as: "zhangwei").post
        try await Self.report(post, as: "zhouting", house)
        let page = ForumPath.post(String(post))
        try await house.visit(as: "hotline") { client async throws in
            #expect(try await client.press("\(page)/conclusion").status == .conflict)
            // As a program before this one left it.
            try await house.database.write { tx in
                _ = try tx.execute("UPDATE forum_post SET state = 'deleted', words = '' WHERE id = \(post)")
            }
            #expect(try await client.look(page).text.contains("结束举报"))
            #expect(try await client.press("\(page)/conclusion").status == .seeOther)
        }
        #expect(try await Self.reported(house).isEmpty)
    }

    @Test("more posts than fit on a page are all reached, each once")
    func pages() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let topic = try await house.open("路灯不亮，请修", as: "zhangwei").topic
        let names = ["zhouting", "liuyuxin"]
        for name in names { try await house.trust(name) }
        let members = try await Self.members(names, house)
        try await house.database.write { tx in
            for _ in 0..<25 {
                let id = tx.ids.next()
                try PostStore.insert(
                    Post(
                        id: id, topicID: topic, memberID: members[0], organ: nil, writtenBy: 7,
                        isFirst: false, words: "回复", digest: "d", state: .shown, createdAt: noon), in: tx)
                for member in members {
                    _ = try ReportStore.insert(
                        id, by: member, reason: "rumour", words: "", at: noon, in: tx)
                }
            }
        }
        let (first, second) = try await house.database.read { tx in
            let first = try QueueStore.reported(after: nil, in: tx)
            return (first, try QueueStore.reported(after: first.next, in: tx))
        }
        let seen = (first.items + second.items).map(\.line.post.id)
        #expect(first.items.count == 20 && seen.count == 25 && Set(seen).count == 25)
        #expect(first.items.allSatisfy { $0.reports.count == 2 } && second.next == nil)
        let next = try #require(first.next)
        try await house.visit(as: "hotline") { client async throws in
            #expect(try await client.look(ForumPath.desk).text.contains("reported=\(next)"))
            let last = try await client.look("\(ForumPath.desk)?reported=\(next)").text
            #expect(last.contains("路灯不亮怎么办") && !last.contains("后面的举报"))
        }
    }

    @Test("a hidden topic whose author deletes it is opened to nobody, nor is what others said in it")
    func hiddenTopic() async throws {
        let house = try await ForumHouse()
        for name in ["zhangwei", "zhouting"] { try await house.trust(name) }
        let said = try await house.open("邻居老王欠钱不还", as: "zhangwei")
        try await house.reply("我也认识老王", to: said.topic, as: "zhouting")
        try await Moderating(office: house.office).hide(
            said.post, because: "privacy", by: try await house.actor("hotline"), at: noon)
        try await house.delete(said.post, as: "zhangwei")
        #expect(try await house.post(said.post).words.isEmpty)
        let status = try await house.visit { try await $0.look(ForumPath.topic(String(said.topic))).status }
        #expect(status == .notFound)
    }

    private static func report(_ post: Int64, as name: String, _ house: ForumHouse) async throws {
        _ = try await Posting(office: house.office).report(
            post, reason: "rumour", words: "", as: try await house.account(name),
            by: try await house.actor(name), at: noon)
    }

    private static func reported(_ house: ForumHouse) async throws -> [Int64] {
        try await house.database.read { tx in
            try QueueStore.reported(after: nil, in: tx).items.map(\.line.post.id)
        }
    }

    private static func members(_ names: [String], _ house: ForumHouse) async throws -> [Int64] {
        var members: [Int64] = []
        for name in names { members.append(try #require(try await house.account(name).personID)) }
        return members
    }
}
