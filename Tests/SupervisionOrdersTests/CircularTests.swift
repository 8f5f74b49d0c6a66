import HTTPTypes
import HummingbirdTesting
import Identity
import Messaging
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Circulars and the views of many orders")
struct CircularTests {
    /// Orders under way of one organ, due on a day; written as they are kept.
    private func orders(
        _ count: Int, due: Instant, stage: String = "working", circulated: Instant? = nil,
        from first: Int64 = 1,
        in house: OrderHouse
    ) async throws {
        let words: String? = circulated == nil ? nil : "通报内容"
        try await house.database.write { tx in
            for id in first..<(first + Int64(count)) {
                try tx.execute(
                    """
                    INSERT INTO supervision_order (id, case_number, title, source, reference, words, lead, stage,
                        due_at, filed_by, filed_by_name, filed_at, circular, circulated_at)
                    VALUES (\(id), \("N\(id)"), \("事项 \(id)"), 'complaint', '', '办', 'zjj', \(stage), \(due), 1,
                        '甲', \(noon), \(words), \(circulated))
                    """)
            }
        }
    }

    @Test("a circular reaches the heads of all organs, who read it and not what the organs reported")
    func circulated() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        let (id, other) = (try await house.order().id, OrderPath.circular("1"))
        let mine = OrderPath.circular(String(id))
        try await house.visit(as: "head-wsjk") { client async throws in
            #expect(try await client.look(OrderPath.circulars).text.contains("还没有通报"))
            #expect(try await client.look(mine).status == .notFound)
            #expect(try await client.look(other).status == .notFound)
        }
        #expect(try await house.press("head-wsjk", "\(path)/circular", "circular=x") == 403)
        #expect(try await house.press("supervisor", "\(path)/circular", "circular=<b>按时完成</b>") == 303)
        for name in ["head-wsjk", "head-scjg", "head-zjj", "officer-zjj", "officer-wsjk"] {
            let account = try await house.account(name).id
            let told = try await house.database.read {
                try Inbox(of: account).messages(after: nil, in: $0).items.filter { $0.subject == mine }
            }
            #expect(told.count == (name == "officer-wsjk" ? 0 : 1), "\(name)")
        }
        try await house.visit(as: "head-wsjk") { client async throws in
            #expect(try await client.look(OrderPath.circulars).text.contains("老旧小区"))
            let page = try await client.look(mine).text
            #expect(page.contains("&lt;b&gt;按时完成") && page.contains("住房和城乡建设局"))
            #expect(try await client.look(path).status == .notFound)
            #expect(try await client.look(OrderPath.circularAPI).text.contains("按时完成"))
        }
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(OrderPath.circulars).status == .forbidden)
        }
    }

    @Test("many circulars are read page by page, the newest first")
    func pages() async throws {
        let house = try await OrderHouse()
        try await orders(32, due: noon, circulated: noon, in: house)
        try await house.visit(as: "head-scjg") { client async throws in
            let first = try await client.look(OrderPath.circulars).text
            #expect(first.contains("事项 32") && !first.contains("事项 2<"))
            let next = try #require(first.firstMatch(of: /href="([^"]*after=[^"]*)"/)?.output.1)
            let second = try await client.look(String(next).replacing("&amp;", with: "&")).text
            #expect(second.contains("事项 2<") && second.contains("事项 1<") && !second.contains("事项 32"))
            #expect(try await client.look("\(OrderPath.circulars)?after=x").status == .badRequest)
        }
    }

    @Test("the board counts all, shows the first of each column and opens to the rest")
    func board() async throws {
        let house = try await OrderHouse()
        try await orders(55, due: noon.adding(seconds: -86_400), in: house)
        try await orders(3, due: noon.adding(seconds: 86_400), stage: "verifying", from: 100, in: house)
        try await house.visit(as: "leader") { client async throws in
            let board = try await client.look("\(OrderPath.orders)?view=board").text
            #expect(board.contains("已超期（55）") && board.contains("办理中（0）") && board.contains("待审核（3）"))
            #expect(board.matches(of: /\/desk\/orders\/\d+"/).count == 23 && board.contains("全部 55 项"))
            let late = try await client.look("\(OrderPath.orders)?column=late").text
            #expect(late.matches(of: /\/desk\/orders\/\d+"/).count == 50 && late.contains("下一页"))
            let verifying = try await client.look("\(OrderPath.orders)?column=verifying").text
            #expect(verifying.matches(of: /\/desk\/orders\/\d+"/).count == 3)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look("\(OrderPath.orders)?view=board").text.contains("没有督办事项"))
        }
    }

    @Test("a month with more than can be drawn says how many there are")
    func month() async throws {
        let house = try await OrderHouse()
        try await orders(302, due: noon.adding(seconds: 86_400), in: house)
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look("\(OrderPath.orders)?view=calendar").text
            #expect(page.contains("共 302 项") && page.contains("最早到期的 300 项"))
        }
    }

    @Test("what was refused to a deputy does not become an order, and nothing of it is kept")
    func refusedProposal() async throws {
        let house = try await OrderHouse()
        let form = "title=修灯&source=proposal&words=三周不亮&lead=zjj&limit=5&reference=代表建议 "
        #expect(try await house.press("supervisor", OrderPath.new, form + "2") == 409)
        #expect(try await house.orders().isEmpty)
        #expect(try await house.press("supervisor", OrderPath.new, form + "3") == 303)
    }
}
