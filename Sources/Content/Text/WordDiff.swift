/// What is not the same in two texts, word by word; in Chinese a character is a word.
struct WordDiff: Sendable, Hashable {
    /// A run of words.
    enum Piece: Sendable, Hashable {
        case same(String)
        case added(String)
        case removed(String)
    }

    /// The runs, in order: those that are `same` or `removed` are the old text, those `same` or `added` the new one.
    let pieces: [Piece]

    /// So many words on either side are compared one by one; longer stretches by lines, or as a whole.
    private static let most = 3_000

    /// Compares two texts.
    init(from old: String, to new: String) {
        let (before, after) = (Self.words(of: old), Self.words(of: new))
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix {
            $0 == $1
        }
        .count
        let (left, right) = (before[head..<(before.count - tail)], after[head..<(after.count - tail)])
        var pieces: [Piece] = [.same(before.prefix(head).joined())]
        pieces += Self.compared(left, right)
        pieces.append(.same(before.suffix(tail).joined()))
        self.pieces = Self.gathered(pieces)
    }

    private static func compared(_ left: ArraySlice<Substring>, _ right: ArraySlice<Substring>) -> [Piece] {
        if max(left.count, right.count) <= most { return walked(Array(left), Array(right)) }
        let (old, new) = (left.joined(), right.joined())
        let (before, after) = (lines(of: old), lines(of: new))
        if max(before.count, after.count) <= most { return walked(before, after) }
        return [.removed(old), .added(new)]
    }

    private static func walked(_ old: [Substring], _ new: [Substring]) -> [Piece] {
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var (pieces, i, j) = ([Piece](), 0, 0)
        while i < old.count || j < new.count {
            if i < old.count, removed.contains(i) {
                pieces.append(.removed(String(old[i])))
                i += 1
            } else if j < new.count, added.contains(j) {
                pieces.append(.added(String(new[j])))
                j += 1
            } else {
                pieces.append(.same(String(new[j])))
                (i, j) = (i + 1, j + 1)
            }
        }
        return pieces
    }

    /// Neighbours of one kind become one; what is empty is left out.
    private static func gathered(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { gathered, piece in
            switch (gathered.last, piece) {
            case (_, .same("")), (_, .added("")), (_, .removed("")): break
            case (.same(let a)?, .same(let b)): gathered[gathered.count - 1] = .same(a + b)
            case (.added(let a)?, .added(let b)): gathered[gathered.count - 1] = .added(a + b)
            case (.removed(let a)?, .removed(let b)): gathered[gathered.count - 1] = .removed(a + b)
            default: gathered.append(piece)
            }
        }
    }

    /// Runs of Latin letters and digits, and every other character by itself.
    static func words(of text: String) -> [Substring] {
        var (words, start) = ([Substring](), text.startIndex)
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let isRun = next < text.endIndex && isLatin(text[index]) && isLatin(text[next])
            if !isRun {
                words.append(text[start..<next])
                start = next
            }
            index = next
        }
        return words
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// The lines with what ends them; what follows the last end is one as well.
    private static func lines(of text: String) -> [Substring] {
        var (lines, start) = ([Substring](), text.startIndex)
        while let end = text[start...].firstIndex(of: "\n") {
            let next = text.index(after: end)
            lines.append(text[start..<next])
            start = next
        }
        return start < text.endIndex ? lines + [text[start...]] : lines
    }
}
