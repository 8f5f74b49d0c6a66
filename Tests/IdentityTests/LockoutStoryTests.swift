import Refusals
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("连续输错密码") struct LockoutStoryTests {
    @Test(
        "after five wrong passwords even the right one waits fifteen minutes, for a name that exists or not",
        arguments: ["zhangwei", "nobody"])
    func lockout(name: String) async throws {
        let installation = try await TestInstallation()
        for _ in 1...5 {
            await #expect(throws: SignIn.wrong) {
                try await installation.signIn.open(installation.attempt(name, "wrong"))
            }
        }
        let locked = await #expect(throws: DomainError.self) {
            try await installation.signIn.open(installation.attempt(name))
        }
        guard case .tooMany(_, 900) = locked else {
            Issue.record("the name is not locked")
            return
        }
    }

    @Test("fifteen minutes later the right password opens again")
    func release() async throws {
        let installation = try await TestInstallation()
        for _ in 1...5 {
            _ = try? await installation.signIn.open(installation.attempt("zhangwei", "wrong"))
        }
        installation.clock.advance(minutes: 15)
        let opened = try await installation.signIn.open(installation.attempt("zhangwei"))
        #expect(opened.account.displayName == "张伟")
    }

    @Test("the right password forgets the wrong ones before it")
    func forgets() async throws {
        let installation = try await TestInstallation()
        for _ in 1...3 {
            for _ in 1...4 {
                _ = try? await installation.signIn.open(installation.attempt("zhangwei", "wrong"))
            }
            _ = try await installation.signIn.open(installation.attempt("zhangwei"))
        }
    }

    @Test("guesses sent at the same time count like guesses sent in turn")
    func atOnce() async throws {
        let installation = try await TestInstallation()
        let signIn = installation.signIn
        let guess = try installation.attempt("zhangwei", "wrong")
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask { _ = try? await signIn.open(guess) }
            }
        }
        let count = try await installation.database.read { transaction in
            try transaction.count("SELECT failed_count FROM failed_sign_in /* all */")
        }
        #expect(count == 5)
    }

    @Test("one person's failures lock nobody else")
    func others() async throws {
        let installation = try await TestInstallation()
        for _ in 1...5 {
            _ = try? await installation.signIn.open(installation.attempt("zhangwei", "wrong"))
        }
        _ = try await installation.signIn.open(installation.attempt("chenjing"))
    }

    @Test("the journal keeps refusals without what was typed")
    func journal() async throws {
        let installation = try await TestInstallation()
        _ = try? await installation.signIn.open(installation.attempt("my-secret-password", "and-another"))
        _ = try? await installation.signIn.open(installation.attempt("zhangwei", "my-secret-password"))
        let entries = try await installation.database.read { transaction in
            try transaction.rows("SELECT * FROM journal_entry /* all */").map { "\($0)" }
        }
        #expect(entries.count == 2)
        #expect(entries.allSatisfy { $0.contains("session.refused") && !$0.contains("secret") })
    }
}
