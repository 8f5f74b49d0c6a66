/// Words of which somebody has said how they are to be written.
struct Exceptions: Sendable {
    /// A stretch of text.
    enum Piece: Sendable, Hashable {
        /// Written as was said.
        case settled(String)
        /// To be converted.
        case open(String)
    }

    /// By their first character, the longest first.
    private let words: [Character: [(word: [Character], written: String)]]

    init(_ exceptions: [String: String]) {
        let known = exceptions.filter { !$0.key.isEmpty }.map { (word: Array($0.key), written: $0.value) }
        words = Dictionary(grouping: known) { $0.word[0] }.mapValues { list in
            list.sorted { $0.word.count > $1.word.count }
        }
    }

    /// The text in stretches; where two words could begin, the longer one counts.
    func split(_ text: String) -> [Piece] {
        guard !words.isEmpty, text.contains(where: { words[$0] != nil }) else { return [.open(text)] }
        let characters = Array(text)
        var pieces: [Piece] = []
        var open = ""
        var place = 0
        while place < characters.count {
            let rest = characters[place...]
            guard let found = words[characters[place]]?.first(where: { rest.starts(with: $0.word) }) else {
                open.append(characters[place])
                place += 1
                continue
            }
            if !open.isEmpty { pieces.append(.open(open)) }
            pieces.append(.settled(found.written))
            open = ""
            place += found.word.count
        }
        return open.isEmpty ? pieces : pieces + [.open(open)]
    }
}
