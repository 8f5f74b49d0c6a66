import Codes
import Identity
import Testing

@testable import Cases
@testable import Desk

@Suite("办件页上的听证和更正")
struct HearingDutiesTests {
    @Test("受理以前、别的部门都不能告知听证权利；告知一次以后不再出现")
    func telling() throws {
        var filed = try FiledMatter()
        #expect(try !filed.duties(of: .officer).mayTellHearingRight)
        try filed.finish(as: .clerk, "accept")
        #expect(try !filed.duties(of: .foreignHead).mayTellHearingRight)
        #expect(try filed.duties(of: .officer).mayTellHearingRight)
        let number = filed.matter.root.number.text
        try filed.matter.tellHearingRight(number, cause: "涉及他人", on: FiledMatter.occasion(.officer))
        let duties = try filed.duties(of: .officer)
        #expect(!duties.mayTellHearingRight && !duties.mayScheduleHearing && !duties.mayRecordHearing)
    }

    @Test("更正只给主办部门负责人，只对现在有效的文书")
    func correcting() throws {
        var filed = try FiledMatter()
        try filed.finish(as: .clerk, "accept")
        let paper = try #require(filed.matter.root.documents.first)
        #expect(try !filed.duties(of: .officer).mayCorrect(paper))
        #expect(try filed.duties(of: .head).mayCorrect(paper))
        let correction = PaperCorrection(paragraphs: paper.paragraphs.map { $0 + "特此通知。" }, reason: "漏字")
        try filed.matter.correct(
            filed.matter.root.number.text, document: paper.id, with: correction,
            on: FiledMatter.occasion(.head))
        let old = try #require(filed.matter.root.documents.first)
        #expect(try !filed.duties(of: .head).mayCorrect(old))
        #expect(filed.matter.root.documents.count == 3)
    }
}
