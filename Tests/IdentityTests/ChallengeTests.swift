import Refusals
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("一次性质询") struct ChallengeTests {
    private let challenges = Challenges(secret: Array(repeating: 1, count: 32))

    private func spend(
        _ challenge: [UInt8], _ installation: TestInstallation, purpose: Challenges.Purpose = .signIn,
        holder: String = "browser", by other: Challenges? = nil
    ) async throws {
        let (keeper, now) = (other ?? challenges, installation.clock.now)
        try await installation.database.write {
            try keeper.spend(challenge, for: purpose, holder: holder, at: now, in: $0)
        }
    }

    @Test("one that is not ours, for something or somebody else, or changed, is refused")
    func foreign() async throws {
        let installation = try await TestInstallation()
        let challenge = challenges.make(for: .signIn, holder: "browser", at: installation.clock.now)
        var changed = challenge
        changed[3] ^= 1
        let other = Challenges(secret: Array(repeating: 2, count: 32))
        await #expect(throws: Challenges.stale) { try await spend([], installation) }
        await #expect(throws: Challenges.stale) { try await spend(changed, installation) }
        await #expect(throws: Challenges.stale) { try await spend(challenge, installation, holder: "x") }
        await #expect(throws: Challenges.stale) {
            try await spend(challenge, installation, purpose: .registration)
        }
        await #expect(throws: Challenges.stale) { try await spend(challenge, installation, by: other) }
        try await spend(challenge, installation)
    }

    @Test("one is answered once, within five minutes")
    func once() async throws {
        let installation = try await TestInstallation()
        let first = challenges.make(for: .signIn, holder: "browser", at: installation.clock.now)
        let second = challenges.make(for: .signIn, holder: "browser", at: installation.clock.now)
        try await spend(first, installation)
        await #expect(throws: Challenges.stale) { try await spend(first, installation) }
        installation.clock.advance(seconds: 300)
        await #expect(throws: Challenges.stale) { try await spend(second, installation) }
    }

    @Test("a clock that was set back makes none live longer")
    func setBack() async throws {
        let installation = try await TestInstallation()
        let challenge = challenges.make(for: .signIn, holder: "browser", at: installation.clock.now)
        installation.clock.advance(seconds: -60)
        await #expect(throws: Challenges.stale) { try await spend(challenge, installation) }
    }
}
