import Crypto
import Foundation

/// Who somebody is to one sector of programs: no two sectors can find out that they know the same person
/// (OpenID Connect Core 1.0, 8.1).
enum Subject {
    static func pairwise(_ accountID: Int64, sector: String, secret: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("subject\n\(sector)\n\(accountID)".utf8), using: SymmetricKey(data: secret))
        return Base64URLText.encode(Data(code))
    }
}

/// Base 64 as addresses and tokens carry it (RFC 4648 5), without padding.
enum Base64URLText {
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

/// SHA-256 in hexadecimal, under which secrets are kept.
enum Hash {
    static func hex(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    /// Compares in the same time wherever the texts differ.
    static func equal(_ first: String, _ second: String) -> Bool {
        guard first.utf8.count == second.utf8.count else { return false }
        return zip(first.utf8, second.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// A secret of 32 random bytes; whoever holds it may do what it is for. Its first letters say what that is, so that a
/// lost one is recognised.
struct OpaqueSecret: Sendable, Hashable {
    /// What it is for.
    enum Purpose: String, Sendable {
        case code = "mbc_"
        case access = "mba_"
        case refresh = "mbr_"
        case client = "mbs_"
    }

    let text: String
    var hash: String { Hash.hex(text) }

    init(_ purpose: Purpose) {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        text = purpose.rawValue + Base64URLText.encode(bytes)
    }

    /// - Returns: nil for anything that we cannot have made, so that rubbish never reaches the database.
    init?(_ text: String, _ purpose: Purpose) {
        guard text.utf8.count == 47, text.hasPrefix(purpose.rawValue) else { return nil }
        self.text = text
    }
}
