import Foundation
import Refusals
import Services

/// Options and the questions of a repeating group as lines of text: `代号 | 文字`, or the words alone.
enum EntryLines {
    /// The options as lines.
    static func text(of options: [FormOption]) -> String {
        options.map { "\($0.value) | \($0.label)" }.joined(separator: "\n")
    }

    /// The options in the lines. An option that had the same words keeps its value.
    static func options(in text: String, before: [FormOption]) -> [FormOption] {
        parts(of: text).reduce(into: []) { options, parts in
            let label = parts.last ?? ""
            let old = before.first { $0.label == label }?.value
            let value =
                parts.count > 1 ? parts[0] : old ?? QuestionName.make(of: label, taken: options.map(\.value))
            options.append(FormOption(value: value, label: label))
        }
    }

    /// The questions of a repeating group as lines: `代号 | 题目 | 种类 | 必填`.
    static func text(of columns: [FormField]) -> String {
        columns.map { column in
            let words = [column.name, column.label, column.kind.chinese] + (column.required ? ["必填"] : [])
            return words.joined(separator: " | ")
        }.joined(separator: "\n")
    }

    /// The questions in the lines: `题目 | 种类`, with a name in front and 必填 behind where somebody wrote them.
    ///
    /// - Throws: `invalid` at `columns` for a line without a kind that a row can have.
    static func columns(in text: String, before: [FormField]) throws -> [FormField] {
        var columns: [FormField] = []
        for (index, line) in parts(of: text).enumerated() {
            columns.append(try column(line, number: index + 1, before: before, taken: columns.map(\.name)))
        }
        return columns
    }

    private static func column(
        _ line: [String], number: Int, before: [FormField], taken: [String]
    ) throws -> FormField {
        var words = line
        let required = words.last == "必填"
        if required { words.removeLast() }
        guard let kind = words.last.flatMap(Self.kind), words.count == 2 || words.count == 3 else {
            throw DomainError.invalid(
                "columns", "第 \(number) 行应写成“题目 | 种类”，种类例如一行文字、日期、金额、身份证号码；必填的再加“| 必填”。")
        }
        let label = words[words.count - 2]
        let old = before.first { $0.label == label && $0.kind == kind }
        let name = words.count == 3 ? words[0] : old?.name ?? QuestionName.make(of: label, taken: taken)
        var column = old ?? FormField(name, label, kind)
        (column.name, column.required) = (name, required)
        return column
    }

    private static func kind(_ word: String) -> FieldKind? {
        FieldKind.allCases.first { $0.canBeColumn && $0.chinese == word }
    }

    private static func parts(of text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: { $0 == "|" || $0 == "｜" })
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }.filter { !$0.isEmpty }
    }
}
