/// The notice as lines on the grid.
extension NoticeSheet {
    private static let fangsong = TextStyle(.fangsong, sizePoints: 16)
    private static let hei = TextStyle(.hei, sizePoints: 16)

    /// Organ, title and number, centred.
    var head: [NoticeLine] {
        let title = TextStyle(.title, sizePoints: 22, isBold: true)
        return NoticeLine.wrapping(organ, style: title, alignment: .centre)
            + NoticeLine.wrapping(self.title, style: title, alignment: .centre)
            + NoticeLine.wrapping(number, style: Self.fangsong, alignment: .centre)
            + [NoticeLine.blank]
    }

    /// Addressee, text and remedies.
    var body: [NoticeLine] {
        let closing = remedies.map { paragraph($0) } ?? []
        return NoticeLine.wrapping("\(addressee)：", style: Self.fangsong) + passages.flatMap(lines(of:))
            + closing
    }

    private func lines(of passage: NoticePassage) -> [NoticeLine] {
        switch passage {
        case .paragraph(let text):
            paragraph(text)
        case .heading(let text):
            NoticeLine.wrapping(text, style: Self.hei, indentCharacters: 2)
        case .list(let items):
            items.enumerated().flatMap { number, item in paragraph("\(number + 1). \(item)") }
        }
    }

    private func paragraph(_ text: String) -> [NoticeLine] {
        NoticeLine.wrapping(text, style: Self.fangsong, indentCharacters: 2)
    }
}
