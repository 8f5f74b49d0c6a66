/// The end of a notice: code on the left; organ and date on the right, pressed by the seal.
struct NoticeSignature {
    /// The height of the block in lines of the grid.
    static let lines = 5

    private let notice: NoticeSheet
    private let style = TextStyle(.fangsong, sizePoints: 16)

    init(of notice: NoticeSheet) {
        self.notice = notice
    }

    func marks(top: Double) throws(TypesettingError) -> [Mark] {
        let organTop = top + 1.4 * NoticeGrid.lineHeight
        let centre = Point(x: NoticeGrid.left + 107, y: organTop + NoticeGrid.lineHeight)
        let seal: [Mark] =
            notice.isSealed ? [.seal(Seal(notice.organ, purpose: notice.sealPurpose, centre: centre))] : []
        let code = try notice.verification.marks(
            at: Point(x: NoticeGrid.left - 3, y: organTop - 9), edge: 32)
        return [
            .text(line(notice.organ, around: centre.x, top: organTop)),
            .text(line(notice.date, around: centre.x, top: organTop + NoticeGrid.lineHeight)),
        ] + seal + code
    }

    /// Words centred on the seal; a long name becomes smaller rather than leaving the type area.
    private func line(_ text: String, around centre: Double, top: Double) -> TextBlock {
        let width = 2 * (NoticeGrid.width + NoticeGrid.left - centre)
        var fitting = style
        fitting.sizePoints = min(16, width.points / Double(max(text.count, 1)))
        let block = TextBlock(
            text, at: Point(x: centre - width / 2, y: top), width: width + 0.5, style: fitting,
            alignment: .centre)
        return block.centred(in: NoticeGrid.lineHeight, from: top)
    }
}
