/// A text in blocks, as authors type it: a line is a paragraph; `## ` and `### ` begin headings, `- ` and `1. ` items,
/// `> ` a quotation, `|` a row of a table, `![words](image:7)`
/// an image of the edition; `**strong**` and `[words](address)` stand inside a line.
///
/// What is kept is what was typed. There is no markup of HTML in it: whatever looks like some is text.
struct ContentText: Sendable, Hashable {
    /// A piece of a line.
    enum Span: Sendable, Hashable {
        case words(String)
        case strong(String)
        case link(String, address: String)
    }

    /// A block.
    enum Block: Sendable, Hashable {
        case heading(Int, [Span])
        case paragraph([Span])
        case list(isOrdered: Bool, [[Span]])
        case quote([Span])
        case table([[[Span]]])
        /// An image by its number, with what it shows in words.
        case image(alt: String, number: Int64)
    }

    /// The blocks, in order.
    let blocks: [Block]

    /// Reads a text; every text can be read.
    init(_ source: String) {
        var blocks: [Block] = []
        // Bytes and scalars all the way: to look for marks among characters costs ten times as much, and every page does.
        for line in source.unicodeScalars.split(whereSeparator: Self.endLines.contains) {
            let line = Self.trimmed(Substring(line))
            if !line.isEmpty { Self.add(line, to: &blocks) }
        }
        self.blocks = blocks
    }

    /// The words without marks, for summaries.
    var plain: String { spans.map(\.plain).joined() }

    /// The pieces of all lines, in order.
    var spans: [Span] {
        blocks.flatMap { block -> [Span] in
            switch block {
            case .heading(_, let spans), .paragraph(let spans), .quote(let spans): spans
            case .list(_, let items): items.flatMap(\.self)
            case .table(let rows): rows.flatMap { $0.flatMap(\.self) }
            case .image(let alt, _): [.words(alt)]
            }
        }
    }

    private static let endLines: Set<Unicode.Scalar> = [
        "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]

    private static func trimmed(_ line: Substring) -> Substring {
        let scalars = line.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return line[first...last]
    }

    private static func add(_ line: Substring, to blocks: inout [Block]) {
        let mark = line.utf8.first
        if mark == UInt8(ascii: "#"), line.hasPrefix("### ") {
            blocks.append(.heading(3, Span.read(line.dropFirst(4))))
        } else if mark == UInt8(ascii: "#"), line.hasPrefix("## ") {
            blocks.append(.heading(2, Span.read(line.dropFirst(3))))
        } else if mark == UInt8(ascii: ">"), line.hasPrefix("> ") {
            blocks.append(.quote(Span.read(line.dropFirst(2))))
        } else if mark == UInt8(ascii: "-"), line.hasPrefix("- ") {
            add(item: Span.read(line.dropFirst(2)), isOrdered: false, to: &blocks)
        } else if let item = afterNumber(line) {
            add(item: Span.read(item), isOrdered: true, to: &blocks)
        } else if mark == UInt8(ascii: "|"), line.utf8.count > 1, line.utf8.last == mark {
            add(row: line.dropFirst().dropLast(), to: &blocks)
        } else if mark == UInt8(ascii: "!"), let image = image(line) {
            blocks.append(image)
        } else {
            blocks.append(.paragraph(Span.read(line)))
        }
    }

    /// What stands behind `1. `, with up to three digits.
    private static func afterNumber(_ line: Substring) -> Substring? {
        let digits = line.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        let rest = line[digits.endIndex...]
        guard rest.utf8.first == UInt8(ascii: "."), let blank = rest.dropFirst().first, blank.isWhitespace
        else {
            return nil
        }
        return rest.dropFirst(2)
    }

    private static func image(_ line: Substring) -> Block? {
        guard let image = line.wholeMatch(of: /!\[([^\[\]]*)\]\(image:([0-9]{1,18})\)/),
            let number = Int64(image.2)
        else { return nil }
        return .image(alt: String(image.1), number: number)
    }

    private static func add(item: [Span], isOrdered: Bool, to blocks: inout [Block]) {
        if case .list(isOrdered, let items)? = blocks.last {
            blocks[blocks.count - 1] = .list(isOrdered: isOrdered, items + [item])
        } else {
            blocks.append(.list(isOrdered: isOrdered, [item]))
        }
    }

    private static func add(row: Substring, to blocks: inout [Block]) {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).map { Span.read(trimmed($0)) }
        // The line of dashes under the head of a table says nothing.
        guard !row.allSatisfy({ "-|: ".contains($0) }) else { return }
        if case .table(let rows)? = blocks.last {
            blocks[blocks.count - 1] = .table(rows + [cells])
        } else {
            blocks.append(.table([cells]))
        }
    }
}
