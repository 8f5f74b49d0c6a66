import Foundation
import Testing

@testable import Typesetting

@Suite("A picture on a sheet")
struct PictureMarkTests {
    /// One grey point.
    private static let png = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
        ) ?? Data())

    private func notice(_ drawings: [NoticeDrawing]) -> NoticeSheet {
        var notice = NoticeSheet(
            title: "收件回执", number: "1", addressee: "张伟", passages: [.paragraph("已收到。")], organ: "政务局",
            date: "2026年11月21日", verification: Verification(address: "https://example.gov.cn"))
        (notice.drawings, notice.isSealed) = (drawings, false)
        return notice
    }

    @Test("is none when it is no PNG, or says that it is larger than any signature")
    func refused() {
        let place = Point(x: 0, y: 0)
        #expect(PictureMark(png: Array("GIF89a".utf8), at: place, width: 9, height: 9) == nil)
        var bomb = Self.png
        bomb.replaceSubrange(16..<20, with: [0, 1, 0, 0])
        #expect(PictureMark(png: bomb, at: place, width: 9, height: 9) == nil)
        #expect(PictureMark(png: Self.png, at: place, width: 9, height: 9) != nil)
    }

    @Test("stands at the end of a notice without a seal, and what cannot be read leaves the words")
    func onNotice() throws {
        let broken = Array(Self.png.prefix(30))
        let sheet = try notice([NoticeDrawing("申请人签名：", png: Self.png), NoticeDrawing("坏的：", png: broken)])
            .sheet()
        #expect(!sheet.marks.contains { if case .seal = $0 { true } else { false } })
        #expect(sheet.marks.filter { if case .picture = $0 { true } else { false } }.count == 2)
        let (with, without) = (
            try sheet.pdf(createdMilliseconds: 0), try notice([]).sheet().pdf(createdMilliseconds: 0)
        )
        #expect(String(decoding: with, as: UTF8.self).contains("/Image"))
        #expect(!String(decoding: without, as: UTF8.self).contains("/Image"))
    }
}
