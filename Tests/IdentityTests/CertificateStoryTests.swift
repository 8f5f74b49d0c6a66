import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@testable import Identity

@Suite("数字证书") struct CertificateStoryTests {
    /// In-process requests come from nowhere; the gateway of these tests is there too.
    private func installation(gateway: String = "local") async throws -> TestInstallation {
        try await TestInstallation { $0.certificates = CertificateGateways(addresses: [gateway]) }
    }

    private func headers(
        verified: String = "SUCCESS", subject: String = "CN=李敏,OU=市场监督管理局,C=CN", serial: String = "0A:1B:2C",
        issuer: String = "AB:CD:EF:01"
    ) throws -> HTTPFields {
        var fields: HTTPFields = [:]
        for (name, value) in [
            ("X-Client-Cert-Verify", verified), ("X-Client-Cert-Subject", subject),
            ("X-Client-Cert-Serial", serial), ("X-Client-Cert-Issuer", issuer),
        ] { fields[try #require(HTTPField.Name(name))] = value }
        return fields
    }

    private func bound(_ client: any TestClientProtocol) async throws -> TestBrowser {
        let browser = TestBrowser(client)
        browser.added = try headers()
        _ = try await browser.signIn("officer-scjg")
        let answer = try await browser.submit(
            "/account/certificates", from: "/account/certificates", [:])
        #expect(answer.location == "/account/certificates")
        return browser
    }

    @Test("headers that somebody else wrote are ignored, and the journal keeps that they came")
    func forged() async throws {
        let installation = try await installation(gateway: "192.0.2.200")
        try await installation.browse { client in
            let browser = TestBrowser(client)
            browser.added = try headers()
            browser.added[try #require(HTTPField.Name("X-Forwarded-For"))] = "192.0.2.200"
            let answer = try await browser.submit("/sign-in/certificate", [:])
            #expect(answer.status == .unprocessableContent)
            #expect(browser.cookies["minben_session"] == nil)
        }
        #expect(try await installation.journalText().contains("forged-header"))
    }

    @Test("a certificate that the gateway did not find good, or that is incomplete, is none")
    func notGood() async throws {
        try await installation().browse { client in
            _ = try await bound(client)
            let bad = [
                try headers(verified: "FAILED:revoked"), try headers(verified: "NONE"),
                try headers(subject: ""),
                try headers(serial: "xyz"), try headers(issuer: String(repeating: "A", count: 600)),
            ]
            for fields in bad {
                let browser = TestBrowser(client)
                browser.added = fields
                let answer = try await browser.submit("/sign-in/certificate", [:])
                #expect(answer.status == .unprocessableContent)
            }
        }
    }

    @Test("another serial, another subject, another authority: nobody's")
    func others() async throws {
        try await installation().browse { client in
            _ = try await bound(client)
            let others = [
                try headers(serial: "0A:1B:2D"), try headers(subject: "CN=李敏"),
                try headers(issuer: "AB:CD:EF:02"),
            ]
            for fields in others {
                let browser = TestBrowser(client)
                browser.added = fields
                let answer = try await browser.submit("/sign-in/certificate", [:])
                #expect(answer.text.contains("没有绑定账号"))
            }
        }
    }

    @Test("a bound certificate signs its officer in, and to nobody else's account can it be bound")
    func signsIn() async throws {
        let installation = try await installation()
        try await installation.browse { client in
            _ = try await bound(client)
            let browser = TestBrowser(client)
            browser.added = try headers(serial: "0a1b2c")
            #expect(try await browser.submit("/sign-in/certificate", [:]).location == "/desk")
            #expect(try await browser.get("/desk").text == "scjg")
            let other = TestBrowser(client)
            other.added = try headers()
            _ = try await other.signIn("zhangwei")
            let answer = try await other.submit("/account/certificates", from: "/account/certificates", [:])
            #expect(answer.status == .conflict)
        }
        #expect(try await installation.actions().contains("certificate.enrolled"))
    }
}
