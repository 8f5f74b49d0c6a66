import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Refusals
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Urging an order")
struct OrderUrgingTests {
    private static let sentence = "今天已经催办过，明天再催。"

    private func urgings(_ house: OrderHouse) async throws -> [String: Int] {
        let number = try await house.order().number
        let tasks = try await house.cases.matter(number, for: .system).root.openTasks
        return Dictionary(tasks.map { ($0.organ, $0.urgings) }) { first, _ in first }
    }

    @Test("is once a day for an organ, on the page and by a program; the page says who did and how often")
    func onceADay() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        let program = "\(OrderPath.api)/\(try await house.order().id)/urgings"
        try await house.visit(as: "supervisor") { client async throws in
            #expect(!(try await client.look(path).text.contains("<dt>催办</dt>")))
            #expect(try await client.press("\(path)/urgings", "note=请抓紧").status == .seeOther)
            for _ in 1...2 {
                let again = try await client.press("\(path)/urgings", "note=请抓紧")
                #expect(again.status == .conflict && again.text.contains(Self.sentence), "\(again.text)")
            }
            let sent = try await client.execute(
                uri: program, method: .post, headers: [.contentType: "application/json"],
                body: ByteBuffer(string: "{}"))
            #expect(sent.status == .conflict && sent.text.contains(Self.sentence), "\(sent.text)")
            let page = try await client.look(path).text
            #expect(page.contains("1 次，最近一次：") && page.contains(noon.chinese), "\(page)")
            #expect(page.contains(Self.sentence) && !page.contains("\(path)/urgings"))
        }
        #expect(try await urgings(house) == ["zjj": 1, "xfjy": 1])
        house.time.pass(days: 1)
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
        #expect(try await urgings(house) == ["zjj": 2, "xfjy": 2])
    }

    @Test("reaches an organ that was asked since, and the others not twice")
    func askedSince() async throws {
        let house = try await OrderHouse()
        let path = try await house.begin(OrderTests.form)
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
        #expect(try await house.press("supervisor", "\(path)/parts", "organ=scjg&duty=查处占道") == 303)
        #expect(try await house.press("supervisor", "\(path)/urgings", "note=请抓紧") == 303)
        #expect(try await urgings(house) == ["zjj": 1, "xfjy": 1, "scjg": 1])
    }
}
