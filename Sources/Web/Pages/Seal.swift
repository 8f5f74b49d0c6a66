/// The mark of the site, in the manner of a carved seal: white characters on red, two columns read from the
/// right.
struct Seal {
    private let characters: [String]

    init(_ text: String) { characters = text.prefix(4).map(String.init) }

    var html: HTML {
        """
        <svg class="seal" viewBox="0 0 44 44" width="44" height="44" aria-hidden="true" focusable="false">\
        <rect width="44" height="44" rx="7" fill="#b3261e"/>\
        <rect x="3.5" y="3.5" width="37" height="37" rx="4.5" fill="none" stroke="#fff" stroke-opacity=".75"/>\
        <g fill="#fff" font-size="15" font-weight="700" text-anchor="middle">\
        \(each: characters.enumerated(), glyph)</g></svg>
        """
    }

    private func glyph(_ place: Int, _ character: String) -> HTML {
        "<text x=\"\(place < 2 ? 31 : 13)\" y=\"\(place % 2 == 0 ? 20 : 36)\">\(character)</text>"
    }
}
