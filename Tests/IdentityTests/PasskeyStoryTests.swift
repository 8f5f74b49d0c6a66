import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@testable import Identity

@Suite("通行密钥") struct PasskeyStoryTests {
    /// Somebody who has signed in by password and made a passkey.
    private func enrol(_ device: PasskeyDevice, _ account: String, _ client: any TestClientProtocol)
        async throws
        -> TestBrowser
    {
        let browser = TestBrowser(client)
        _ = try await browser.signIn(account)
        let page = try await browser.get("/account/passkeys/new").text
        let answer = try await browser.submit(
            "/account/passkeys", from: "/account/passkeys/new",
            ["credential": device.create(page), "name": "我的手机"])
        #expect(answer.location == "/account/passkeys")
        return browser
    }

    private func signIn(_ device: PasskeyDevice, _ client: any TestClientProtocol) async throws
        -> (TestBrowser, TestResponse)
    {
        let browser = TestBrowser(client)
        let page = try await browser.get("/sign-in").text
        return (
            browser,
            try await browser.submit("/sign-in/passkey", ["credential": device.get(page), "next": "/mine"])
        )
    }

    @Test("a made-up answer, another site's, one nobody verified and an unknown key: none gets in")
    func refused() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let device = PasskeyDevice()
            _ = try await enrol(device, "zhangwei", client)
            var elsewhere = device
            elsewhere.origin = "https://minben.example.evil.test"
            var untouched = device
            untouched.flags = 0x01
            for bad in [elsewhere, untouched, PasskeyDevice()] {
                let (browser, answer) = try await signIn(bad, client)
                #expect(answer.status == .unprocessableContent)
                #expect(browser.cookies["minben_session"] == nil)
            }
            let browser = TestBrowser(client)
            for rubbish in ["", "{}", String(repeating: "x", count: 40_000)] {
                let answer = try await browser.submit("/sign-in/passkey", ["credential": rubbish])
                #expect(answer.status == .unprocessableContent)
            }
        }
        #expect(try await installation.actions().filter { $0 == "session.refused" }.count == 6)
    }

    @Test("an answer that was overheard signs nobody in a second time, nor in another browser")
    func replay() async throws {
        try await TestInstallation().browse { client in
            let device = PasskeyDevice()
            _ = try await enrol(device, "zhangwei", client)
            let browser = TestBrowser(client)
            let overheard = try device.get(try await browser.get("/sign-in").text)
            let thief = TestBrowser(client)
            #expect(try await thief.submit("/sign-in/passkey", ["credential": overheard]).status == .conflict)
            #expect(try await browser.submit("/sign-in/passkey", ["credential": overheard]).location == "/")
            _ = try await browser.submit("/sign-out", from: "/account/passkeys", [:])
            #expect(
                try await browser.submit("/sign-in/passkey", ["credential": overheard]).status == .conflict)
        }
    }

    @Test("a copied authenticator is refused, and its owner hears of it")
    func copied() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            var device = PasskeyDevice(signCount: 4)
            _ = try await enrol(device, "zhangwei", client)
            device.signCount = 3
            let (_, answer) = try await signIn(device, client)
            #expect(answer.status == .unprocessableContent && answer.text.contains("可能已被复制"))
        }
        #expect(installation.told.all.contains { $0.contains("可能被复制") })
    }

    @Test("a passkey signs in without a name, and counts as two factors for staff")
    func signsIn() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let device = PasskeyDevice()
            let browser = try await enrol(device, "officer-scjg", client)
            #expect(try await browser.get("/desk").text == "scjg")
            let (other, answer) = try await signIn(device, client)
            #expect(answer.location == "/mine")
            #expect(try await other.get("/desk").text == "scjg")
            #expect(try await browser.get("/account/passkeys").text.contains("我的手机"))
        }
        #expect(installation.told.all.contains { $0.contains("添加了通行密钥“我的手机”") })
        #expect(try await installation.actions().contains("passkey.enrolled"))
    }

    @Test(
        "staff cannot remove their last second factor; citizens can",
        arguments: [("officer-scjg", HTTPResponse.Status.conflict), ("zhangwei", .seeOther)])
    func removal(account: String, status: HTTPResponse.Status) async throws {
        try await TestInstallation().browse { client in
            let device = PasskeyDevice()
            let browser = try await enrol(device, account, client)
            let list = try await browser.get("/account/passkeys").text
            let path = try #require(list.firstMatch(of: /\/account\/passkeys\/\d+\/removal/))
            let answer = try await browser.submit(String(path.0), from: String(path.0), [:])
            #expect(answer.status == status)
            let (_, later) = try await signIn(device, client)
            #expect(later.status == (status == .conflict ? .seeOther : .unprocessableContent))
        }
    }

    @Test("somebody else's passkey is not there")
    func others() async throws {
        try await TestInstallation().browse { client in
            let browser = try await enrol(PasskeyDevice(), "zhangwei", client)
            let list = try await browser.get("/account/passkeys").text
            let path = try #require(list.firstMatch(of: /\/account\/passkeys\/\d+\/removal/))
            let other = TestBrowser(client)
            _ = try await other.signIn("chenjing")
            #expect(try await other.get(String(path.0)).status == .notFound)
            #expect(
                try await other.submit(String(path.0), from: "/account/password", [:]).status == .notFound)
        }
    }
}
