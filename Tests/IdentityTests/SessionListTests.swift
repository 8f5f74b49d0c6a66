import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Modules
import Testing
import Web

@testable import Identity

@Suite("登录的设备") struct SessionListTests {
    @Test("somebody else's session cannot be ended, and is not there")
    func others() async throws {
        let installation = try await TestInstallation()
        let chen = try await installation.signIn.open(installation.attempt("chenjing"))
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            #expect(try await !browser.get("/account/sessions").text.contains(chen.session.idHash))
            let answer = try await browser.submit(
                "/account/sessions/\(chen.session.idHash)/end", from: "/account/sessions", [:])
            #expect(answer.status == .notFound)
        }
    }

    @Test("one is ended, all others are ended, this one goes on")
    func ended() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let all = (0..<3).map { _ in TestBrowser(client) }
            for browser in all { _ = try await browser.signIn("zhangwei") }
            let list = try await all[0].get("/account/sessions").text
            #expect(list.matches(of: /\/account\/sessions\/[0-9a-f]{64}\/end/).count == 3)
            _ = try await all[0].submit("/account/sessions/end", from: "/account/sessions", [:])
            #expect(try await all[0].get("/mine").status == .ok)
            for other in all.dropFirst() { #expect(try await other.get("/mine").status == .seeOther) }
        }
    }

    @Test("a session that was planted before signing in is not taken over")
    func fixation() async throws {
        let installation = try await TestInstallation()
        let planted = try await installation.signIn.open(installation.attempt("chenjing")).token.text
        try await installation.browse { client in
            let browser = TestBrowser(client)
            browser.setCookie("minben_session", planted)
            _ = try await browser.submit(
                "/sign-in", from: "/account/sessions",
                ["account": "zhangwei", "password": TestInstallation.password])
            #expect(browser.cookies["minben_session"] != planted)
            #expect(try await browser.get("/mine").text == "张伟")
            let attacker = TestBrowser(client)
            attacker.setCookie("minben_session", planted)
            #expect(try await attacker.get("/mine").text == "陈静")
        }
    }

    @Test("no change of an account's keys is taken from a form that is not ours")
    func crossSite() async throws {
        let installation = try await TestInstallation {
            $0.certificates = CertificateGateways(addresses: ["local"])
        }
        let changes = try installation.identity.module().routes.filter {
            $0.method == .post && $0.channel == .page
        }
        #expect(changes.count > 15)
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            for route in changes {
                let path = route.path.replacing(/\{[^}]+\}/, with: "1")
                #expect(try await browser.post(path, "_csrf=forged").status == .forbidden, "\(path)")
                #expect(try await browser.post(path).status == .forbidden, "\(path)")
            }
        }
    }

    @Test("a new device is told of; the first of all and known ones are not")
    func devices() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let (own, new) = (TestBrowser(client), TestBrowser(client))
            _ = try await own.signIn("zhangwei")
            _ = try await own.submit("/sign-out", from: "/account/sessions", [:])
            _ = try await own.signIn("zhangwei")
            #expect(installation.told.all.isEmpty)
            _ = try await new.signIn("zhangwei")
            #expect(installation.told.all.count == 1)
            #expect(installation.told.all[0].contains("在新的设备上登录"))
        }
    }

    @Test(
        "browsers are called by names that people know",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
                "Windows 上的 Chrome 浏览器"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
                "iPhone 上的 Safari 浏览器"
            ),
            ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 MicroMessenger/8.0", "安卓 上的 微信"),
            ("<script>alert(1)</script>", "未知设备"), ("", "未知设备"),
        ])
    func names(agent: String, name: String) {
        #expect(DeviceName(agent: agent).chinese == name)
    }
}
