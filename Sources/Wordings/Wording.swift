import Crypto
import Storage

/// The words somebody has said, to know the same again and to find what is like it.
public struct Wording: Sendable, Hashable {
    private let letters: [Character]

    /// Marks and blanks do not make other words.
    public init(_ text: String) {
        letters = text.lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
    }

    /// The same for the same words, and of nothing else.
    public var digest: String { Hexadecimal.text(SHA256.hash(data: Array(String(letters).utf8))) }

    private var pairs: Set<String> {
        Set(zip(letters, letters.dropFirst()).map { "\($0)\($1)" })
    }

    /// From 0, nothing in common, to 1: the share of the shorter one's pairs of characters that the other one has too.
    public func likeness(to other: Wording) -> Double {
        let (mine, theirs) = (pairs, other.pairs)
        guard let shorter = [mine.count, theirs.count].min(), shorter > 0 else { return 0 }
        return Double(mine.intersection(theirs).count) / Double(shorter)
    }
}
