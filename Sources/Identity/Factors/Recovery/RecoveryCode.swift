/// A code that replaces a lost telephone once: 16 letters and digits, 80 random bits, shown in groups of four.
struct RecoveryCode: Sendable, Hashable {
    /// How many an account gets at once.
    static let count = 10
    private static let letters = 16

    /// The letters without the dashes between the groups.
    private let plain: String

    /// - Returns: `nil` for anything that cannot be one; blanks, dashes and small letters do not matter.
    init?(_ text: String) {
        let plain = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard plain.utf8.count == Self.letters, Base32.decode(plain) != nil else { return nil }
        self.plain = plain
    }

    private init(plain: String) { self.plain = plain }

    /// A new code.
    static func random() -> RecoveryCode {
        RecoveryCode(plain: Base32.encode(Randomness.bytes(letters * 5 / 8)))
    }

    /// `ABCD-EFGH-JKLM-NPQR`.
    var text: String { Base32.grouped(plain, separator: "-") }

    /// SHA-256, under which it is kept.
    var hash: String { Digest.hex(plain) }
}
