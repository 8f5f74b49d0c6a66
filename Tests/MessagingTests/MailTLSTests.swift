import Foundation
import Testing
import WorkingTime

@testable import Messaging

/// Where `Tests/Mail/server.py` keeps its certificate, its ports and what was sent to it; nil when none is up.
private let mailFolder = ProcessInfo.processInfo.environment["MINBEN_TEST_MAIL"].map { URL(filePath: $0) }

@Suite("A mail server that wants TLS and a password", .enabled(if: mailFolder != nil))
struct MailTLSTests {
    private struct Received: Decodable {
        let from: String
        let to: [String]
        let subject: String
        let sender: String
        let text: String
        let isEncrypted: Bool
        let isSignedIn: Bool
    }

    private let dispatch = Dispatch(
        id: "7", name: "陈静", address: "chenjing@example.cn",
        subject: "「食品经营许可」申请已经受理，承诺五个工作日办结，请留意办理进度", text: "您的申请已受理。\n共 5 个工作日。",
        link: "https://zwfw.example/cases/A")

    private func folder() throws -> URL { try #require(mailFolder) }

    private func server(_ scheme: String, password: String = "a long pass phrase", isTrusted: Bool = true)
        throws
        -> MailServer
    {
        let folder = try folder()
        let ports = try String(contentsOf: folder.appending(path: "ports"), encoding: .utf8).split(
            separator: " ")
        let isImplicit = scheme == "smtps"
        return MailServer(
            name: "mail-1",
            settings: .init(
                address: "\(scheme)://127.0.0.1:\(ports[isImplicit ? 0 : 1])",
                security: isImplicit ? .tls : .startTLS, user: isImplicit ? "" : "zwfw",
                password: isImplicit ? "" : password,
                sender: MailSender(name: "端州区政务服务", address: "zwfw@duanzhou.example"),
                authorities: isTrusted ? folder.appending(path: "certificate.pem").path : nil),
            clock: { Post.morning })
    }

    @Test(
        "a certificate that nobody vouches for is refused before anything is said",
        arguments: ["smtp", "smtps"])
    func untrusted(scheme: String) async throws {
        let server = try server(scheme, isTrusted: false)
        await #expect(throws: CarrierOutage("邮件服务器的证书不可信，没有发送")) {
            try await server.send(dispatch, key: "untrusted-\(scheme)")
        }
    }

    @Test("a wrong password is an outage that says so, and no refusal of the mail")
    func wrongPassword() async throws {
        let server = try server("smtp", password: "guessed")
        await #expect(throws: CarrierOutage("邮件服务器不接受用户名或密码")) {
            try await server.send(dispatch, key: "wrong-password")
        }
    }

    @Test("another program reads the mail as it was written, sent within TLS", arguments: ["smtp", "smtps"])
    func arrives(scheme: String) async throws {
        let receipt = try await server(scheme).send(dispatch, key: "mail-\(scheme)")
        let file = try folder().appending(path: "\(try #require(receipt.reference)).json")
        let received = try JSONDecoder().decode(Received.self, from: Data(contentsOf: file))
        #expect(received.subject == dispatch.subject && received.sender == "端州区政务服务")
        #expect(
            received.text.replacing("\r\n", with: "\n").hasPrefix(
                "\(dispatch.text)\n\nhttps://zwfw.example/cases/A"))
        #expect(received.from == "zwfw@duanzhou.example" && received.to == [dispatch.address])
        #expect(received.isEncrypted && received.isSignedIn == (scheme == "smtp"))
    }
}
