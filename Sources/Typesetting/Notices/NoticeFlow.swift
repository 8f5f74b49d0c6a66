/// Places lines on the grid, page after page.
struct NoticeFlow {
    let remark: String?
    var marks: [Mark] = []
    private var line = 0
    private var page = 1
    private var lastLines: [NoticeLine] = []

    init(remark: String?) {
        self.remark = remark
    }

    /// Where the next line begins, in millimetres from the upper edge.
    var top: Double { NoticeGrid.top + Double(line) * NoticeGrid.lineHeight }

    mutating func place(_ lines: [NoticeLine]) {
        for next in lines {
            if line == NoticeGrid.linesPerPage { turnPage() }
            marks.append(.text(next.block(top: top)))
            line += 1
            lastLines = lastLines.suffix(1) + [next]
        }
    }

    /// Makes room for a block that must not be parted. When a new page is needed, the last two lines of
    /// text go with it: a seal never stands on a page without text (GB/T 9704-2012, 7.3.5).
    mutating func reserve(lines: Int) {
        guard line + lines > NoticeGrid.linesPerPage else { return }
        let carried = line > lastLines.count ? lastLines : []
        marks.removeLast(carried.count)
        turnPage()
        place(carried)
    }

    /// Leaves room that was reserved for something that is no text.
    mutating func skip(lines: Int) {
        line += lines
        lastLines = []
    }

    /// All marks, with page number and remark on each page.
    mutating func finished() -> [Mark] {
        finishPage()
        return marks
    }

    private mutating func turnPage() {
        finishPage()
        marks.append(.pageBreak)
        page += 1
        line = 0
    }

    private mutating func finishPage() {
        let number = TextBlock(
            "— \(page) —", at: Point(x: NoticeGrid.left, y: NoticeGrid.bottom + 7), width: NoticeGrid.width,
            style: TextStyle(.song, sizePoints: 14), alignment: .centre)
        marks.append(.text(number))
        guard let remark else { return }
        let words = TextBlock(
            remark, at: Point(x: NoticeGrid.left, y: NoticeGrid.bottom + 16), width: NoticeGrid.width,
            style: TextStyle(.hei, sizePoints: 9, colour: .grey), alignment: .centre)
        marks.append(.text(words))
    }
}
