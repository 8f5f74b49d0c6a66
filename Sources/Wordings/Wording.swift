import Crypto
import Storage

/// The words somebody has said, to know the same again and to find what is like it.
public struct Wording: Sendable, Hashable {
    /// Each two characters that follow one another, as one number: hundreds of texts are compared while somebody waits.
    let pairs: Set<UInt64>

    /// Marks and blanks do not make other words.
    public init(_ text: String) {
        let scalars = Self.letters(text).unicodeScalars
        pairs = Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
    }

    private static func letters(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The same for the same words, and of nothing else.
    public static func digest(_ text: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Array(letters(text).utf8)))
    }

    /// From 0, nothing in common, to 1: the share of the shorter one's pairs of characters that the other one has too.
    public func likeness(to other: Wording) -> Double {
        let shorter = min(pairs.count, other.pairs.count)
        guard shorter > 0 else { return 0 }
        return Double(pairs.intersection(other.pairs).count) / Double(shorter)
    }
}
