import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("撞库") struct FailureTideTests {
    private let now = Instant(milliseconds: 1_795_226_400_000)

    @Test("three hundred failures at once are a tide; five minutes later it has ebbed")
    func tide() {
        var tide = FailureTide()
        for _ in 1..<300 { tide.rise(at: now) }
        #expect(!tide.isHigh(at: now))
        tide.rise(at: now)
        #expect(tide.isHigh(at: now))
        #expect(!tide.isHigh(at: now.adding(seconds: 1)))
        for _ in 1...10_000 { tide.rise(at: now) }
        #expect(tide.isHigh(at: now.adding(seconds: 299)))
        #expect(!tide.isHigh(at: now.adding(seconds: 301)))
    }

    @Test(
        "while it is high strangers' browsers are told to wait, for names that exist or not alike; known ones go on"
    )
    func closed() async throws {
        let installation = try await TestInstallation()
        let signIn = installation.signIn
        let opened = try await signIn.open(installation.attempt("zhangwei"))
        let device = try #require(opened.device)
        for _ in 1...300 { signIn.tide.rise(at: installation.clock.now) }
        for name in ["zhangwei", "chenjing", "nobody"] {
            await #expect(throws: TideGauge.closed) { try await signIn.open(installation.attempt(name)) }
        }
        await #expect(throws: TideGauge.closed) {
            try await signIn.open(installation.attempt("chenjing", device: device))
        }
        _ = try await signIn.open(installation.attempt("zhangwei", device: device))
    }

    @Test("every wrong sign-in raises it, whatever name was typed")
    func rises() async throws {
        let installation = try await TestInstallation()
        let signIn = installation.signIn
        for number in 1...300 {
            _ = try? await signIn.open(installation.attempt("nobody-\(number)", "wrong"))
        }
        #expect(signIn.tide.isHigh(at: installation.clock.now))
    }
}
