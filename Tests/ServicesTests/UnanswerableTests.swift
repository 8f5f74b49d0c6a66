import Foundation
import Services
import Testing

@Suite("A form that nobody could fill in is not published")
struct UnanswerableTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: String
        let change: @Sendable (inout FormField) -> Void
        var kind = FieldKind.text
    }

    private static func options(_ count: Int) -> [FormOption] {
        (0..<count).map { FormOption(value: "o\($0)", label: "第 \($0) 项") }
    }

    @Test(
        "Every question without an answer is found",
        arguments: [
            Slip(
                testDescription: "least above most", message: "最小值大于最大值",
                change: { ($0.min, $0.max) = (3, 2) }, kind: .number),
            Slip(
                testDescription: "no whole number between", message: "最小值和最大值之间没有整数",
                change: { ($0.min, $0.max) = (1.2, 1.8) }, kind: .integer),
            Slip(
                testDescription: "negative amount", message: "金额不能小于 0，最大值却小于 0", change: { $0.max = -1 },
                kind: .money),
            Slip(testDescription: "no characters", message: "最多字数至少为 1", change: { $0.maxLength = 0 }),
            Slip(testDescription: "no options", message: "选择题应有选项，且只有选择题有", change: { _ in }, kind: .choice),
            Slip(
                testDescription: "more picks than options", message: "至少要 3，但是选项只有 2 个",
                change: { ($0.min, $0.options) = (3, options(2)) }, kind: .choices),
            Slip(
                testDescription: "sixty rows", message: "最多 60，但是最多 50 行",
                change: { ($0.max, $0.columns) = (60, [FormField("x", "乙", .text)]) }, kind: .table),
            Slip(
                testDescription: "bounds of words", message: "最小值和最大值只用于数字、多选和可增减的多行", change: { $0.min = 2 }),
            Slip(
                testDescription: "a name nobody can speak of", message: "名称应为小写字母开头的字母、数字和下划线，最多 40 个",
                change: { $0.name = "店名" }),
            Slip(
                testDescription: "a word of the language", message: "名称不能是表达式里的词“then”",
                change: { $0.name = "then" }),
            Slip(
                testDescription: "condition never true", message: "这个条件永远不成立，“甲”不会出现",
                change: { $0.visibleWhen = "b = true and b = false" }),
            Slip(
                testDescription: "condition on an option that is not there", message: "这个条件永远不成立，“甲”不会出现",
                change: { $0.visibleWhen = "c = \"o9\"" }),
            Slip(
                testDescription: "condition on a number beyond its bounds", message: "这个条件永远不成立，“甲”不会出现",
                change: { $0.visibleWhen = "n > 10" }),
            Slip(
                testDescription: "condition on nobody", message: "这张表单里没有名为“stranger”的问题",
                change: { $0.visibleWhen = "stranger = 1" }),
            Slip(
                testDescription: "rules against each other", message: "没有任何答案能满足“甲”的规则",
                change: {
                    $0.rules = [
                        .init(holds: "a > 5", otherwise: "大些。"), .init(holds: "a < 3", otherwise: "小些。"),
                    ]
                }, kind: .integer),
            Slip(
                testDescription: "a promise that must be broken", message: "没有任何答案能满足“甲”的规则",
                change: {
                    $0.affirm = true; $0.rules = [.init(holds: "a = false", otherwise: "不能。")]
                }, kind: .boolean),
            Slip(
                testDescription: "a rule without words", message: "应写明不符合时告诉申请人的话",
                change: { $0.rules = [.init(holds: "a != \"x\"", otherwise: " ")] }),
            Slip(
                testDescription: "a rule that cannot be read", message: "第 1 列：没有函数 magic",
                change: { $0.rules = [.init(holds: "magic(a)", otherwise: "不能。")] }, kind: .integer),
            Slip(
                testDescription: "depends on itself", message: "条件或者计算绕了一圈，又依赖“甲”自己",
                change: { $0.visibleWhen = "a = 1 and n = 1" }, kind: .integer),
            Slip(
                testDescription: "worked out in a circle", message: "条件或者计算绕了一圈，又依赖“甲”自己",
                change: { $0.calculated = "z + 1" }, kind: .integer),
            Slip(
                testDescription: "a file worked out", message: "上传文件不能由系统计算", change: { $0.calculated = "n" },
                kind: .file),
            Slip(
                testDescription: "capitals of a number", message: "只有金额可以同时用大写显示",
                change: { $0.inWords = true }, kind: .number),
            Slip(
                testDescription: "a place that is none", message: "地点的选项应写成“经度,纬度”，例如 112.4721,23.0515",
                change: { $0.options = options(1) }, kind: .mapPoint),
            Slip(
                testDescription: "a signature in a row", message: "签名不能放在可增减的多行里",
                change: { $0.columns = [FormField("x", "乙", .signature)] }, kind: .table),
        ])
    func unanswerable(slip: Slip) throws {
        var field = FormField("a", "甲", slip.kind, required: true)
        slip.change(&field)
        #expect(try Self.messages(field).contains(slip.message))
    }

    @Test("A question that can be answered is let through, with all it may say")
    func answerable() throws {
        var field = FormField("a", "甲", .integer, required: true)
        field.visibleWhen = "c = \"o1\" and b = true"
        field.rules = [
            .init(holds: "a > n", otherwise: "要大于乙。"), .init(holds: "modulo(a, 2) = 0", otherwise: "要双数。"),
        ]
        #expect(try Self.messages(field).isEmpty)
    }

    /// What is found in a form of this question and four others.
    private static func messages(_ field: FormField) throws -> [String] {
        var item = try District.item("food-business-licence")
        var (c, n, z) = (
            FormField("c", "丙", .choice), FormField("n", "数", .integer), FormField("z", "和", .integer)
        )
        c.options = options(2)
        (n.min, n.max) = (0, 10)
        z.calculated = field.calculated == nil ? "n + 1" : "a + 1"
        item.pages = [FormPage(id: "p", title: "页", fields: [field, FormField("b", "乙", .boolean), c, n, z])]
        return item.formFindings().map(\.message)
    }
}
