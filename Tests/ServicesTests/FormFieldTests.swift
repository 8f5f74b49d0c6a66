import Foundation
import Refusals
import Services
import Testing

@Suite("One answer to one question")
struct FormFieldTests {
    @Test(
        "A required question that was left open is asked for in words that fit it",
        arguments: [
            ("text", "请填写店铺名称。"), ("date", "请填写店铺名称。"), ("choice", "请选择店铺名称。"),
            ("file", "请上传店铺名称。"), ("table", "请至少填写一行店铺名称。"),
        ])
    func missing(kind: String, sentence: String) throws {
        let field = try Self.field(kind, #""required":true"#)
        #expect(field.check(nil)?.sentence.chinese == sentence)
        #expect(field.check("  ")?.sentence.chinese == sentence)
        #expect(field.check(nil)?.field == "form.shop_name")
    }

    @Test(
        "What cannot be right is refused with what to do about it",
        arguments: [
            ("phone", "1380000567", "手机号码应为 11 位数字，例如 13800005678。固定电话请带区号，例如 0758-2700000。"),
            ("email", "chenjing@", "电子邮箱的写法不对，例如 chenjing@example.com。"),
            ("date", "2026-02-30", "店铺名称应为真实的日期，例如 2026-11-21。"),
            ("integer", "12.5", "店铺名称应为整数，例如 12。"),
            ("integer", "十二", "店铺名称应为整数，例如 12。"),
            ("money", "10.005", "店铺名称应为金额，最多两位小数，例如 1200.50。"),
            ("money", "-1", "店铺名称不能小于 0 元。"),
            ("number", "1e9", "店铺名称应为数字，例如 12.5。"),
            ("identity_number", "441299199003071232", "身份证号码最后一位校验码不对，请核对后重新填写。"),
            ("boolean", "也许", "“店铺名称”请选择是或否。"),
            ("file", "abc", "请重新上传店铺名称。"),
            ("text", "星湖\u{7}餐饮", "店铺名称含有无法显示的字符，请删除后重新填写。"),
            ("text", "第一行\n第二行", "店铺名称含有无法显示的字符，请删除后重新填写。"),
            ("text", "abc\u{202E}fdp", "店铺名称含有无法显示的字符，请删除后重新填写。"),
        ])
    func refused(kind: String, typed: String, sentence: String) throws {
        #expect(try Self.field(kind).check(.string(typed))?.sentence.chinese == sentence)
    }

    @Test("Words may be as long as the field says, and not longer")
    func lengths() throws {
        let name = try Self.field("text", #""max_length":5"#)
        #expect(name.check("端州砂锅粥") == nil)
        #expect(name.check("端州砂锅粥店")?.sentence.chinese == "店铺名称最多 5 个字，现在有 6 个字。")
        #expect(try Self.field("text").check(.string(String(repeating: "粥", count: 201))) != nil)
        #expect(try Self.field("long_text").check(.string(String(repeating: "粥", count: 2000))) == nil)
    }

    @Test("Numbers stay between the least and the most")
    func bounds() throws {
        let area = try Self.field("number", #""min":1,"max":500,"unit":"平方米""#)
        #expect(area.check(0)?.sentence.chinese == "店铺名称不能小于 1 平方米。")
        #expect(area.check(501)?.sentence.chinese == "店铺名称不能大于 500 平方米。")
        #expect(area.check(500) == nil)
    }

    @Test("Only listed options can be picked")
    func options() throws {
        let options = #""options":[{"value":"a","label":"甲"},{"value":"b","label":"乙"}]"#
        let one = try Self.field("choice", options)
        #expect(one.check("c")?.sentence.chinese == "请从列出的选项中选择店铺名称。")
        #expect(one.check(.list(["a", "b"])) != nil)
        let many = try Self.field("choices", options)
        #expect(try many.read(.list(["b", "a", "b"])) == .list(["a", "b"]))
        #expect(try many.read("b") == .list(["b"]))
        #expect(many.check(.list(["a", "c"])) != nil)
    }

    @Test("A declaration must be ticked")
    func declaration() throws {
        let promise = try Self.field("boolean", #""required":true,"affirm":true"#)
        #expect(promise.check(false)?.sentence.chinese == "请阅读并勾选“店铺名称”。")
        #expect(promise.check(nil)?.sentence.chinese == "请阅读并勾选“店铺名称”。")
        #expect(promise.check("on") == nil)
    }

    @Test("A table names the row and the column that is wrong")
    func tables() throws {
        let columns = #""max":2,"columns":[{"name":"amount","label":"出资额","kind":"money","required":true}]"#
        let table = try Self.field("table", columns)
        let wrong = FormValue.table([["amount": 1], ["amount": "一元"]])
        #expect(
            table.check(wrong)?.sentence.chinese == "店铺名称第 2 行：出资额应为金额，最多两位小数，例如 1200.50。")
        #expect(table.check(.table([["amount": 1, "x": 2]]))?.sentence.chinese == "店铺名称第 1 行没有“x”这一栏。")
        #expect(table.check(.table([["amount": 1], ["amount": 1], ["amount": 1]])) != nil)
        #expect(try table.read(.table([["amount": "2.50"]])) == .table([["amount": .number(2.5)]]))
    }

    @Test(
        "Every spelling of the same answer is stored the same way",
        arguments: [
            ("integer", FormValue.string("12"), FormValue.number(12)), ("integer", .number(12), .number(12)),
            ("integer", "１２", 12), ("money", "1200.50", .number(Decimal(string: "1200.5")!)),
            ("boolean", true, true), ("boolean", "on", true), ("boolean", "true", true),
            ("boolean", "否", false),
            ("phone", "+86 138 0000 5678", "13800005678"), ("phone", "0758-0000201", "0758-0000201"),
            ("date", "2026年2月28日", "2026-02-28"), ("date", "2026/2/28", "2026-02-28"),
            ("identity_number", "44129919690305082x", "44129919690305082X"),
            ("text", "  星湖餐饮 ", "星湖餐饮"), ("text", .number(3), "3"),
            ("long_text", "一\r\n二", "一\n二"), ("file", .number(42), "42"),
        ])
    func normalised(kind: String, sent: FormValue, stored: FormValue) throws {
        #expect(try Self.field(kind).read(sent) == stored)
    }

    @Test("A community stands for its street")
    func division() throws {
        let options = #""options":[{"value":"441202001","label":"城东街道"}]"#
        let street = try Self.field("division", options)
        #expect(try street.read("441202001901") == "441202001")
        #expect(street.check("440106001")?.sentence.chinese == "请从列出的选项中选择店铺名称。")
    }

    static func field(_ kind: String, _ more: String = #""required":false"#) throws -> FormField {
        let json = #"{"name":"shop_name","label":"店铺名称","kind":"\#(kind)",\#(more)}"#
        return try JSONDecoder().decode(FormField.self, from: Data(json.utf8))
    }
}
