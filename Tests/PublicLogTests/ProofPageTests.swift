import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import PublicLog

@Suite("验证存证的页面")
struct ProofPageTests {
    @Test("没有表单令牌的提交不受理")
    func withoutToken() async throws {
        let house = try await LogHouse.open(entries: 3)
        try await house.visit { client in
            let answer = try await client.check(proof: "x", token: "forged", cookie: "")
            #expect(answer.status == .forbidden)
        }
    }

    @Test("读不懂的文件在字段旁边说明", arguments: ["", "hello", "c2sp.org/tlog-proof@v1\n"])
    func unreadable(_ text: String) async throws {
        let house = try await LogHouse.open(entries: 3)
        try await house.visit { client in
            let answer = try await client.check(proof: text)
            #expect(answer.status == .unprocessableContent)
            let words = text.isEmpty ? "请选择或粘贴证明文件。" : "证明文件的格式不对，无法读取。"
            #expect(answer.text.contains(words))
        }
    }

    @Test("存证成立：说明记录、位置和意义，并记入日志")
    func holds() async throws {
        let house = try await LogHouse.open(entries: 300)
        let proof = try await house.proof(of: "A7")
        try await house.append(20)
        try await house.visit { client in
            // As a browser sends pasted lines, without the last newline.
            let pasted = proof.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
            let answer = try await client.check(proof: pasted.joined(separator: "\r\n"))
            #expect(answer.status == .ok)
            for words in ["存证成立", "收到了申请。", "第 8 条", "前 300 条", "一致，现有 320 条", "没有"] {
                #expect(answer.text.contains(words), "\(words)")
            }
        }
        let checks = try await house.database.read {
            try Journal.entries(subject: "A7", onlyPublic: false, limit: 10, in: $0)
        }
        #expect(checks.last?.entry.action == "journal.proof_checked")
        #expect(checks.last?.entry.outcome == .done)
    }

    @Test("别的日志的证明不成立")
    func foreign() async throws {
        let (house, other) = (try await LogHouse.open(entries: 3), try await LogHouse.open(entries: 3))
        let proof = try await other.proof(of: "A1")
        try await house.visit { client in
            let answer = try await client.check(proof: proof)
            #expect(answer.status == .ok && answer.text.contains("存证不成立"))
            #expect(answer.text.contains("没有可信密钥的签名。"))
        }
    }

    @Test("日志回退或者分叉以后，旧证明让人看出来")
    func forked() async throws {
        let house = try await LogHouse.open(entries: 3)
        let proof = try await house.proof(of: "A1")
        let rewound = try await LogHouse.open(entries: 0)
        let shown = LogHouse(database: rewound.database, keys: house.keys, sequencer: rewound.sequencer)
        try await shown.visit { client in
            let answer = try await client.check(proof: proof)
            #expect(answer.text.contains("日志现在比当时还短"))
        }
        try await rewound.append(5)
        try await shown.visit { client in
            let answer = try await client.check(proof: proof)
            #expect(answer.text.contains("证明有效，但本站现在的日志与它不符"))
        }
    }

    @Test("反复试的人要等一等")
    func tooOften() async throws {
        let house = try await LogHouse.open(entries: 3)
        try await house.visit { client in
            var statuses: [HTTPResponse.Status] = []
            for _ in 0..<21 { statuses.append(try await client.check(proof: "x").status) }
            #expect(statuses.last == .tooManyRequests)
        }
    }
}

extension LogHouse {
    func proof(of subject: String) async throws -> String {
        let receipt = try await database.read {
            try JournalReceipt.of(subject, action: "case.submitted", for: 0, keys: keys, in: $0)
        }
        return try #require(receipt?.proof).description
    }
}

extension TestClientProtocol {
    /// Hands a proof in, with the token of a form that was just opened.
    fileprivate func check(proof: String, token: String? = nil, cookie: String? = nil) async throws
        -> TestResponse
    {
        let form = try await get("/proofs")
        let found = form.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)
        let visit = form.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        var body = ""
        for (name, value) in [("_csrf", token ?? found.map { String($0.output.1) } ?? ""), ("proof", proof)] {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
        headers[.cookie] = cookie ?? visit
        return try await execute(
            uri: "/proofs", method: .post, headers: headers, body: ByteBuffer(string: body + "--b--\r\n"))
    }
}
