import Cases
import Codes
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import SupervisionOrders

@Suite("Orders for programs")
struct OrderAPITests {
    private static let order =
        #"{"title": "窨井盖整治", "source": "complaint", "words": "一周内补齐", "lead": "zjj", "assisting": [{"organ": "xfjy"}], "limit_days": 5}"#

    private func send(
        _ client: any TestClientProtocol, _ path: String, _ body: String, key: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key { headers[try #require(HTTPField.Name("Idempotency-Key"))] = key }
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    @Test("what is wrong is told, a stranger may not, and the same key files once")
    func filing() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(try await send(client, OrderPath.api, Self.order).status == .forbidden)
        }
        try await house.visit(as: "supervisor") { client async throws in
            let wrong = Self.order.replacing("complaint", with: "dream").replacing("zjj", with: "nowhere")
            let refused = try await send(client, OrderPath.api, wrong)
            #expect(refused.status == .unprocessableContent && refused.text.contains("请选择来源。"))
            let duty = String(repeating: "长", count: 501)
            let long = Self.order.replacing(#""xfjy""#, with: #""xfjy", "duty": "\#(duty)""#)
            let cut = try await send(client, OrderPath.api, long)
            #expect(
                cut.status == .unprocessableContent && cut.text.contains("assisting.0.duty"), "\(cut.text)")
            let first = try await send(client, OrderPath.api, Self.order, key: "a")
            let again = try await send(client, OrderPath.api, Self.order, key: "a")
            #expect(first.status == .created && first.text == again.text, "\(again.text)")
            let other = Self.order.replacing("一周", with: "两周")
            #expect(try await send(client, OrderPath.api, other, key: "a").status == .conflict)
        }
        #expect(try await house.orders().count == 1)
    }

    @Test("an organ reports on its own part, once, with evidence")
    func reporting() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await send(client, OrderPath.api, Self.order)
        }
        let path = "\(OrderPath.api)/\(try #require(try await house.orders().first).id)/feedback"
        let report = #"{"organ": "zjj", "words": "已补齐 12 处", "evidence": "端住建〔2026〕9 号"}"#
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await send(client, path, report).status == .forbidden)
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            let empty = report.replacing("端住建〔2026〕9 号", with: " ")
            #expect(try await send(client, path, empty).status == .unprocessableContent)
            let first = try await send(client, path, report, key: "r")
            #expect(first.status == .created && first.text.contains("已补齐 12 处"), "\(first.text)")
            #expect(try await send(client, path, report, key: "r").text == first.text)
            #expect(try await send(client, path, report).status == .conflict)
        }
    }

    @Test(
        "programs share, urge, return, close, circulate and strike off, each once, by the rules of the page")
    func steps() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await send(client, OrderPath.api, Self.order)
        }
        let path = "\(OrderPath.api)/\(try #require(try await house.orders().first).id)"
        try await house.visit(as: "officer-zjj") { client async throws in
            for step in ["urgings", "verification", "circular", "strike-off"] {
                #expect(try await send(client, "\(path)/\(step)", "{}").status == .forbidden, "\(step)")
            }
            let part = #"{"organ": "scjg", "duty": "查处占道"}"#
            let first = try await send(client, "\(path)/parts", part, key: "p")
            #expect(first.status == .created && first.text.contains("查处占道"), "\(first.text)")
            #expect(try await send(client, "\(path)/parts", part, key: "p").text == first.text)
            #expect(try await send(client, "\(path)/parts", part).status == .unprocessableContent)
        }
        try await house.visit(as: "supervisor") { client async throws in
            let early = #"{"outcome": "close", "opinion": "属实"}"#
            #expect(try await send(client, "\(path)/verification", early).status == .conflict)
            #expect(try await send(client, "\(path)/urgings", "{}", key: "u").status == .created)
            #expect(try await send(client, "\(path)/urgings", "{}", key: "u").status == .created)
        }
        for organ in ["zjj", "xfjy", "scjg"] {
            try await house.visit(as: "officer-\(organ)") { client async throws in
                let report = #"{"organ": "\#(organ)", "words": "已办", "evidence": "照片"}"#
                #expect(try await send(client, "\(path)/feedback", report).status == .created)
            }
        }
        try await house.visit(as: "supervisor") { client async throws in
            let wrong = #"{"outcome": "forget", "opinion": "属实"}"#
            #expect(try await send(client, "\(path)/verification", wrong).status == .unprocessableContent)
            let closing = #"{"outcome": "close", "opinion": "属实"}"#
            let closed = try await send(client, "\(path)/verification", closing, key: "v")
            #expect(closed.status == .created && closed.text.contains(#""stage":"closed""#), "\(closed.text)")
            #expect(try await send(client, "\(path)/verification", closing, key: "v").text == closed.text)
            let circular = try await send(client, "\(path)/circular", #"{"circular": "按时完成"}"#)
            #expect(circular.status == .created && circular.text.contains("按时完成"))
            #expect(
                try await send(client, "\(path)/strike-off", #"{"reason": " "}"#).status
                    == .unprocessableContent)
            let struck = try await send(client, "\(path)/strike-off", #"{"reason": "归档"}"#)
            #expect(struck.status == .created && struck.text.contains(#""struck_reason":"归档""#))
        }
    }

    @Test(
        "a leader instructs about a post or a case in a program, once, and nobody else; what is missing leaves no order"
    )
    func instructing() async throws {
        let house = try await OrderHouse()
        let number = try await house.application().number.text
        let words = #"{"title": "路灯", "words": "三天内修好", "lead": "zjj", "limit_days": 3}"#
        let paths = ["/api/v1/forum-posts/7/instructions", "/api/v1/cases/\(number)/instructions"]
        for name in ["supervisor", "officer-zjj"] {
            try await house.visit(as: name) { client async throws in
                for path in paths { #expect(try await send(client, path, words).status == .forbidden) }
            }
        }
        try await house.visit(as: "leader") { client async throws in
            for path in ["/api/v1/forum-posts/8/instructions", "/api/v1/cases/4412020/instructions"] {
                #expect(try await send(client, path, words).status == .notFound, "\(path)")
            }
            for path in paths {
                let empty = words.replacing("三天内修好", with: " ")
                #expect(try await send(client, path, empty).status == .unprocessableContent)
                let first = try await send(client, path, words, key: path)
                let again = try await send(client, path, words, key: path)
                #expect(first.status == .created && first.text == again.text, "\(again.text)")
                #expect(first.text.contains(#""source":"instruction""#), "\(first.text)")
            }
            #expect(try await send(client, paths[0], words).status == .conflict)
        }
        let order = try await house.order()
        #expect(try await house.orders().count == 2 && order.reference == number)
        #expect(house.posts.noted.withLock { $0.count } == 1)
    }

    @Test("a month shows what runs out on its days, and another month does not")
    func month() async throws {
        let house = try await OrderHouse()
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await send(client, OrderPath.api, Self.order)
            let calendar = "\(OrderPath.orders)?view=calendar"
            let shown = try await client.look("\(calendar)&month=2026-12").text
            #expect(shown.contains("2026年12月1日") && shown.contains("窨井盖整治"))
            let other = try await client.look("\(calendar)&month=2027-02").text
            #expect(other.contains("这个月没有到期的督办事项") && !other.contains("窨井盖整治"))
            #expect(try await client.look("\(calendar)&month=2026-99").status == .ok)
        }
    }
}
