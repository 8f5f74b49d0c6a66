/// The code that a kiosk shows and a telephone confirms: eight letters without those that look alike, 40 random bits for
/// three minutes.
struct KioskCode: Sendable, Hashable {
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    private static let letters = 8

    private let plain: String

    /// - Returns: `nil` for anything that cannot be one; dashes, blanks and small letters do not matter.
    init?(_ text: String) {
        let plain = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard plain.count == Self.letters, plain.allSatisfy(Self.alphabet.contains) else { return nil }
        self.plain = plain
    }

    private init(plain: String) { self.plain = plain }

    static func random() -> KioskCode {
        KioskCode(plain: String(Randomness.bytes(letters).map { alphabet[Int($0 & 31)] }))
    }

    /// `ABCD-EFGH`.
    var text: String { Base32.grouped(plain, separator: "-") }

    var hash: String { Digest.hex(plain) }
}
