import Foundation
import Refusals
import Services
import Testing

@Suite("What follows from answers: conditions, calculations, rules, signatures")
struct CalculationTests {
    private static func rent(_ changes: FormAnswers = [:]) throws -> (ServiceItem, FormAnswers) {
        let item = try District.item("startup-rent-subsidy")
        let payments = FormValue.table([
            ["paid_on": "2026-10-01", "amount": 1500], ["paid_on": "2026-11-01", "amount": "1500.50"],
        ])
        let form = District.answers(item).merging(["payments": payments, "asked_amount": 3000]) { $1 }
        return (item, form.merging(changes) { $1 })
    }

    @Test("What is worked out is never taken from the sender")
    func forged() throws {
        let (item, form) = try Self.rent(["rent_total": 99999, "limit": 99999, "asked_amount": 4000])
        let reading = item.read(form)
        #expect(reading.answers["rent_total"] == .number(3000.5))
        #expect(reading.answers["limit"] == .number(3000.5))
        #expect(reading.errors.map(\.sentence.chinese) == ["申请的补贴金额不能超过最多可以申请的金额。"])
    }

    @Test("A page whose sum depends on a later page can be kept; the whole form says what is missing")
    func open() throws {
        var (item, form) = try Self.rent()
        form["payments"] = nil
        let page = try #require(item.pages.first { $0.id == "rent" })
        #expect(item.check(page, of: form).map(\.field) == ["form.payments"])
        let whole = item.check(form).map(\.sentence.chinese)
        #expect(whole == ["请至少填写一行已经支付的租金。", "租金合计由系统计算，请先填好它所依据的问题。", "最多可以申请由系统计算，请先填好它所依据的问题。"])
        #expect(item.completed(form)["rent_total"] == nil)
    }

    @Test("A rule that cannot be decided yet refuses nothing; one that holds neither")
    func rules() throws {
        let (item, form) = try Self.rent()
        #expect(item.check(form).isEmpty)
        #expect(item.completed(form)["limit"] == .number(3000.5))
        let page = try #require(item.pages.first { $0.id == "rent" })
        var open = form
        open["payments"] = nil
        #expect(!item.check(page, of: open).map(\.field).contains("form.asked_amount"))
    }

    @Test("Only the applicant or whoever files may sign")
    func signature() throws {
        let (item, form) = try Self.rent(["signature": "李敏"])
        let sentence = "申请人签名应与申请人或者经办人的姓名完全一致。"
        #expect(item.check(form, signedBy: ["张伟"]).map(\.sentence.chinese) == [sentence])
        #expect(item.check(form, signedBy: ["张伟", "李敏"]).isEmpty)
    }

    @Test("The answer to a question that is no longer asked counts for nothing further on")
    func chain() throws {
        var (item, form) = try Self.rent(["landlord": "relative", "relation": "叔侄"])
        var note = FormField("note", "说明", .text)
        note.visibleWhen = "relation = \"叔侄\""
        item.pages[0].fields.append(note)
        #expect(item.visibleNames(in: form).isSuperset(of: ["relation", "note"]))
        form["landlord"] = "market"
        #expect(item.visibleNames(in: form).isDisjoint(with: ["relation", "note"]))
    }
}
