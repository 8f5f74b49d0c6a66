import DecisionModel
import Foundation
import Refusals
import Testing
import Web

@testable import ProcessDesk

@Suite("A decision table as a form")
struct DecisionSheetTests {
    private let sheet = DecisionSheet(
        DecisionTable(
            id: "t", name: "表", inputs: [.init(expression: "a"), .init(expression: "b")],
            outputs: [.init(name: "x")], rules: [.init(["1", "2"], ["10"]), .init(["3"], [])]))

    @Test(
        "takes a button it does not know for saving",
        arguments: ["", "save", "add-table", "remove", "x-rule.1", "add"])
    func unknown(_ text: String) {
        #expect(SheetChange(text) == .save)
    }

    @Test(
        "changes nothing at a place that is not there",
        arguments: ["remove-rule.7", "remove-input.-1", "raise-rule.0", "remove-output.0", "remove-rule"])
    func nowhere(_ text: String) {
        var changed = sheet
        changed.apply(SheetChange(text))
        #expect(changed == sheet)
    }

    @Test("is never larger than a table may be, whatever the form says of itself")
    func bounded() {
        let names = ["rules", "inputs", "outputs", "annotations", "examples"]
        let read = DecisionSheet(FormData(names.map { ($0, "999999999") }), before: sheet.table)
        let table = read.table
        #expect(table.inputs.count == 40 && table.outputs.count == 40 && table.annotations.count == 40)
        #expect(table.rules.count == 2000 && read.examples.count == 2000)
    }

    @Test("keeps every rule as wide as the table")
    func wide() {
        #expect(sheet.table.rules.map(\.conditions) == [["1", "2"], ["3", ""]])
        var changed = sheet
        changed.apply(SheetChange("add-output"))
        #expect(changed.table.rules.map(\.conclusions) == [["10", ""], ["", ""]])
        changed.apply(SheetChange("remove-input.0"))
        #expect(changed.table.rules.map(\.conditions) == [["2"], [""]])
    }

    @Test("moves a rule up")
    func raise() {
        var changed = sheet
        changed.apply(SheetChange(SheetChange(verb: .raise, part: .rule, place: 1).text))
        #expect(changed.table.rules.map(\.conditions) == [["3", ""], ["1", "2"]])
    }

    @Test("names each example it cannot read")
    func examples() {
        var changed = sheet
        changed.examples = [
            .init(name: "甲", given: "1", expected: "\"x"), .init(name: "乙", given: "{", expected: "1"),
        ]
        do {
            _ = try changed.read()
            Issue.record("read")
        } catch DomainError.invalid(let errors) {
            #expect(Set(errors.map(\.field)) == ["example.0.expected", "example.1.given"])
        } catch { Issue.record(error) }
    }

    @Test("writes values as they are read again")
    func values() throws {
        let value: Value = ["面 积": [1, .number(2.5), "a\"b\\", true, .null]]
        let read = try FEEL.evaluate(value.feel, [:])
        #expect(read == value)
    }
}
