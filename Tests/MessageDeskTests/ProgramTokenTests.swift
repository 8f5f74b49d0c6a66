import Crypto
import Foundation
import Testing
import WorkingTime

@testable import MessageDesk

@Suite("The token of a program that sends")
struct ProgramTokenTests {
    static let program = "3f2c9d10-6b1e-4a53-9a61-0c54a1b7d001"
    static let secret = "8a7e55d2-2f0b-4a86-8e7d-7b6f5d1c9002"
    private let now = Instant(milliseconds: 1_795_227_840_000)

    /// A token as client libraries make it.
    static func token(
        alg: String = "HS256", iss: String = program, at now: Instant, secret: String = secret
    ) -> String {
        func encoded(_ text: String) -> String { Self.encoded(Data(text.utf8)) }
        let head = encoded(#"{"typ":"JWT","alg":"\#(alg)"}"#)
        let claims = encoded(#"{"iss":"\#(iss)","iat":\#(now.milliseconds / 1_000)}"#)
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(head).\(claims)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return "\(head).\(claims).\(Self.encoded(Data(code)))"
    }

    private static func encoded(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    @Test(
        "is nothing with another algorithm, without a program's code, or when it is not a token",
        arguments: [
            token(alg: "none", at: Instant(milliseconds: 1_795_227_840_000)),
            token(alg: "HS512", at: Instant(milliseconds: 1_795_227_840_000)),
            token(iss: "library", at: Instant(milliseconds: 1_795_227_840_000)), "", "a.b", "a.b.c", "....",
            String(repeating: "a", count: 3_000),
        ])
    func nothing(_ text: String) { #expect(ProgramToken(text) == nil) }

    @Test("does not count with another key, or when its time is not now", arguments: [-31, 31, -86_400])
    func stale(_ seconds: Int) throws {
        let token = try #require(ProgramToken(Self.token(at: now)))
        #expect(!token.isSigned(with: "another", at: now))
        #expect(!token.isSigned(with: Self.secret, at: now.adding(seconds: seconds)))
    }

    @Test("counts for half a minute")
    func good() throws {
        let token = try #require(ProgramToken(Self.token(at: now)))
        #expect(token.issuer == Self.program)
        #expect(token.isSigned(with: Self.secret, at: now.adding(seconds: 30)))
    }
}
