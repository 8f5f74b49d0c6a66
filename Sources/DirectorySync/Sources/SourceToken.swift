import Crypto
import Foundation

/// What a directory proves itself by: 32 random bytes. It is shown once; only its hash is kept.
struct SourceToken: Sendable, Hashable {
    let text: String

    private static let prefix = "mbds_"

    /// A new one, made by the system's generator.
    static func random() -> SourceToken {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return SourceToken(known: prefix + Self.hexadecimal(bytes))
    }

    private init(known text: String) { self.text = text }

    /// - Returns: `nil` for anything that we cannot have made, so that rubbish never reaches the database.
    init?(_ text: String) {
        let digits = text.dropFirst(Self.prefix.count)
        guard text.hasPrefix(Self.prefix), digits.utf8.count == 64, digits.allSatisfy(\.isHexDigit) else {
            return nil
        }
        self.text = text
    }

    /// SHA-256, under which it is kept. The token is random, so it needs no salt.
    var hash: String { Self.hexadecimal(SHA256.hash(data: Data(text.utf8))) }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
