/// A text with places in it that differ from copy to copy.
struct CopyText: Sendable {
    private enum Piece: Sendable {
        case same(String)
        case place(Int)
    }

    private let pieces: [Piece]

    /// Finds the tokens in a text; the longest first, where one is part of another.
    init(_ text: String, tokens: [(text: String, place: Int)]) {
        var pieces: [Piece] = [.same(text)]
        for token in tokens where !token.text.isEmpty && text.contains(token.text) {
            pieces = pieces.flatMap { piece -> [Piece] in
                guard case .same(let same) = piece else { return [piece] }
                let parts = same.split(separator: token.text, omittingEmptySubsequences: false)
                return Array(
                    parts.map { [Piece.same(String($0))] }.joined(separator: [.place(token.place)]))
            }
        }
        self.pieces = pieces
    }

    /// The text of one copy.
    func text(_ values: [String]) -> String {
        pieces.map { piece in
            switch piece {
            case .same(let text): text
            case .place(let place): values[place]
            }
        }.joined()
    }
}
