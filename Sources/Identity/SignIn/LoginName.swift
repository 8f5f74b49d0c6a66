import Crypto
import Foundation

/// The name of an account as somebody typed it, brought to one form: no spaces around it, small letters.
struct LoginName: Sendable, Hashable {
    let text: String

    init(_ typed: String) {
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }

    /// Whether an account can bear this name: 1 to 64 of `a–z 0–9 . _ -`.
    var isPossible: Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// SHA-256 in hexadecimal, under which failures are counted.
    var hash: String { Digest.hex(text) }
}

/// SHA-256 in hexadecimal.
enum Digest {
    static func hex(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
