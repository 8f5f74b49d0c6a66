import Web

/// What the map says of one street, and where a press on it leads.
public struct StreetPiece: Sendable, Hashable {
    /// The code of nine digits.
    public let code: String
    let name: String
    let href: String
    let counts: [String]
    let shade: Int

    /// A street with the lines under its name; the shade goes from 0, pale, to 4.
    public init(_ code: String, name: String, href: String, counts: [String], shade: Int) {
        (self.code, self.name, self.href) = (code, name, href)
        (self.counts, self.shade) = (counts, min(max(shade, 0), 4))
    }

    /// The shade of a part of the most there is: nothing is pale, the most is darkest.
    public static func shade(_ part: Int, of most: Int) -> Int {
        part <= 0 ? 0 : 1 + part * 3 / max(1, most)
    }
}

/// The map with a link on every street; whoever draws it writes the same numbers beside it as a table.
public struct StreetDrawing: Sendable {
    private static let lineHeight = 18

    private let map: StreetMap
    private let label: String
    private let pieces: [String: StreetPiece]

    /// The map of some streets; the label is read by screen readers.
    public init(_ map: StreetMap, label: String, pieces: [StreetPiece]) {
        (self.map, self.label) = (map, label)
        self.pieces = Dictionary(pieces.map { ($0.code, $0) }) { first, _ in first }
    }

    /// The picture; a street of which nothing is known is left out.
    public var html: HTML {
        """
        <svg viewBox="0 0 \(map.width) \(map.height)" role="group" aria-label="\(label)">
        \(map.river.map(river) ?? .empty)
        \(each: map.streets, drawn)
        </svg>
        """
    }

    private func river(_ river: StreetMap.River) -> HTML {
        """
        <polygon class="river" points="\(river.points)"></polygon>
        <text class="river-name" x="\(river.at.first ?? 0)" y="\(river.at.last ?? 0)">\(river.label)</text>
        """
    }

    private func drawn(_ street: StreetMap.Street) -> HTML {
        guard let piece = pieces[street.code] else { return .empty }
        let (x, y) = (street.at.first ?? 0, street.at.last ?? 0)
        return """
            <a href="\(piece.href)"><polygon class="street shade-\(piece.shade)" points="\(street.points)"></polygon>\
            <text x="\(x)" y="\(y)">\(piece.name)</text>\
            \(each: piece.counts.enumerated(), { count($0.element, x, y + 22 + $0.offset * Self.lineHeight) })</a>
            """
    }

    private func count(_ words: String, _ x: Int, _ y: Int) -> HTML {
        "<text class=\"count\" x=\"\(x)\" y=\"\(y)\">\(words)</text>"
    }
}
