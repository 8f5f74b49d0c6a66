import Foundation

/// The secret that proves a session: 32 random bytes in base64url. Whoever holds it is signed in.
struct SessionToken: Sendable, Hashable {
    let text: String

    /// A new token, made by the system's generator.
    static func random() -> SessionToken {
        let base64 = Data(Randomness.bytes(32)).base64EncodedString()
        return SessionToken(
            text: base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
    }

    private init(text: String) {
        self.text = text
    }

    /// - Returns: `nil` for anything that we cannot have made, so that rubbish never reaches the database.
    init?(_ text: String) {
        guard text.utf8.count == 43,
            text.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            })
        else { return nil }
        self.text = text
    }

    /// SHA-256, under which the session is stored. The token is random, so it needs no salt.
    var hash: String { Digest.hex(text) }
}
