/// A piece of a page, written as a string literal whose interpolations are escaped for the place they
/// stand in.
///
///     let row: HTML = "<li><a href=\"/cases/\(number)\">\(name)</a></li>"
///
/// The literal's place is tracked while it is put together: text is escaped, a value in a double-quoted
/// attribute is escaped for it, a value that begins a URL attribute must be a local, http, mailto or tel
/// address, and one that continues it is percent-encoded as one component. A value in a script, a style,
/// an event handler, an unquoted attribute or a comment traps in debug builds (see ``HTML/onMisuse``) and
/// renders nothing in release builds.
public struct HTML: Sendable, Hashable {
    /// The UTF-8 text, already escaped.
    public private(set) var bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nothing at all.
    public static let empty = HTML(bytes: [])

    /// Markup the server itself made and vouches for: a drawn SVG, rendered Markdown. Never user input.
    public static func raw(trusted markup: String) -> HTML { HTML(bytes: Array(markup.utf8)) }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Whether these words stand in it, as bytes: pages are long, and to compare characters takes a hundred times as long.
    func holds(_ words: String) -> Bool {
        let words = Array(words.utf8)
        guard let first = words.first, words.count <= bytes.count else { return words.isEmpty }
        return (0...(bytes.count - words.count)).contains { place in
            bytes[place] == first && bytes[place..<(place + words.count)].elementsEqual(words)
        }
    }

    /// The pieces one after another, with `separator` between them.
    public static func joined(_ pieces: some Sequence<HTML>, separator: HTML = .empty) -> HTML {
        var result = HTML.empty
        for (index, piece) in pieces.enumerated() {
            if index > 0 { result += separator }
            result += piece
        }
        return result
    }

    /// Both pieces, one after the other.
    public static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

    /// Puts a piece at the end.
    public static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }
}

extension HTML: CustomStringConvertible {
    /// The markup as text.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML: ExpressibleByStringInterpolation {
    /// A literal without values.
    public init(stringLiteral value: String) {
        var literal = StringInterpolation(literalCapacity: value.utf8.count, interpolationCount: 0)
        literal.appendLiteral(value)
        self.init(stringInterpolation: literal)
    }

    /// A literal with values.
    public init(stringInterpolation literal: StringInterpolation) {
        if literal.scanner.place != .text { HTML.report("the literal ends inside a tag or a comment") }
        self.init(bytes: literal.bytes)
    }
}
