import Foundation
import Refusals
import Services
import Testing

@Suite("Accounts, signatures, places, repeating groups")
struct NewKindTests {
    @Test(
        "What cannot be right is refused with what to do about it",
        arguments: [
            ("bank_account", "6222000000000000013", "银行账号最后一位校验码不对，请核对后重新填写。"),
            ("map_point", "112.47", "店铺名称应为经度和纬度两个数字，例如 112.4721 和 23.0515。"),
            ("map_point", "东经,北纬", "店铺名称应为经度和纬度两个数字，例如 112.4721 和 23.0515。"),
            ("map_point", "-112.47,23.05", "店铺名称应为经度和纬度两个数字，例如 112.4721 和 23.0515。"),
            ("map_point", "23.05,112.47", "店铺名称不在国内，请核对：前面是经度（东经），后面是纬度（北纬）。"),
            ("signature", "陈\u{202E}静", "店铺名称含有无法显示的字符，请删除后重新填写。"),
        ])
    func refused(kind: String, typed: String, sentence: String) throws {
        #expect(try FormFieldTests.field(kind).check(.string(typed))?.sentence.chinese == sentence)
    }

    @Test("Each is asked for in words of its own")
    func asked() throws {
        let required = #""required":true"#
        #expect(try FormFieldTests.field("signature", required).check(nil)?.sentence == "请在\("店铺名称")处签名。")
        #expect(
            try FormFieldTests.field("map_point", required).check(nil)?.sentence == "请选择或填写\("店铺名称")的位置。")
    }

    @Test("A place is stored with six decimals, whether picked, typed in two inputs, or sent as one text")
    func place() throws {
        let place = try FormFieldTests.field("map_point")
        #expect(try place.read("112.4721, 23.0515") == "112.472100,23.051500")
        #expect(try place.read("１１２.4721，23") == "112.472100,23.000000")
        let page = FormPage(id: "p", title: "页", fields: [place])
        let typed = ["form.shop_name": "112,23", "form.shop_name.lon": "112.5", "form.shop_name.lat": "23.1"]
        #expect(page.parse { typed[$0].map { [$0] } ?? [] } == ["shop_name": "112.5,23.1"])
        #expect(page.parse { $0 == "form.shop_name" ? ["112,23"] : [] } == ["shop_name": "112,23"])
        #expect(MapPoint.words(of: "112.472100,23.051500") == "东经 112.472100°，北纬 23.051500°")
    }

    @Test("A community answers a question about communities, and its street does not")
    func community() throws {
        var place = FormField("community", "社区", .division)
        place.divisionLevel = .community
        place.options = [FormOption(value: "441202001901", label: "东门社区")]
        #expect(try place.read("441202001901") == "441202001901")
        #expect(place.check("441202001") != nil)
    }

    @Test("A repeating group has no fewer rows than it asks for, and a row can be left out by its number")
    func rows() throws {
        let columns = #""min":2,"columns":[{"name":"name","label":"姓名","kind":"text"}]"#
        let table = try FormFieldTests.field("table", columns)
        #expect(table.check(.table([["name": "甲"]]))?.sentence.chinese == "店铺名称至少填写 2 行。")
        let typed = [
            "form.shop_name.0.name": "甲", "form.shop_name.2.name": "丙", "form.shop_name.3.name": "丁",
        ]
        let rows = table.parseRows({ typed[$0].map { [$0] } ?? [] }, without: 2)
        #expect(rows == .table([["name": "甲"], ["name": "丁"]]))
    }

    @Test("Picks are counted")
    func picks() throws {
        let options = #""min":2,"max":2,"options":[{"value":"a","label":"甲"},{"value":"b","label":"乙"}]"#
        #expect(
            try FormFieldTests.field("choices", options).check(.list(["a"]))?.sentence.chinese
                == "店铺名称至少选 2 项。")
    }

    @Test("An amount is told in capital characters only where the item says so")
    func capitals() throws {
        #expect(try FormFieldTests.field("money").capitals(of: 12) == "")
        #expect(try FormFieldTests.field("money", #""in_words":true"#).capitals(of: 12) == "（人民币壹拾贰元整）")
    }

    @Test("A question that says nothing new is written as before")
    func unchanged() throws {
        let field = try FormFieldTests.field("text", #""required":true"#)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(field)) as? [String: Any]
        #expect(json?.keys.sorted() == ["kind", "label", "name", "required"])
        #expect(FormField("shop_name", "店铺名称", .text, required: true) == field)
    }
}
