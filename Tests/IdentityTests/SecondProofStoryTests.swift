import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("动态口令和再次验证") struct SecondProofStoryTests {
    private func code(_ secret: String, _ installation: TestInstallation) throws -> String {
        try #require(OneTimeCode(base32: secret)).code(step: installation.clock.now.milliseconds / 30_000)
    }

    /// Binds one-time codes by the pages.
    /// - Returns: the secret and the recovery codes.
    private func bind(_ browser: TestBrowser, _ installation: TestInstallation) async throws -> (
        String, [String]
    ) {
        _ = try await browser.submit("/account/one-time-code", from: "/account/one-time-code", [:])
        let page = try await browser.get("/account/one-time-code").text
        let shown = try #require(page.firstMatch(of: /class="code secret">([A-Z2-7 ]+)</))
        let secret = String(shown.1).filter { $0 != " " }
        let answer = try await browser.submit(
            "/account/one-time-code/confirmation", from: "/account/one-time-code",
            ["otp": code(secret, installation)])
        let codes = answer.text.matches(of: /[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/).map { String($0.0) }
        return (secret, codes)
    }

    @Test("binding: a wrong code binds nothing, the right one does, and brings ten recovery codes")
    func binding() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("officer-scjg")
            _ = try await browser.submit("/account/one-time-code", from: "/account/one-time-code", [:])
            let wrong = try await browser.submit(
                "/account/one-time-code/confirmation", from: "/account/one-time-code", ["otp": "000000"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("动态口令不正确"))
            #expect(try await browser.get("/desk").status == .seeOther)
            let old = browser.cookies["minben_session"]
            let (secret, codes) = try await bind(browser, installation)
            #expect(Set(codes).count == 10)
            #expect(browser.cookies["minben_session"] != old)
            #expect(try await browser.get("/desk").text == "scjg")
            let journal = try await installation.journalText()
            #expect(!journal.contains(secret) && !journal.contains(codes[0]))
        }
    }

    @Test("a recovery code stands for the telephone once")
    func recovery() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("officer-scjg")
            let (_, codes) = try await bind(browser, installation)
            let signIn = installation.signIn
            let attempt = try installation.attempt("officer-scjg", code: codes[3].lowercased())
            #expect(try await signIn.open(attempt).session.factors == Factors(.password, .recovery))
            await #expect(throws: SignIn.wrong) { try await signIn.open(attempt) }
        }
        #expect(installation.told.all.contains { $0.contains("恢复码还剩 9 个") })
    }

    @Test(
        "five minutes after the last proof an act that cannot be taken back asks for another, and comes back")
    func stepUp() async throws {
        let installation = try await TestInstallation()
        try await installation.browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            let (secret, _) = try await bind(browser, installation)
            installation.clock.advance(seconds: 301)
            let asked = try await browser.get("/account/one-time-code/removal")
            #expect(asked.location == "/account/confirmation?next=%2Faccount%2Fone-time-code%2Fremoval")
            let sent = try await browser.submit(
                "/account/one-time-code/removal", from: "/account/confirmation", [:])
            #expect(sent.location?.hasPrefix("/account/confirmation") == true)
            let old = browser.cookies["minben_session"]
            // The password alone is what a thief would have.
            for wrong in [TestInstallation.password, "000000", ""] {
                let answer = try await browser.submit(
                    "/account/confirmation", from: "/account/confirmation", ["proof": wrong])
                #expect(answer.status == .unprocessableContent)
            }
            let answer = try await browser.submit(
                "/account/confirmation", from: "/account/confirmation",
                ["proof": code(secret, installation), "next": "/account/one-time-code/removal"])
            #expect(answer.location == "/account/one-time-code/removal")
            #expect(browser.cookies["minben_session"] != old)
            let removed = try await browser.submit(
                "/account/one-time-code/removal", from: "/account/one-time-code/removal", [:])
            #expect(removed.location == "/account/security")
        }
        #expect(try await installation.actions().contains("one-time-code.removed"))
    }

    @Test("a proof leads nowhere else", arguments: ["https://evil.test/", "//evil.test", "/\\evil.test"])
    func openRedirect(next: String) async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("zhangwei")
            let answer = try await browser.submit(
                "/account/confirmation", from: "/account/confirmation",
                ["proof": TestInstallation.password, "next": next])
            #expect(answer.location == "/account/security")
        }
    }
}
