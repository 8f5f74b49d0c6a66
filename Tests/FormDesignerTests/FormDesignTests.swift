import Foundation
import Refusals
import Services
import Testing
import Web

@testable import FormDesigner

@Suite("A form while somebody arranges it")
struct FormDesignTests {
    private static func design() -> FormDesign {
        var relation = FormField("relation", "关系", .text)
        relation.visibleWhen = "landlord = \"relative\""
        var landlord = FormField("landlord", "场地从哪里租来", .choice)
        landlord.options = [.init(value: "market", label: "房东"), .init(value: "relative", label: "亲属")]
        return FormDesign([
            FormPage(id: "a", title: "甲", fields: [landlord, relation]), FormPage(id: "b", title: "乙"),
        ])
    }

    @Test("A page that still asks something is not taken out, and neither is a question others speak of")
    func removals() throws {
        var design = Self.design()
        #expect(throws: DomainError.conflict("这一页还有 \(2) 个问题，请先移走或者删除。")) { try design.removePage("a") }
        #expect(throws: DomainError.conflict("“\("关系")”的条件、计算或者规则用到了这个问题，请先修改它。")) {
            try design.remove("landlord")
        }
        try design.remove("relation")
        try design.remove("landlord")
        try design.removePage("a")
        #expect(design.pages.map(\.id) == ["b"])
    }

    @Test("What is not there cannot be changed")
    func missing() {
        var design = Self.design()
        #expect(throws: DomainError.self) { try design.rename("z", to: "丙") }
        #expect(throws: DomainError.self) { try design.move("nobody", .up) }
        #expect(throws: DomainError.self) { try design.remove("nobody") }
        #expect(throws: DomainError.invalid("title", "请写明这一页的标题。")) { try design.addPage(" ") }
        #expect(throws: DomainError.invalid("label", "请写明题目。")) { try design.add("", .text, to: "a") }
    }

    @Test("A question moves over the edge of its page, and stays at the ends of the form")
    func moves() throws {
        var design = Self.design()
        try design.move("landlord", .up)
        #expect(design.pages[0].fields.map(\.name) == ["landlord", "relation"])
        try design.move("relation", .down)
        #expect(design.pages[1].fields.map(\.name) == ["relation"])
        try design.move("relation", .down)
        try design.move("relation", .up)
        #expect(design.pages[0].fields.map(\.name) == ["landlord", "relation"])
        try design.movePage("b", .up)
        #expect(design.pages.map(\.id) == ["b", "a"])
    }

    @Test(
        "Names are made of words, are words of the language of conditions, and stand once",
        arguments: [
            ("支付日期", "zhi_fu_ri_qi"), ("Name", "name"), ("3 个月", "q_3_ge_yue"), ("！", "question"),
            ("Then", "then_1"),
            ("taken", "taken_2"),
        ])
    func names(words: String, name: String) {
        #expect(QuestionName.make(of: words, taken: ["taken"]) == name)
    }
}

@Suite("A question as it is entered")
struct QuestionEntryTests {
    private static func entry(_ pairs: [(String, String)]) -> QuestionEntry {
        QuestionEntry(form: FormData([("label", "题目")] + pairs.map { (name: $0.0, value: $0.1) }))
    }

    @Test(
        "What cannot be read is refused at its field",
        arguments: [
            ("kind", [("kind", "magic")]), ("min", [("kind", "integer"), ("min", "十")]),
            ("when", [("kind", "text"), ("when", "landlord=nobody")]),
            ("visible_when", [("kind", "text"), ("when", "feel")]),
            ("columns", [("kind", "table"), ("columns", "姓名")]),
            ("columns", [("kind", "table"), ("columns", "附件 | 上传文件")]),
        ])
    func refused(field: String, pairs: [(String, String)]) throws {
        let error = #expect(throws: DomainError.self) {
            try Self.entry(pairs).field(FormField("a", "甲", .text), among: [])
        }
        guard case .invalid(let errors) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(errors.map(\.field) == [field])
    }

    @Test("A simple choice becomes an expression, rules become rows, and the name stays")
    func read() throws {
        var landlord = FormField("landlord", "来源", .choice)
        landlord.options = [.init(value: "relative", label: "亲属")]
        let field = try Self.entry([
            ("kind", "money"), ("required", "true"), ("in_words", "true"), ("min", "1"),
            ("when", "landlord=relative"),
            ("rules.0.holds", "a < 9"), ("rules.0.otherwise", "太多了。"), ("rules.1.holds", ""),
        ]).field(FormField("a", "甲", .text), among: [landlord])
        #expect(field.name == "a" && field.label == "题目" && field.kind == .money && field.required)
        #expect(field.visibleWhen == "landlord = \"relative\"" && field.min == 1 && field.inWords)
        #expect(field.rules == [AnswerRule(holds: "a < 9", otherwise: "太多了。")])
    }

    @Test("A question that changes its kind leaves behind what the new one does not have")
    func otherKind() throws {
        var choice = FormField("a", "甲", .choice)
        choice.options = [.init(value: "x", label: "某")]
        let field = try Self.entry([("kind", "text"), ("options", "x | 某"), ("min", "2")]).field(
            choice, among: [])
        #expect(field.options.isEmpty && field.min == nil)
    }

    @Test("Options keep their values as long as their words stay, and columns their names")
    func lines() throws {
        let before = [FormOption(value: "owned", label: "自有")]
        let options = EntryLines.options(in: "自有\n\nr ｜ 租赁\n借用", before: before)
        #expect(options.map(\.value) == ["owned", "r", "jie_yong"])
        #expect(EntryLines.options(in: EntryLines.text(of: options), before: []) == options)
        let columns = try EntryLines.columns(in: "姓名 | 一行文字 | 必填\nage | 年龄 | 整数", before: [])
        #expect(columns.map(\.name) == ["xing_ming", "age"] && columns.map(\.required) == [true, false])
        #expect(try EntryLines.columns(in: EntryLines.text(of: columns), before: columns) == columns)
    }
}
