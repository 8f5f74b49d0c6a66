import Crypto
import Foundation

/// Proof that whoever redeems a code asked for it (RFC 7636); S256 only.
enum PKCE {
    static func isChallenge(_ text: String) -> Bool { text.utf8.count == 43 && text.utf8.allSatisfy(isPlain) }

    static func matches(_ verifier: String, _ challenge: String) -> Bool {
        guard (43...128).contains(verifier.utf8.count), verifier.utf8.allSatisfy(isPlain) else {
            return false
        }
        return Hash.equal(Base64URLText.encode(SHA256.hash(data: Data(verifier.utf8))), challenge)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
