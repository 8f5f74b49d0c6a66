import DecisionModel
import Foundation
import Testing
import XMLTree

@Suite("Decision tables in DMN files")
struct DMNFileTests {
    private static func file(
        _ inside: String, version: String = "https://www.omg.org/spec/DMN/20191111/MODEL/"
    ) -> Data {
        Data("<definitions xmlns=\"\(version)\" name=\"x\" namespace=\"y\">\n\(inside)\n</definitions>".utf8)
    }

    private static func table(_ attributes: String, _ inside: String) -> String {
        "<decision id=\"d\" name=\"D\">\n<decisionTable \(attributes)>\n\(inside)\n</decisionTable></decision>"
    }

    private static let columns =
        "<input><inputExpression typeRef=\"string\"><text>a</text></inputExpression></input>\n<output name=\"b\"/>"

    @Test(
        "what we cannot decide by is refused with its line",
        arguments: [
            ("<a", "第 1 行：XML"), ("<a/>", "第 1 行 a：不是 DMN 文件"),
            ("<!DOCTYPE a><a/>", "第 1 行：文件含有文档类型声明（DOCTYPE），不予读取。"),
        ])
    func unreadable(_ xml: String, message: String) {
        let error = #expect(throws: DecisionFindings.self) { try DecisionTable.tables(in: Data(xml.utf8)) }
        #expect(error?.findings.first?.description.hasPrefix(message) == true)
    }

    @Test(
        "what the file holds besides tables is refused by name",
        arguments: [
            ("", "第 1 行 definitions：没有判定表"), ("<decision id=\"d\"/>", "第 2 行 decision d：没有判定表"),
            ("<decision><literalExpression/></decision>", "第 2 行 literalExpression：只支持判定表"),
            ("<businessKnowledgeModel id=\"k\"/>", "第 2 行 businessKnowledgeModel k：还不支持"),
            (
                "<decision><informationRequirement><requiredDecision/></informationRequirement></decision>",
                "第 2 行 requiredDecision：还不支持由其他判定供给输入"
            ),
            (table("hitPolicy=\"LUCKY\"", columns), "第 3 行 decisionTable：不认识的命中策略 LUCKY "),
            (
                table("", columns + "\n<rule id=\"r\"><inputEntry/></rule>"),
                "第 6 行 rule r：应当有 1 个 inputEntry 和 1 个 outputEntry"
            ),
            (
                table("", "<input expressionLanguage=\"juel\"/>\n<output/>"),
                "第 4 行 input：表达式语言 juel 还不支持，请用 FEEL"
            ),
        ])
    func refused(_ inside: String, message: String) {
        let error = #expect(throws: DecisionFindings.self) { try DecisionTable.tables(in: Self.file(inside)) }
        #expect(error?.findings.first?.description == message)
    }

    @Test(
        "tables of every edition are read, types by their names in each",
        arguments: [
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/",
        ])
    func editions(_ version: String) throws {
        let inside = """
            <itemDefinition name="级"><typeRef>feel:string</typeRef>
              <allowedValues><text>"高", "低"</text></allowedValues></itemDefinition>
            <inputData id="i" name="金额"/>
            <decision id="d" name="定级"><variable name="定级" typeRef="级"/>
              <decisionTable hitPolicy="COLLECT" aggregation="MAX" outputLabel="级别">
                <input id="in" label="数额"><inputExpression typeRef="integer"><text> 金额 </text></inputExpression>
                  <inputValues><text>&gt;= 0</text></inputValues></input>
                <output><defaultOutputEntry><text>"低"</text></defaultOutputEntry></output>
                <annotation name="说明"/>
                <rule><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text><![CDATA["高"]]></text></outputEntry>
                  <annotationEntry><text>大额</text></annotationEntry></rule>
              </decisionTable></decision>
            """
        let table = try #require(try DecisionTable.tables(in: Self.file(inside, version: version)).first)
        #expect(table.hitPolicy == .largest)
        #expect(
            table.inputs == [
                DecisionInput(id: "in", label: "数额", expression: "金额", type: "number", allowedValues: ">= 0")
            ])
        #expect(table.outputs[0].allowedValues == "\"高\", \"低\"")
        #expect(table.outputs[0].label == "级别")
        #expect(table.rules == [DecisionRule(["> 5"], ["\"高\""], annotations: ["大额"])])
        #expect(try Decision(table).decide(["金额": 6]).value == "高")
    }

    @Test("a table that is written and read again says the same, examples and all")
    func roundTrip() throws {
        let written = DecisionTable.restaurant.dmn
        let table = try #require(try DecisionTable.tables(in: Data(written.utf8)).first)
        #expect(table.dmn == written)
        #expect(table.examples == DecisionTable.restaurant.examples)
        #expect(table.rules.map(\.conditions) == DecisionTable.restaurant.rules.map(\.conditions))
        #expect(try Decision(table).trials().map(\.passes) == [true, false, false])
    }

    @Test("what is written has the shape that editors expect: ids once each, inputs required, a diagram")
    func shape() throws {
        let root = try XMLTree.parse(Data(DecisionTable.restaurant.dmn.utf8))
        let elements = root.selfAndDescendants
        let ids = elements.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        let references = elements.compactMap { $0["dmnElementRef"] ?? $0["href"]?.replacing("#", with: "") }
        #expect(Set(references).isSubset(of: Set(ids)))
        #expect(root.first("inputData")?["name"] == "form")
        #expect(elements.contains { $0.localName == "DMNShape" })
    }

    @Test("ids that are missing, doubled or none at all are replaced")
    func ids() throws {
        var table = DecisionTable.restaurant
        table.id = "1 2"
        table.rules[0].id = "r"
        table.rules[1].id = "r"
        let read = try #require(try DecisionTable.tables(in: Data(table.dmn.utf8)).first)
        #expect(read.id == "Decision_1")
        #expect(read.rules.map(\.id) == ["r", "Rule_2", "Rule_3", "Rule_4"])
    }

    @Test("a table is plain JSON, hit policies by their sign")
    func json() throws {
        let data = try JSONEncoder().encode(DecisionTable.restaurant)
        #expect(String(decoding: data, as: UTF8.self).contains("\"hitPolicy\":\"U\""))
        #expect(try JSONDecoder().decode(DecisionTable.self, from: data) == .restaurant)
    }
}
