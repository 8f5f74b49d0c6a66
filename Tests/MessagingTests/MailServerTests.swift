import Foundation
import Testing
import WorkingTime

@testable import Messaging

@Suite("A mail server over SMTP")
struct MailServerTests {
    private let dispatch = Dispatch(
        id: "7", name: "陈静", address: "chenjing@example.cn", subject: "申请已受理", text: "您的「食品经营许可」申请已受理。",
        link: "https://zwfw.example/cases/A")

    private func server(_ port: Int, _ security: MailServer.Security = .none) -> MailServer {
        MailServer(
            name: "mail-1",
            settings: .init(
                address: "smtp://127.0.0.1:\(port)", security: security, user: "", password: "",
                sender: MailSender(name: "端州区政务服务", address: "zwfw@duanzhou.example")),
            clock: { Post.morning })
    }

    @Test("nobody who listens is an outage")
    func unreachable() async throws {
        await #expect(throws: CarrierOutage.self) { try await server(9).send(dispatch, key: "k") }
    }

    @Test("a recipient that does not exist is a refusal, a full box an outage")
    func verdicts() async throws {
        try await StubMailServer(verdict: "550 no such user").serve { port in
            await #expect(throws: CarrierRefusal(status: 550)) {
                try await server(port).send(dispatch, key: "k")
            }
        }
        try await StubMailServer(verdict: "452 full").serve { port in
            await #expect(throws: CarrierOutage("暂时不能接收（452）")) {
                try await server(port).send(dispatch, key: "k")
            }
        }
    }

    @Test("without TLS nothing is sent to a server that is not on this machine")
    func plain() async throws {
        let stub = StubMailServer()
        try await stub.serve { port in
            await #expect(throws: CarrierOutage.self) {
                try await server(port, .startTLS).send(dispatch, key: "k")
            }
        }
        #expect(!stub.lines.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") })
    }

    @Test("a mail arrives whole, and names itself by the key")
    func arrives() async throws {
        let stub = StubMailServer()
        try await stub.serve { port in
            let receipt = try await server(port).send(dispatch, key: "delivery-7")
            #expect(receipt.reference == "delivery-7@duanzhou.example" && !receipt.isDelivered)
        }
        let lines = stub.lines
        #expect(lines.contains("MAIL FROM:<zwfw@duanzhou.example>"))
        #expect(lines.contains("RCPT TO:<chenjing@example.cn>"))
        #expect(lines.contains("Message-ID: <delivery-7@duanzhou.example>"))
        let start = try #require(lines.firstIndex(of: ""))
        let content = lines[(start + 1)...].prefix { $0 != "." }.joined()
        let text = Data(base64Encoded: content).map { String(decoding: $0, as: UTF8.self) }
        #expect(text == "您的「食品经营许可」申请已受理。\n\nhttps://zwfw.example/cases/A\n")
    }

    @Test("a subject can add no line of its own, and long ones are cut between characters")
    func subjects() {
        let word = MailLetter.word("受理\r\nBcc: x@y.cn" + String(repeating: "长", count: 60))
        #expect(
            word.split(separator: "\r\n").allSatisfy {
                $0.hasPrefix("=?UTF-8?B?") || $0.hasPrefix(" =?UTF-8?B?")
            })
        #expect(word.split(separator: "\r\n").allSatisfy { $0.count <= 76 })
        let pieces = word.split(separator: "\r\n").map { $0.trimmingPrefix(" ").dropFirst(10).dropLast(2) }
        let text = pieces.compactMap { Data(base64Encoded: String($0)) }.map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(text.joined() == "受理 Bcc: x@y.cn" + String(repeating: "长", count: 60))
    }

    @Test("the time is China's")
    func dates() {
        #expect(MailLetter.date(Instant(milliseconds: 0)) == "Thu, 1 Jan 1970 08:00:00 +0800")
    }
}
