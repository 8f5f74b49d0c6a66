import Testing
import WorkingTime

@testable import Identity

@Suite("动态口令") struct OneTimeCodeTests {
    /// `12345678901234567890`, the secret of RFC 6238 appendix B.
    private let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    @Test("a secret that is short or not base32 makes no codes", arguments: ["", "GEZDGNBV", "0189!", "秘密"])
    func badSecret(text: String) {
        #expect(OneTimeCode(base32: text) == nil)
    }

    @Test(
        "a wrong, old, future or malformed code is not accepted",
        arguments: ["", "28708", "2870820", "２８７０８２", "287083", "abcdef"])
    func wrongCode(text: String) throws {
        let generator = try #require(OneTimeCode(base32: secret))
        #expect(generator.acceptedStep(text, at: Instant(milliseconds: 59_000), after: 0) == nil)
    }

    @Test("a code is good once")
    func once() throws {
        let generator = try #require(OneTimeCode(base32: secret))
        let now = Instant(milliseconds: 59_000)
        let step = try #require(generator.acceptedStep("287082", at: now, after: 0))
        #expect(generator.acceptedStep("287082", at: now, after: step) == nil)
    }

    @Test("a code counts one step early and one step late, and no more")
    func drift() throws {
        let generator = try #require(OneTimeCode(base32: secret))
        let accepted = [-60, -30, 0, 30, 60].map { seconds in
            let now = Instant(milliseconds: 1_111_111_111_000).adding(seconds: seconds)
            return generator.acceptedStep("050471", at: now, after: 0) != nil
        }
        #expect(accepted == [false, true, true, true, false])
    }

    @Test(
        "the codes are those of RFC 6238, appendix B",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
            (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) throws {
        let generator = try #require(OneTimeCode(base32: secret))
        #expect(generator.code(step: seconds / 30) == code)
    }
}
