import Crypto
import Storage

/// The words somebody has said, to know the same again and to find what is like it.
public struct Wording: Sendable, Hashable {
    /// Each two characters that follow one another, as one number, once and in order: hundreds of texts are compared
    /// while somebody waits.
    let pairs: [UInt64]

    /// Marks and blanks do not make other words.
    public init(_ text: String) {
        let scalars = Self.letters(text).unicodeScalars
        let each = zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
            .sorted()
        pairs = each.indices.filter { $0 == 0 || each[$0] != each[$0 - 1] }.map { each[$0] }
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
        return Double(shared(with: other)) / Double(shorter)
    }

    /// How many pairs both have, in one walk along both.
    private func shared(with other: Wording) -> Int {
        var (mine, theirs, count) = (0, 0, 0)
        while mine < pairs.count, theirs < other.pairs.count {
            let (left, right) = (pairs[mine], other.pairs[theirs])
            if left == right { count += 1 }
            if left <= right { mine += 1 }
            if right <= left { theirs += 1 }
        }
        return count
    }
}
