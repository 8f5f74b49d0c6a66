import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Leaders instruct about posts of the forum")
struct InstructionTests {
    private static let form = "title=路灯&words=三天内修好&lead=zjj&limit=3"
    private static let path = OrderPath.postInstruction("7")

    @Test("about a post that is not there, or no longer, there is no form and no order")
    func missing() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "leader") { client async throws in
            for post in ["8", "x"] {
                #expect(try await client.look(OrderPath.postInstruction(post)).status == .notFound)
                #expect(
                    try await client.press(OrderPath.postInstruction(post), Self.form).status == .notFound)
            }
            // Hidden between the form and the button.
            #expect(try await client.look(Self.path).status == .ok)
            house.posts.isHidden.withLock { $0 = true }
            #expect(try await client.press(Self.path, Self.form).status == .notFound)
        }
        #expect(try await house.orders().isEmpty && house.posts.noted.withLock { $0.isEmpty })
    }

    @Test(
        "who is no leader does not instruct", arguments: ["officer-zjj", "head-zjj", "supervisor", "hotline"])
    func forbidden(name: String) async throws {
        let house = try await OrderHouse()
        try await house.visit(as: name) { client async throws in
            #expect(try await client.look(Self.path).status == .forbidden)
            #expect(try await client.press(Self.path, Self.form).status == .forbidden)
        }
        #expect(try await house.orders().isEmpty)
    }

    @Test("twice there is one order, and when the forum refuses there is none")
    func twice() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.press(Self.path, Self.form).status == .seeOther)
            let again = try await client.press(Self.path, Self.form)
            #expect(again.status == .conflict && again.text.contains("已经作过批示"))
        }
        #expect(try await house.orders().count == 1)
    }

    @Test("the form shows the post, says what is missing, and the order leads back to it")
    func wholeWay() async throws {
        let house = try await OrderHouse()
        let address = try await house.visit(as: "leader") { client async throws in
            let form = try await client.look(Self.path).text
            #expect(form.contains("value=\"路灯不亮\"") && form.contains("&lt;b&gt;三天了"))
            let wrong = try await client.press(Self.path, "title=路灯&words=&lead=zjj&limit=3")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请写明要求"))
            #expect(wrong.text.contains("&lt;b&gt;三天了") && !wrong.text.contains("来源的编号或名称"))
            let made = try await client.press(Self.path, Self.form + "&source=complaint&reference=别处")
            return try #require(made.headers[.location], "\(made.text)")
        }
        let order = try await house.order()
        #expect(order.source == .instruction && order.reference == "论坛帖子 7" && order.dueAt != nil)
        #expect(house.posts.noted.withLock { $0 } == [7: order.number])
        try await house.visit(as: "officer-zjj") { client async throws in
            let page = try await client.look(address).text
            #expect(page.contains("<a href=\"/forum/7\">论坛帖子</a>") && page.contains("三天内修好"))
        }
        house.posts.isHidden.withLock { $0 = true }
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(address).text.contains("论坛帖子（已经不公开）"))
        }
    }
}

/// A forum with one post.
final class ForumPosts: Sendable {
    let noted = Mutex<[Int64: String]>([:])
    let isHidden = Mutex(false)

    private func require(_ id: Int64) throws {
        guard id == 7, !isHidden.withLock({ $0 }) else { throw DomainError.notFound("没有这条帖子，或者已经不公开。") }
        guard noted.withLock({ $0[id] == nil }) else { throw DomainError.conflict("区领导对这条帖子已经作过批示。") }
    }

    var door: InstructedPosts {
        InstructedPosts(
            find: { id, _, _ in
                try self.require(id)
                return .init(title: "路灯不亮", words: "<b>三天了")
            },
            note: { id, order, _, _, _ in
                try self.require(id)
                self.noted.withLock { $0[id] = order }
            },
            page: { id, _, _, _ in self.isHidden.withLock { $0 } ? nil : "/forum/\(id)" })
    }
}
