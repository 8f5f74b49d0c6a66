/// A piece of titles that has become the whole it was cut out of: longer by a letter as long as it has the same neighbour in
/// nearly all titles that have it.
struct Phrase: Sendable {
    /// Where a piece stands in one title.
    struct Place: Sendable {
        /// What stands between two marks or stops.
        let letters: [Character]
        var start: Int
    }

    /// In letters: what is longer is a sentence and no word.
    static let longest = 10

    /// What is shown: cut where it would be longer than ten letters, and then marked so.
    let word: String
    /// How many titles have it.
    let count: Int
    /// Whether it has no beginning of its own: it is the middle of something longer, which is shown from its beginning.
    let isMiddle: Bool

    /// The whole of a piece that stands at these places, one in each title.
    init(_ piece: String, at all: [Place]) {
        let enough = (all.count * 9 + 9) / 10
        var (places, length) = (all, piece.count)
        var before = Self.alike(places, beside: -1, enough)
        while let more = before, length < Self.longest {
            places = more.map { Place(letters: $0.letters, start: $0.start - 1) }
            length += 1
            before = Self.alike(places, beside: -1, enough)
        }
        var behind = Self.alike(places, beside: length, enough)
        while let more = behind, length < Self.longest {
            (places, length) = (more, length + 1)
            behind = Self.alike(places, beside: length, enough)
        }
        let letters = places.first.map { String($0.letters[$0.start..<$0.start + length]) } ?? piece
        (word, count, isMiddle) = (letters + (behind == nil ? "" : "…"), places.count, before != nil)
    }

    /// Those places that have the same letter so far from their start, the most there are; nil where they are not enough.
    private static func alike(_ places: [Place], beside distance: Int, _ enough: Int) -> [Place]? {
        let inside = places.filter { $0.letters.indices.contains($0.start + distance) }
        let most = Dictionary(grouping: inside) { $0.letters[$0.start + distance] }.values
            .max { $0.count < $1.count }
        return most.flatMap { $0.count >= enough ? $0 : nil }
    }
}
