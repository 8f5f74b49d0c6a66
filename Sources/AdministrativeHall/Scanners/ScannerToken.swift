import Journal

/// What a scanner program proves itself by: 32 random bytes. It is shown once; only its digest is kept.
struct ScannerToken: Sendable, Hashable {
    let text: String

    private static let prefix = "mbsc_"
    private static let digits = 64

    /// A new one, made by the system's generator.
    static func random() -> ScannerToken {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<digits / 2).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return ScannerToken(
            known: prefix + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
    }

    private init(known text: String) { self.text = text }

    /// - Returns: nil for anything that we cannot have made, so that rubbish never reaches the database.
    init?(_ text: String) {
        let rest = text.dropFirst(Self.prefix.count)
        guard text.hasPrefix(Self.prefix), rest.utf8.count == Self.digits, rest.allSatisfy(\.isHexDigit)
        else { return nil }
        self.text = text
    }

    /// Under which it is kept. The token is random, so it needs no salt.
    var digest: String { Journal.digest(json: text) }
}
