import Refusals
import Services
import Testing

@Suite("A whole form")
struct FormTests {
    @Test("An empty form is answered with one sentence for each required question, in order")
    func empty() throws {
        let item = try District.item("food-business-licence")
        let errors = item.check([:])
        #expect(errors.map(\.field) == item.fields.filter(\.required).map(\.inputName))
        #expect(errors.first?.sentence.chinese == "请填写企业名称。")
    }

    @Test("Answers to questions that were not asked are refused")
    func strangers() throws {
        let item = try District.item("food-business-licence")
        var form = District.answers(item)
        form["is_admin"] = true
        #expect(item.check(form).map(\.field) == ["form.is_admin"])
        #expect(item.check(form).first?.sentence.chinese == "这个事项的表单里没有“is_admin”这一项。")
    }

    @Test("A page is checked by itself")
    func page() throws {
        let item = try District.item("food-business-licence")
        let page = try #require(item.pages.last)
        #expect(
            item.check(page, of: [:]).map(\.field).allSatisfy { name in
                page.fields.contains { $0.inputName == name }
            })
    }

    @Test("A question is asked only while its condition holds, and its answer is dropped otherwise")
    func visibility() throws {
        let item = try District.item("residence-permit-endorsement")
        let note = try #require(item.field("change_note"))
        var form = District.answers(item)
        form["change_note"] = "搬到了学府路"
        #expect(!item.isVisible(note, in: form))
        #expect(item.read(form).answers["change_note"] == nil)
        form["changed"] = "yes"
        #expect(item.isVisible(note, in: form))
        #expect(item.read(form).answers["change_note"] == "搬到了学府路")
    }
}
