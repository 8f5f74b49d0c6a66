import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Disclosure

@Suite("答复")
struct AnswerTests {
    private func refusal(_ house: House, _ number: String, _ change: (inout AnswerForm) -> Void) async
        -> [String]
    {
        do {
            try await house.draft(number, change)
            return []
        } catch DomainError.invalid(let errors) { return errors.map(\.sentence.chinese) } catch {
            return [String(describing: error)]
        }
    }

    @Test("没有类型、不公开没有理由、部分公开没有原件、公开的文字有个人信息，都送不了审签")
    func refused() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.confirm(number)
        #expect(await refusal(house, number) { $0.kind = "nonsense" } == ["请选择答复的类型。"])
        #expect(await refusal(house, number) { $0.kind = "corrected" } == ["请选择答复的类型。"])
        #expect(
            await refusal(house, number) { ($0.kind, $0.words) = ("refused", "") }
                == ["请选择不予公开的理由。", "请写明理由，申请人会看到。"])
        #expect(await refusal(house, number) { $0.kind = "elsewhere" } == ["请写明负责机关的名称和联系方式。"])
        #expect(
            await refusal(house, number) { ($0.kind, $0.ground) = ("partial", "third-party") }
                == ["部分公开的，请附上遮盖以后的文件。"])
        let file = try await house.upload("%PDF-1.4 black", named: "遮盖.pdf", by: "officer-scjg")
        #expect(
            await refusal(house, number) {
                ($0.kind, $0.ground, $0.enclosures) = ("partial", "third-party", [file])
            } == ["请同时附上遮盖以前的原件，原件只留存在本机关。"])
        #expect(
            await refusal(house, number) { $0.publicWords = "张伟来问" }
                == ["公开的文字里有申请人的姓名或者名称「张*」，请删去。"])
        #expect(try await house.subject(number).draft == nil)
    }

    @Test("拟稿的人不能自己签发，退回修改以后保留文号")
    func returned() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.confirm(number)
        try await house.draft(number)
        let serial = try #require(try await house.subject(number).draft?.number)
        await #expect(throws: DomainError.self) {
            try await house.finish(number, "sign", by: "officer-scjg")
        }
        try await house.finish(number, "return", opinion: "请补充依据。", by: "head-scjg")
        try await house.draft(number) { $0.words = "补充以后的答复。" }
        #expect(try await house.subject(number).draft?.number == serial)
        #expect(try await house.row(number).endedAt == nil)
        try await house.finish(number, "sign", by: "head-scjg")
        #expect(serial == "市场监督管理局依申请公开〔2026〕1号")
        #expect(try await house.subject(number).documents.last?.number == serial)
    }

    @Test("签发以后有答复书，写明依据和救济途径，登记簿里没有申请人")
    func answered() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.answer(number)
        let subject = try await house.subject(number)
        #expect(subject.phase == .closed && subject.result?.outcome == .answered)
        let paper = try #require(subject.documents.last { $0.kind == .answer })
        let text = paper.paragraphs.joined()
        #expect(text.contains("《政府信息公开条例》第三十六条第（二）项"))
        #expect(text.contains("行政复议") && text.contains("行政诉讼"))
        let row = try await house.row(number)
        #expect(row.result == "granted" && row.kind == "public" && row.publishedAt != nil)
        let next = try await house.ask("另一件需要的信息")
        try await house.answer(next) { $0.isPublic = false }
        #expect(try await house.row(next).publishedAt == nil)
        let listed = try await house.database.read { try RequestStore.published(after: nil, in: $0).items }
        #expect(listed.map(\.number) == [number])
        #expect(!listed.contains { "\($0)".contains("张伟") })
    }

    @Test("没有拟写答复，在办件页上也完成不了")
    func undrafted() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.confirm(number)
        await #expect(throws: DomainError.conflict("请先拟写答复，再送审签。")) {
            try await house.finish(number, "submit", by: "officer-scjg")
        }
    }

    @Test("没有在等补正的、没有逾期费用的，不能不再处理")
    func abandoned() async throws {
        let house = try await House()
        let number = try await house.ask()
        let (head, viewer) = (
            try await house.actor("head-scjg"), try await house.account("head-scjg").viewer
        )
        await #expect(throws: DomainError.conflict("本件没有在等申请人补正。")) {
            try await house.requests.abandon(
                number, because: "abandoned", reason: "逾期", by: head, as: viewer)
        }
        await #expect(throws: DomainError.conflict("没有逾期未缴的收费通知。")) {
            try await house.requests.abandon(number, because: "unpaid", reason: "逾期", by: head, as: viewer)
        }
        try await house.finish(number, "supplement", opinion: "请写明年份。", by: "officer-scjg")
        try await house.requests.abandon(
            number, because: "abandoned", reason: "逾期没有补正。", by: head, as: viewer)
        #expect(try await house.row(number).result == "abandoned")
        #expect(try await house.subject(number).phase == .closed)
    }

    @Test("撤回的申请算其他处理，不进登记簿")
    func withdrawn() async throws {
        let house = try await House()
        let number = try await house.ask()
        let actor = try await house.actor("zhangwei")
        try await house.cases.change(number, by: actor, as: .system) {
            try $0.withdraw(reason: "已经找到了", on: $1)
        }
        let row = try await house.row(number)
        #expect(row.result == "other" && row.publishedAt == nil)
    }
}
