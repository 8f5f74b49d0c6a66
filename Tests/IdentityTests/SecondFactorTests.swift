import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("工作人员的第二种验证") struct SecondFactorTests {
    private let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    private let officer = Post(organ: "scjg", role: .officer)

    @Test("outside a demonstration a program does not get in for staff without a second factor")
    func missing() async throws {
        let installation = try await TestInstallation()
        await #expect(throws: SignIn.pageNeeded) {
            try await installation.signIn.open(installation.attempt("officer-scjg", kind: .api))
        }
    }

    @Test("on pages they come as far as enrolling one, and nowhere else")
    func led() async throws {
        try await TestInstallation().browse { client in
            let browser = TestBrowser(client)
            #expect(try await browser.signIn("officer-scjg").location == "/account/security")
            for path in ["/desk", "/mine", "/account/sessions"] {
                let answer = try await browser.get(path)
                #expect(answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == true)
            }
            #expect(try await browser.get("/sign-in").location == "/account/security")
            #expect(try await browser.get("/account/security").text.contains("还差一步"))
            #expect(try await browser.get("/account/one-time-code").status == .ok)
        }
    }

    @Test("a wrong code is answered like a wrong password", arguments: [nil, "", "000000"] as [String?])
    func wrong(code: String?) async throws {
        let installation = try await TestInstallation()
        try await installation.add(
            NewAccount(name: "li", displayName: "李敏", posts: [officer], totpSecret: secret))
        await #expect(throws: SignIn.wrong) {
            try await installation.signIn.open(installation.attempt("li", code: code))
        }
    }

    @Test("the right code opens once; who overheard it comes too late")
    func once() async throws {
        let installation = try await TestInstallation()
        try await installation.add(
            NewAccount(name: "li", displayName: "李敏", posts: [officer], totpSecret: secret))
        let code = try #require(OneTimeCode(base32: secret))
            .code(step: installation.clock.now.milliseconds / 30_000)
        let opened = try await installation.signIn.open(installation.attempt("li", code: code))
        #expect(opened.account.isStaff)
        await #expect(throws: SignIn.wrong) {
            try await installation.signIn.open(installation.attempt("li", code: code))
        }
    }

    @Test("the secret does not stand in the database as it is")
    func sealed() async throws {
        let installation = try await TestInstallation()
        try await installation.add(
            NewAccount(name: "li", displayName: "李敏", posts: [officer], totpSecret: secret))
        let kept = try await installation.database.read {
            try $0.row("SELECT totp_secret FROM account WHERE name = 'li'")?.text("totp_secret")
        }
        #expect(kept != nil && kept != secret)
    }

    @Test("citizens and demonstrations need the password alone")
    func passwordAlone() async throws {
        let real = try await TestInstallation()
        _ = try await real.signIn.open(real.attempt("zhangwei"))
        let demo = try await TestInstallation(isDemo: true)
        _ = try await demo.signIn.open(demo.attempt("officer-scjg"))
    }
}
