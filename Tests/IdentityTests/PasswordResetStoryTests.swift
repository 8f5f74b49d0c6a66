import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("重置密码") struct PasswordResetStoryTests {
    private func reset(
        _ account: String, _ browser: TestBrowser, factors: String = "kept", reason: String = "持身份证到窗口"
    ) async throws -> TestResponse {
        try await browser.submit(
            "/desk/password-resets", from: "/desk/password-resets",
            ["account": account, "reason": reason, "factors": factors])
    }

    private func password(_ answer: TestResponse) throws -> String {
        String(try #require(answer.text.firstMatch(of: /code secret">([a-z2-7-]+)</)).1)
    }

    @Test("one administrator does not become another, nor resets their own, and says why")
    func refused() async throws {
        try await TestInstallation(isDemo: true).browse { client in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("secadmin")
            for account in ["secadmin", "sysadmin", "auditadmin"] {
                #expect(try await reset(account, browser).status == .forbidden)
            }
            #expect(try await reset("nobody", browser).status == .unprocessableContent)
            #expect(try await reset("zhangwei", browser, reason: "").text.contains("请写明理由"))
        }
    }

    @Test("a one-time password lets its owner in to make their own, and to nothing else")
    func oneTime() async throws {
        let installation = try await TestInstallation(isDemo: true)
        try await installation.browse { client in
            let (admin, zhang) = (TestBrowser(client), TestBrowser(client))
            _ = try await zhang.signIn("zhangwei")
            _ = try await admin.signIn("secadmin")
            let password = try password(try await reset("zhangwei", admin))
            #expect(try await zhang.get("/mine").status == .seeOther)
            #expect(try await zhang.signIn("zhangwei").status == .unprocessableContent)
            #expect(try await zhang.signIn("zhangwei", password).location == "/account/password")
            #expect(try await zhang.get("/mine").status == .seeOther)
            let answer = try await zhang.submit(
                "/account/password", from: "/account/password",
                ["current": password, "new": "雨停了就去七星岩", "again": "雨停了就去七星岩"])
            #expect(answer.location == "/account/security")
            #expect(try await zhang.get("/mine").text == "张伟")
            #expect(try await !installation.journalText().contains(password))
        }
    }

    @Test("it counts for three days, and no program gets in with it")
    func expires() async throws {
        let installation = try await TestInstallation(isDemo: true)
        try await installation.browse { client in
            let admin = TestBrowser(client)
            _ = try await admin.signIn("secadmin")
            let password = try password(try await reset("zhangwei", admin))
            let signIn = installation.signIn
            await #expect(throws: SignIn.pageNeeded) {
                try await signIn.open(installation.attempt("zhangwei", password, kind: .api))
            }
            _ = try await signIn.open(installation.attempt("zhangwei", password))
            installation.clock.advance(seconds: PasswordReset.lifeSeconds)
            await #expect(throws: SignIn.wrong) {
                try await signIn.open(installation.attempt("zhangwei", password))
            }
        }
    }

    @Test("on the server also an administrator is let in again, without their lost factors")
    func onServer() async throws {
        let installation = try await TestInstallation()
        let password = try await installation.identity.resetPassword(
            of: "secadmin", removingFactors: true, at: installation.clock.now)
        let opened = try await installation.signIn.open(installation.attempt("secadmin", password))
        #expect(opened.obligation == .newPassword)
        await #expect(throws: DomainError.self) {
            try await installation.identity.resetPassword(
                of: "nobody", removingFactors: false, at: installation.clock.now)
        }
    }
}
