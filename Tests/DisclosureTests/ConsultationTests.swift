import Refusals
import Testing
import WorkingTime

@testable import Disclosure

@Suite("征求意见")
struct ConsultationTests {
    private static func consultation(_ kind: Consultation.Kind = .thirdParty) -> Consultation {
        Consultation(
            id: 1, requestID: 1, kind: kind, party: "星湖餐饮", about: "投标文件", evidenceFile: 1,
            evidenceName: "函.pdf", sentAt: at("2026-09-18"), sentBy: "李敏",
            dueOn: CivilDate(iso: "2026-10-15") ?? .first)
    }

    @Test("期限没有届满不能登记为逾期未答复，最后一天也不能")
    func early() {
        var consultation = Self.consultation()
        #expect(throws: DomainError.self) {
            try consultation.answer(.silent, "", at: at("2026-10-15", hour: 23))
        }
        #expect(throws: Never.self) { try consultation.answer(.silent, "", at: at("2026-10-16")) }
    }

    @Test("不同意要有理由，登记过的不能再登记")
    func refused() throws {
        var consultation = Self.consultation()
        #expect(throws: DomainError.invalid("reply_words_1", "不同意公开的，请登记对方的理由。")) {
            try consultation.answer(.objects, " \n", at: at("2026-09-21"))
        }
        try consultation.answer(.objects, "涉及商业秘密", at: at("2026-09-21"))
        #expect(throws: DomainError.conflict("这次征求意见已经有结果，不能重复登记。")) {
            try consultation.answer(.consents, "", at: at("2026-09-22"))
        }
    }

    @Test("共同制作机关沉默是同意，第三方沉默由本机关决定")
    func silence() {
        #expect(Consultation.Kind.coAuthor.silence.contains("视为同意"))
        #expect(Consultation.Kind.thirdParty.silence.contains("由本机关决定"))
    }
}
