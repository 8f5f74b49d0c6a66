import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("诉求的接口")
struct RequestAPITests {
    private static let root = "/api/v1/service-requests"
    private static let said = #"""
        {"category":"roads","kind":"help","title":"城东街道文明路路灯不亮","content":"文明路 12 号门前三盏路灯不亮，请尽快修。",
         "division":"441202001","point":{"lon":112.47,"lat":23.05}}
        """#

    @Test("同一个键再发一次得到第一次的答复，换一个键才说已经提交过，键不能用于别的内容")
    func replay() async throws {
        let house = try await House()
        try await house.visit(as: "zhangwei") { client async throws in
            let made = try await client.call(Self.root, Self.said)
            #expect(made.status == .created && made.text.contains("query_code"), "\(made.text)")
            let again = try await client.call(Self.root, Self.said)
            #expect(again.status == .created && again.text == made.text, "\(again.text)")
            let other = try await client.call(Self.root, Self.said, key: "2")
            #expect(other.status == .unprocessableContent && other.text.contains("同样的内容您已经提交过"))
            let changed = try await client.call(Self.root, Self.said.replacing("三盏", with: "四盏"))
            #expect(changed.status == .conflict && changed.text.contains("幂等键"))
        }
        #expect(try await house.many() == 1)
        let stranger = try await house.visit(as: nil) { try await $0.call(Self.root, Self.said).status }
        #expect(stranger == .unauthorized)
    }

    @Test("同一个键同时发好几次，只有一件，都得到它的编号；受保护的也一样")
    func together() async throws {
        let house = try await House()
        let protected = Self.said.replacing("roads", with: "conduct").replacing("help", with: "report")
            .replacing("请尽快修", with: "巡查的人收了钱不修")
        for (place, body) in [Self.said, protected].enumerated() {
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await house.visit(as: "zhangwei") {
                            let answer = try await $0.call(Self.root, body, key: "k\(place)")
                            return "\(answer.status.code) \(answer.text)"
                        }
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(answers.count == 1 && answers.first?.hasPrefix("201") == true, "\(answers)")
            #expect(try await house.many() == place + 1)
        }
    }

    @Test("什么都没写的一次说清；不署名的不留下键")
    func faults() async throws {
        let house = try await House()
        try await house.visit(as: "zhangwei") { client async throws in
            let empty = try await client.call(
                Self.root, #"{"category":"","kind":"","title":"","content":""}"#)
            #expect(empty.status == .unprocessableContent)
            for field in ["category", "kind", "title", "content"] {
                #expect(empty.text.contains("\"\(field)\""), "\(field)")
            }
            let unnamed = Self.said.replacing("\"division\"", with: "\"is_anonymous\":true,\"division\"")
                .replacing("roads", with: "conduct").replacing("help", with: "report")
            #expect(try await client.call(Self.root, unnamed, key: "3").status == .created)
        }
        let kept = try await house.database.read {
            try $0.count("SELECT count(*) FROM idempotency_key /* all */")
        }
        #expect(kept == 0)
    }
}

extension TestClientProtocol {
    func call(_ path: String, _ json: String, key: String = "1") async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }
}

extension House {
    func many() async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM service_request /* all */") }
    }
}
