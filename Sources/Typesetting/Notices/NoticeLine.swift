/// One line of a notice: words that fit between the margins.
struct NoticeLine {
    let text: String
    let style: TextStyle
    let alignment: Alignment
    let indent: Double

    static let blank = NoticeLine(
        text: "", style: TextStyle(.fangsong, sizePoints: 16), alignment: .left, indent: 0)

    /// Breaks a text into lines, the first of which stands in.
    static func wrapping(
        _ text: String, style: TextStyle, alignment: Alignment = .left, indentCharacters: Int = 0
    ) -> [NoticeLine] {
        let indent = Double(indentCharacters) * style.emMillimetres
        let block = TextBlock(
            text, at: Point(x: 0, y: 0), width: NoticeGrid.width, style: style, firstLineIndent: indent)
        return block.lines().enumerated().map { number, line in
            NoticeLine(text: line, style: style, alignment: alignment, indent: number == 0 ? indent : 0)
        }
    }

    /// The line where it stands on the page, halfway down its row of the grid.
    func block(top: Double) -> TextBlock {
        // A little more than the type area: a line measured as exactly full must not wrap again.
        let block = TextBlock(
            text, at: Point(x: NoticeGrid.left + indent, y: top), width: NoticeGrid.width - indent + 0.5,
            style: style, alignment: alignment)
        return block.centred(in: NoticeGrid.lineHeight, from: top)
    }
}
