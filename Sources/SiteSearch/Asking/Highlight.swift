import Search
import Web

/// Text with what was looked for marked in it. The text is escaped like any other.
struct Highlight: Sendable {
    private let marks: [[Character]]

    /// - Parameter marks: the words, in small letters.
    init(_ marks: [String]) { self.marks = marks.map(Array.init) }

    /// The text with its marks.
    func html(_ text: String) -> HTML {
        let characters = Array(text)
        guard !characters.isEmpty else { return .empty }
        let isMarked = marked(characters)
        var pieces: [HTML] = []
        var start = 0
        for end in characters.indices.dropFirst() + [characters.endIndex]
        where end == characters.endIndex || isMarked[end] != isMarked[start] {
            let piece = String(characters[start..<end])
            pieces.append(isMarked[start] ? "<mark>\(piece)</mark>" : "\(piece)")
            start = end
        }
        return HTML.joined(pieces)
    }

    private func marked(_ characters: [Character]) -> [Bool] {
        let small = characters.map { $0.lowercased().first ?? $0 }
        var isMarked = Array(repeating: false, count: characters.count)
        for mark in marks {
            let whole = places(of: mark, in: small)
            let parts = whole.isEmpty && mark.count > 2 ? pairs(of: mark) : []
            for part in [mark] + parts {
                for place in places(of: part, in: small) {
                    for index in place..<(place + part.count) { isMarked[index] = true }
                }
            }
        }
        return isMarked
    }

    /// A word that stands nowhere as a whole was found by its pairs of characters.
    private func pairs(of mark: [Character]) -> [[Character]] {
        mark.allSatisfy(\.isASCII) ? [] : mark.indices.dropLast().map { Array(mark[$0...($0 + 1)]) }
    }

    private func places(of mark: [Character], in text: [Character]) -> [Int] {
        guard !mark.isEmpty, text.count >= mark.count else { return [] }
        return (0...(text.count - mark.count)).filter { text[$0..<($0 + mark.count)].elementsEqual(mark) }
    }
}
