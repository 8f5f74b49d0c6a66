import Dispatch
import Typesetting
import WorkingTime

/// A bulletin on paper, with the charts of its page.
struct BulletinPaper: Sendable {
    let edition: BulletinEdition
    let publishedAt: Instant
    /// What stands below the title: which edition it is, or that it is none yet.
    let note: String
    /// The digest of what was published; nil for a draft, on which no seal stands.
    let digest: String?

    private static let author = "电子监察"

    init(_ published: PublishedBulletin) {
        (edition, publishedAt) = (published.edition, published.publishedAt)
        note = "第 \(edition.edition) 版　\(publishedAt.day.written)公布"
        digest = published.digest
    }

    /// A draft, which says that it is one.
    init(draft bulletin: Bulletin, title: String, at now: Instant) {
        (edition, publishedAt) = (BulletinEdition(bulletin, title: title), now)
        note = "草稿，未经公布"
        digest = nil
    }

    var sheet: Sheet {
        var flow = PaperFlow()
        flow.lines(edition.title, TextStyle(.title, sizePoints: 22, isBold: true), alignment: .centre)
        flow.lines(note, TextStyle(.kai, sizePoints: 14), alignment: .centre)
        let body = TextStyle(.fangsong, sizePoints: 16)
        if let remark = edition.remark { flow.lines("更正说明：\(remark)", body, indentCharacters: 2) }
        for section in edition.sections { lay(section, body, in: &flow) }
        if let digest, let issuer = edition.issuerName {
            flow.sign(issuer, publishedAt.day.written)
            let small = TextStyle(.song, sizePoints: 9)
            flow.lines("全文和数据的摘要（SHA-256，记在不能改动的日志里）：\(digest)", small)
        }
        return Sheet(title: edition.title, author: Self.author, marks: flow.finished())
    }

    private func lay(_ section: BulletinEdition.Section, _ body: TextStyle, in flow: inout PaperFlow) {
        // A seal never stands on a page without text (GB/T 9704-2012, 7.3.5).
        let isSigned = digest != nil && edition.issuerName != nil
        let end = isSigned && section.key == edition.sections.last?.key ? PaperFlow.signing : 0
        let paragraphs = section.text.split(whereSeparator: \.isNewline)
        let isShort = end > 0 && paragraphs.count == 1
        flow.skip()
        flow.lines(
            section.title, TextStyle(.hei, sizePoints: 16), indentCharacters: 2,
            following: isShort ? 2 * PaperFlow.lineHeight + end : 0)
        for (number, paragraph) in paragraphs.enumerated() {
            flow.lines(
                String(paragraph), body, indentCharacters: 2,
                following: number + 1 == paragraphs.count ? end : 0)
        }
        if let drawing = section.chart?.drawing(edition.figures) { flow.chart(drawing) }
    }

    /// The sheet as PDF, set beside the threads that answer requests.
    ///
    /// - Throws: `TypesettingError` when it cannot be drawn.
    func pdf() async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try sheet.pdf(createdMilliseconds: publishedAt.milliseconds) })
            }
        }
    }
}
