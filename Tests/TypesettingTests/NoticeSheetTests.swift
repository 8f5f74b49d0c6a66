import Testing
import Typesetting

@Suite("Notices")
struct NoticeSheetTests {
    @Test("a seal never stands on a page without text", arguments: 1..<30)
    func sealKeepsText(sentences: Int) throws {
        let passages = (0..<sentences).map { NoticePassage.paragraph("第\($0 + 1)项事实清楚。") }
        let marks = try Samples.notice("行政许可受理通知书", passages).sheet().marks
        let lastPage = marks.split(separator: .pageBreak).last ?? []
        #expect(lastPage.contains { if case .seal = $0 { true } else { false } })
        #expect(texts(of: lastPage).contains { $0.hasSuffix("清楚。") })
    }

    @Test("nothing is lost or doubled over many pages")
    func manyPages() throws {
        let passages = (0..<100).map { NoticePassage.paragraph("〈\($0)〉") }
        let sheet = try Samples.notice("行政许可受理通知书", passages).sheet()
        let found = texts(of: sheet.marks[...]).filter { $0.hasPrefix("〈") }
        #expect(found == (0..<100).map { "〈\($0)〉" })
        #expect(texts(of: sheet.marks[...]).filter { $0.hasPrefix("— ") } == (1...5).map { "— \($0) —" })
    }

    @Test(
        "every kind of notice reads back as it was written", .enabled(if: Tool.areInstalled),
        arguments: [Samples.acceptance, Samples.correction, Samples.approval, Samples.refusal])
    func readsBack(notice: NoticeSheet) throws {
        let printout = try Printout(notice.sheet(), as: notice.title)
        let text = try printout.text().filter { !$0.isWhitespace }
        for words in [notice.title, notice.number, notice.addressee + "：", notice.date, Samples.remark] {
            #expect(text.contains(words.filter { !$0.isWhitespace }))
        }
        if let remedies = notice.remedies { #expect(text.contains(remedies)) }
        #expect(try printout.scanned() == Samples.address)
    }

    @Test("long names stay between the margins", .enabled(if: Tool.areInstalled))
    func longNames() throws {
        var notice = Samples.refusal
        notice.addressee = String(repeating: "肇庆端州星湖餐饮管理", count: 20)
        notice.organ = "肇庆市端州区人民政府城东街道办事处综合行政执法办公室（审批服务办公室）"
        let edges = try Printout(notice.sheet(), as: "notice-long").wordEdges()
        #expect(edges.allSatisfy { $0[0] > 25 * 72 / 25.4 - 1 && $0[2] < 184 * 72 / 25.4 + 2 })
    }

    private func texts(of marks: ArraySlice<Mark>) -> [String] {
        marks.compactMap { if case .text(let block) = $0 { block.text } else { nil } }
    }
}
