import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("工作人员的第二种验证") struct SecondFactorTests {
    private let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    private let officer = Post(organ: "scjg", role: .officer)

    @Test("outside a demonstration staff without a second factor do not get in")
    func missing() async throws {
        let installation = try await TestInstallation()
        await #expect(throws: SignIn.secondFactorMissing) {
            try await installation.signIn.open(installation.attempt("officer-scjg"))
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

    @Test("citizens and demonstrations need the password alone")
    func passwordAlone() async throws {
        let real = try await TestInstallation()
        _ = try await real.signIn.open(real.attempt("zhangwei"))
        let demo = try await TestInstallation(isDemo: true)
        _ = try await demo.signIn.open(demo.attempt("officer-scjg"))
    }
}
