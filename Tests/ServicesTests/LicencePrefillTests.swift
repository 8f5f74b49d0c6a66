import Refusals
import Services
import Testing

@Suite("What a licence fills in")
struct LicencePrefillTests {
    private static let source = LicencePrefill(
        type: "11440000MB9E00026W003", name: "居民身份证", fact: "户籍地址")

    @Test("has one source, and none where nothing can be filled in")
    func slips() throws {
        var item = try #require(try ItemFiles.items().first { $0.slug == "sole-trader-registration" })
        var field = FormField("home_address", "住址", .address)
        field.licence = Self.source
        item.pages[0].fields.append(field)
        #expect(item.formFindings().isEmpty)
        item.pages[0].fields[item.pages[0].fields.count - 1].prefill = .personAddress
        #expect(item.formFindings().map(\.message) == ["自动填入只能选一个来源：登记信息或者电子证照"])
        var upload = FormField("photo", "照片", .file)
        upload.licence = LicencePrefill(type: "x", name: "", fact: "")
        item.pages[0].fields[item.pages[0].fields.count - 1] = upload
        #expect(item.formFindings().count == 3)
    }

    @Test("is kept in the form it takes; an option may be told by its words")
    func known() {
        var choice = FormField("kind", "类型", .choice)
        choice.options = [FormOption(value: "shop", label: "食品销售")]
        #expect(choice.known("食品销售") == "shop" && choice.known("shop") == "shop")
        #expect(choice.known("餐饮") == nil)
        #expect(FormField("day", "日期", .date).known("2026年11月21日") == "2026-11-21")
    }
}
