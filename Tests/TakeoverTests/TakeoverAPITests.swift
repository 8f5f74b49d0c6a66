import CSV
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Refusals
import TestSupport
import Testing

@testable import Takeover

@Suite("迁入的接口")
struct TakeoverAPITests {
    private let house: MovingHouse

    init() async throws { house = try await MovingHouse() }

    private func send(
        _ path: String, as login: String, _ body: String = "", key: String? = nil,
        type: String = "application/json"
    ) async throws -> TestResponse {
        let answer = Answer()
        try await house.visit(as: login) { client in
            var headers: HTTPFields = [.contentType: type, .authorization: "Bearer x"]
            if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
            answer.kept = try await client.execute(
                uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
        }
        return try #require(answer.kept)
    }

    private func receive(_ state: String = "办理中", key: String? = nil) async throws -> TestResponse {
        let row = CSVLine.text([
            "SP-1", "食品经营许可", "肇庆端州星湖餐饮有限公司", "91441202MA4W12346L", "", "", state, "2026-11-09",
            "2026-11-10",
        ])
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
            + MatterColumn.template + row + "\r\n--b--\r\n"
        let system = "%E5%8E%9F%E7%B3%BB%E7%BB%9F"
        return try await send(
            "\(TakeoverPath.api)?kind=cases&system=\(system)", as: "sysadmin", body, key: key,
            type: "multipart/form-data; boundary=b")
    }

    private func id(_ answer: TestResponse) throws -> String {
        let found = answer.text.firstMatch(of: /"id":"(\d+)"/)
        return String(try #require(found?.output.1))
    }

    @Test("少写、写错的字段各说各的；不是管理员不行")
    func refused() async throws {
        let nothing = try await send(TakeoverPath.api, as: "sysadmin", "{}")
        #expect(nothing.status == .unprocessableContent && nothing.text.contains("\"kind\""))
        let noFile = try await send("\(TakeoverPath.api)?kind=cases", as: "sysadmin", "{}")
        #expect(noFile.status == .unprocessableContent && noFile.text.contains("files"))
        #expect(
            try await send("\(TakeoverPath.api)?kind=cases", as: "officer-scjg", "{}").status == .forbidden)
    }

    @Test("试运行、看报告、提交、由另一位审定、撤销，一步步都有")
    func whole() async throws {
        let answer = try await receive(key: "k1")
        #expect(answer.status == .created, "\(answer.text)")
        let id = try id(answer)
        #expect(try await self.id(receive(key: "k1")) == id)
        await house.work()
        let path = "\(TakeoverPath.api)/\(id)"
        try await house.visit(as: "auditadmin") { client in
            #expect(try await client.look(path).text.contains("\"new\":1"))
            let lines = try await client.look("\(path)/lines?verdict=new").text
            #expect(lines.contains("SP-1") && lines.contains("食品经营许可，下一步"))
            #expect(try await client.look("\(path)/lines?verdict=x").status == .unprocessableContent)
        }
        #expect(try await send("\(path)/approval", as: "sysadmin").status == .forbidden)
        #expect(try await send("\(path)/request", as: "sysadmin", key: "k2").status == .created)
        #expect(try await send("\(path)/request", as: "sysadmin", key: "k2").status == .created)
        #expect(try await send("\(path)/request", as: "sysadmin").status == .conflict)
        let refusal = try await send("\(path)/refusal", as: "secadmin", "{\"remark\":\"日期不对\"}")
        #expect(refusal.status == .created && refusal.text.contains("日期不对"))
        #expect(try await send("\(path)/request", as: "sysadmin").status == .created)
        #expect(try await send("\(path)/approval", as: "secadmin").status == .created)
        await house.work()
        #expect(try await send("\(path)/undoing", as: "sysadmin").status == .created)
        await house.work()
        try await house.visit(as: "secadmin") { client in
            let text = try await client.look(path).text
            #expect(text.contains("\"state\":\"undone\""))
        }
    }
}

/// What came back, out of the story.
private final class Answer: @unchecked Sendable { var kept: TestResponse? }
