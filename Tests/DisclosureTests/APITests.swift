import Cases
import Codes
import Files
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Disclosure

@Suite("信息公开申请的接口")
struct APITests {
    private static func post(
        _ client: any TestClientProtocol, _ body: String, key: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await client.execute(
            uri: "/api/v1/disclosure-requests", method: .post, headers: headers,
            body: ByteBuffer(string: body))
    }

    @Test("读不懂的、缺项的、不允许的值，说明哪里不对")
    func refused() async throws {
        let house = try await House()
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await Self.post(client, "{").status == .badRequest)
            let empty = try await Self.post(client, #"{"organ":"","content":""}"#)
            #expect(empty.status == .unprocessableContent)
            let medium = try await Self.post(client, #"{"organ":"scjg","content":"abcdef","medium":"fax"}"#)
            #expect(medium.status == .unprocessableContent && medium.text.contains("medium"))
        }
    }

    @Test("同一个键只产生一件；答复以后读得到答复和文件")
    func filed() async throws {
        let house = try await House()
        let body = #"{"organ":"scjg","content":"2025年食品抽检结果"}"#
        let number = try await house.visit(as: "zhangwei") { client async throws in
            let first = try await Self.post(client, body, key: "k1")
            let second = try await Self.post(client, body, key: "k1")
            #expect(first.status == .created && first.text == second.text)
            let list = try await client.look("/api/v1/disclosure-requests")
            #expect(list.text.contains(#""next":null"#))
            return String(first.text.firstMatch(of: /"number":"(\d{21})"/)?.output.1 ?? "")
        }
        try await house.answer(number)
        try await house.visit(as: "zhangwei") { client async throws in
            let answered = try await client.look("/api/v1/disclosure-requests/\(number)")
            #expect(answered.text.contains(#""kind":"public""#) && answered.text.contains("/documents/"))
        }
    }
}
