import HTTPTypes
import HummingbirdTesting
import Refusals
import RequestDoors
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Content

@Suite("Corrections that become requests")
struct CorrectionForwardingTests {
    /// The requests there are, as the other feature would keep them.
    private final class Requests: Sendable {
        let filed = Mutex<[RequestDoor.Entry]>([])
        let standing = Mutex<RequestDoor.Standing?>(nil)

        func door(_ database: @escaping @Sendable () -> Database?) -> RequestDoor {
            RequestDoor(
                choices: {
                    .init(
                        categories: [.init("roads", "道路")], kinds: [.init("help", "求助")],
                        streets: [.init("441202001", "城东街道")])
                },
                file: { [self] entry, _, keeping in
                    guard entry.category == "roads" else {
                        throw DomainError.invalid("category", "请选择是哪方面的事。")
                    }
                    guard let database = database() else { return "" }
                    try await database.write { try keeping("R-1", $0) }
                    filed.withLock { $0.append(entry) }
                    return "R-1"
                },
                standings: { [self] numbers in
                    guard let known = standing.withLock({ $0 }) else { return [:] }
                    return numbers.reduce(into: [:]) { $0[$1] = known }
                }, page: { "/desk/service-requests/\($0)" })
        }
    }

    /// A house with one correction, with the address of its receipt and of its place on the desk.
    private func house(_ requests: Requests) async throws -> (CareHouse, receipt: String, desk: String) {
        let box = Box()
        let house = try await CareHouse(door: requests.door { box.kept.withLock { $0 } })
        box.kept.withLock { $0 = house.database }
        try await house.house.publish(Samples.article("文"), in: try house.column("dynamics"))
        let receipt = try await house.visit { client async throws in
            let sent = try await client.press(
                "/corrections",
                [
                    "page": "/sites/duanzhou/dynamics", "kind": "other", "passage": "路灯已全部修复",
                    "words": "文明路的路灯\n还是不亮",
                ])
            return try #require(sent.headers[.location])
        }
        let id = try await house.database.read { tx in
            try tx.row("SELECT id FROM content_correction WHERE site_id = \(house.site.id)")?.id("id")
        }
        return (house, receipt, CorrectionPath.desk(String(try #require(id))))
    }

    private final class Box: Sendable {
        let kept = Mutex<Database?>(nil)
    }

    @Test("what cannot be chosen is said in the form, and the correction still waits")
    func refused() async throws {
        let requests = Requests()
        let (house, receipt, desk) = try await house(requests)
        try await house.visit(as: "editor") { client async throws in
            let wrong = try await client.press("\(desk)/request", ["category": "none"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请选择是哪方面的事。"))
        }
        try await house.visit { client async throws in
            #expect(try await client.look(receipt).text.contains("编辑会在 3 个工作日内核对并答复"))
        }
        #expect(requests.filed.withLock { $0.isEmpty })
    }

    @Test("with one press it is a request; the reader finds both with the code, the editor the request")
    func forwarded() async throws {
        let requests = Requests()
        let (house, receipt, desk) = try await house(requests)
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(desk).text.contains("转为诉求"))
            let form = ["category": "roads", "kind": "help"]
            #expect(try await client.press("\(desk)/request", form).status == .seeOther)
            let page = try await client.look(desk).text
            #expect(page.contains("/desk/service-requests/R-1") && page.contains("不归本栏目，已转告"))
            #expect(try await client.press("\(desk)/request", form).status == .conflict)
            let answer = ["outcome": "adopted", "answer": "改了"]
            #expect(try await client.press("\(desk)/answer", answer).status == .conflict)
        }
        let entry = try #require(requests.filed.withLock { $0.count == 1 ? $0.first : nil })
        #expect(entry.author == nil && entry.title.hasSuffix("文明路的路灯 还是不亮"))
        #expect(entry.words.contains("路灯已全部修复") && entry.page == receipt)
        requests.standing.withLock { $0 = .init(organ: "cgj", hasEnded: false, answer: nil, address: nil) }
        try await house.visit { client async throws in
            #expect(try await client.look(receipt).text.contains("责任单位正在办理"))
        }
        requests.standing.withLock {
            $0 = .init(organ: "cgj", hasEnded: true, answer: "<b>已修复", address: "/requests/1")
        }
        try await house.visit { client async throws in
            let page = try await client.look(receipt).text
            #expect(page.contains("&lt;b&gt;已修复") && page.contains("/requests/1"))
        }
        #expect(try await house.entries("correction.forwarded").count == 1)
    }

    @Test("when it was answered meanwhile, nothing is filed")
    func answeredMeanwhile() async throws {
        let requests = Requests()
        let (house, _, desk) = try await house(requests)
        try await house.visit(as: "editor") { client async throws in
            let answer = ["outcome": "adopted", "answer": "改了"]
            #expect(try await client.press("\(desk)/answer", answer).status == .seeOther)
            let late = try await client.press("\(desk)/request", ["category": "roads", "kind": "help"])
            #expect(late.status == .conflict)
        }
        #expect(requests.filed.withLock { $0.isEmpty })
    }
}
