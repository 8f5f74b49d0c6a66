import Services
import Web
import WorkingTime

extension FormField {
    /// The answer as a person reads it: labels instead of codes, units behind numbers.
    public func words(for answer: FormValue?) -> HTML {
        guard let answer, !answer.isEmpty else { return "<span class=\"hint\">没有填写</span>" }
        switch answer {
        case .table(let rows): return "<ul>\(each: rows, { "<li>\(line(of: $0))</li>" })</ul>"
        case .list(let picks): return "\(picks.map(label(ofOption:)).joined(separator: "、"))"
        case .bool(let flag): return flag ? affirm ? "已承诺" : "是" : "否"
        case .number(let number): return "\(number)\(unitWords)\(capitals(of: number))"
        case .string(let text): return "\(spelled(text))"
        }
    }

    private var unitWords: String { unit.map { " \($0)" } ?? (kind == .money ? " 元" : "") }

    private func spelled(_ text: String) -> String {
        switch kind {
        case .date: CivilDate(iso: text)?.chinese ?? text
        case .mapPoint: options.first { $0.value == text }?.label ?? MapPoint.words(of: text)
        default: label(ofOption: text)
        }
    }

    private func label(ofOption value: String) -> String {
        (options.first { $0.value == value } ?? formerOptions.first { $0.value == value })?.label ?? value
    }

    private func line(of row: [String: FormValue]) -> HTML {
        let cells = columns.compactMap { column in
            row[column.name].map { "\(column.label)：\(column.words(for: $0))" as HTML }
        }
        return HTML.joined(cells, separator: "；")
    }
}
