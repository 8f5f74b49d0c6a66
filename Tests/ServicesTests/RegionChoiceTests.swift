import Foundation
import Refusals
import Services
import Testing

@Suite("A region of the country")
struct RegionChoiceTests {
    private let field: FormField

    init() {
        var offered = FormField("home", "户籍地", .region, required: true)
        offered.options = [
            ("110000", "北京市"), ("110101", "北京市东城区"), ("410000", "河南省"), ("410100", "河南省郑州市"),
            ("410102", "河南省郑州市中原区"), ("419001", "河南省济源市"), ("440000", "广东省"), ("441900", "广东省东莞市"),
            ("710000", "台湾省"),
        ].map { FormOption(value: $0.0, label: $0.1) }
        offered.formerOptions = [FormOption(value: "410103", label: "河南省郑州市二七区")]
        field = offered
    }

    @Test(
        "is picked down to where nothing is left to pick",
        arguments: ["440000", "410100", "110000", "410103", "999999", "中原区"])
    func unfinished(code: String) {
        #expect(field.check(.string(code)) != nil)
    }

    @Test(
        "a county, a city without counties and a province without cities are answers",
        arguments: ["410102", "419001", "110101", "441900", "710000"])
    func whole(code: String) throws {
        #expect(try field.read(.string(code)) == .string(code))
    }

    @Test("each list follows from what was picked in the one before, by its own names")
    func levels() {
        #expect(field.regionLevels(for: nil).map(\.options.count) == [4])
        let henan = field.regionLevels(for: "410000")
        #expect(henan.count == 2 && henan[0].chosen == "410000" && henan[1].chosen == nil)
        #expect(henan[1].options.map(\.label) == ["郑州市", "济源市"])
        let district = field.regionLevels(for: "410102")
        #expect(district.map(\.chosen) == ["410000", "410100", "410102"])
        #expect(field.regionLevels(for: "110101").map(\.chosen) == ["110000", "110101"])
        #expect(field.regionLevels(for: "710000").count == 1)
    }

    @Test("a list whose wider one has changed counts no more")
    func changedAbove() {
        let page = FormPage(id: "p", title: "页", fields: [field])
        let sent = ["form.home.1": "440000", "form.home.2": "410100", "form.home.3": "410102"]
        #expect(page.parse { sent[$0].map { [$0] } ?? [] } == ["home": "440000"])
        let right = ["form.home.1": "410000", "form.home.2": "410100", "form.home.3": "410102"]
        #expect(page.parse { right[$0].map { [$0] } ?? [] } == ["home": "410102"])
    }

    @Test("the country's regions are no part of the item")
    func body() throws {
        let text = String(decoding: try JSONEncoder().encode(field), as: UTF8.self)
        #expect(!text.contains("options") && text.contains("region"))
    }
}
