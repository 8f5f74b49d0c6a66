import Typesetting

/// Sets lines and charts one below the other on the type area of official documents (GB/T 9704-2012), page after page.
/// All in millimetres.
struct PaperFlow {
    static let left = 28.0
    static let width = 156.0
    private static let top = 37.0
    private static let bottom = 262.0
    static let lineHeight = 225.0 / 22
    /// What ``sign(_:_:)`` and two lines of a digest take.
    static let signing = 7.5 * PaperFlow.lineHeight
    private static let barHeight = 7.0

    private(set) var marks: [Mark] = []
    private var place = PaperFlow.top
    private var page = 1

    /// - Parameter following: what stands on one page with the last two lines.
    mutating func lines(
        _ text: String, _ style: TextStyle, alignment: Alignment = .left, indentCharacters: Int = 0,
        following: Double = 0
    ) {
        let indent = Double(indentCharacters) * style.emMillimetres
        let block = TextBlock(
            text, at: Point(x: 0, y: 0), width: Self.width, style: style, firstLineIndent: indent)
        let lines = block.lines()
        for (number, line) in lines.enumerated() {
            let left = lines.count - number
            reserve(following > 0 && left <= 2 ? Double(left) * Self.lineHeight + following : Self.lineHeight)
            let inset = number == 0 ? indent : 0
            // A little more than the type area: a line measured as exactly full must not wrap again.
            marks.append(
                .text(
                    TextBlock(
                        line, at: Point(x: Self.left + inset, y: place), width: Self.width - inset + 0.5,
                        style: style,
                        alignment: alignment)))
            place += Self.lineHeight
        }
    }

    /// Bars from left to right, each with its label and number: readable in black and white.
    mutating func chart(_ drawing: BulletinChart.Drawing) {
        let style = TextStyle(.song, sizePoints: 10.5)
        reserve(Double(drawing.bars.count) * Self.barHeight + 2 * Self.lineHeight)
        lines(drawing.sentence, TextStyle(.kai, sizePoints: 12))
        let most = max(1, drawing.bars.map(\.value).max() ?? 1)
        let (labels, room) = (46.0, Self.width - 46 - 24)
        for bar in drawing.bars {
            let length = room * Double(max(0, bar.value)) / Double(most)
            marks += [
                .text(
                    TextBlock(
                        String(bar.label.prefix(12)), at: Point(x: Self.left, y: place), width: labels - 2,
                        style: style,
                        alignment: .right)),
                .box(
                    Box(
                        at: Point(x: Self.left + labels, y: place + 0.6), width: max(0.3, length), height: 4,
                        fill: Colour(0x0b_4f9e))),
                .text(
                    TextBlock(
                        "\(bar.value) \(drawing.unit)",
                        at: Point(x: Self.left + labels + length + 1.5, y: place),
                        width: 22, style: style)),
            ]
            place += Self.barHeight
        }
        place += Self.lineHeight / 2
    }

    /// Issuer and date at the right, pressed by the round seal (GB/T 9704-2012, 7.3.5).
    mutating func sign(_ issuer: String, _ date: String) {
        skip()
        reserve(7 * Self.lineHeight)
        let centre = Point(x: Self.left + 107, y: place + 2.4 * Self.lineHeight)
        let width = 2 * (Self.left + Self.width - centre.x)
        let size = min(16, width * 72 / 25.4 / Double(max(issuer.count, 1)))
        for (text, line, points) in [(issuer, 1.4, size), (date, 2.4, 16)] {
            marks.append(
                .text(
                    TextBlock(
                        text, at: Point(x: centre.x - width / 2, y: place + line * Self.lineHeight),
                        width: width + 0.5,
                        style: TextStyle(.fangsong, sizePoints: points), alignment: .centre)))
        }
        marks.append(.seal(Seal(issuer, centre: centre)))
        place += 5 * Self.lineHeight
    }

    mutating func skip() { place += Self.lineHeight / 2 }

    /// All marks, with the number of each page.
    mutating func finished() -> [Mark] {
        number()
        return marks
    }

    /// Turns the page when so much does not fit any more.
    private mutating func reserve(_ height: Double) {
        // What fits exactly fits, whatever the sum of fractions comes to.
        guard place + height > Self.bottom + 0.01, place > Self.top else { return }
        number()
        marks.append(.pageBreak)
        (page, place) = (page + 1, Self.top)
    }

    private mutating func number() {
        marks.append(
            .text(
                TextBlock(
                    "— \(page) —", at: Point(x: Self.left, y: Self.bottom + 7), width: Self.width,
                    style: TextStyle(.song, sizePoints: 14), alignment: .centre)))
    }
}
