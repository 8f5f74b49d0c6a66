import Refusals
import Services

/// The questions of a plan as lines of text, so that a year is written and changed in one field:
///
///     【市场监督管理局】
///     年末从业人数｜整数｜人
///     经营项目有没有变化｜单选｜没有变化、有变化
enum PlanLines {
    /// So many questions at the most.
    static let mostQuestions = 60

    /// The lines of a plan.
    static func text(of parts: [InspectionPlan.Part], organs: [String: String]) -> String {
        parts.map { part in
            (["【\(organs[part.organ] ?? part.organ)】"] + part.fields.map(line)).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func line(_ field: FormField) -> String {
        let kind = field.kind.chinese
        let more = field.options.isEmpty ? field.unit : field.options.map(\.label).joined(separator: "、")
        return ([field.label, kind] + [more].compactMap(\.self)).joined(separator: "｜")
    }

    /// The parts that lines of text mean.
    ///
    /// - Parameter organs: the names of organs by key.
    /// - Throws: `invalid` naming the line that cannot be read.
    static func parts(of text: String, organs: [String: String]) throws -> [InspectionPlan.Part] {
        let keys = Dictionary(organs.map { ($0.value, $0.key) }) { first, _ in first }
        var found: [(organ: String, fields: [FormField])] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.trimmingPrefix(while: \.isWhitespace)
        }
        for (number, line) in lines.enumerated() where !line.isEmpty {
            if let name = line.wholeMatch(of: /[【\[](.+)[】\]]\s*/)?.1 {
                guard let organ = keys[String(name)] else { throw refusal(number, "没有名为“\(name)”的部门") }
                guard !found.contains(where: { $0.organ == organ }) else {
                    throw refusal(number, "“\(name)”写了不止一次")
                }
                found.append((organ, []))
            } else {
                guard let last = found.indices.last else { throw refusal(number, "先写一行【部门名称】") }
                let name = "\(found[last].organ)_\(found[last].fields.count + 1)"
                found[last].fields.append(try field(line, named: name, at: number))
            }
        }
        if let empty = found.first(where: \.fields.isEmpty) {
            throw DomainError.invalid("parts", "“\(organs[empty.organ] ?? empty.organ)”没有问题，请至少写一个。")
        }
        guard found.map(\.fields.count).reduce(0, +) <= mostQuestions else {
            throw DomainError.invalid("parts", "一次年检最多 \(mostQuestions) 个问题。")
        }
        return found.map { InspectionPlan.Part(organ: $0.organ, fields: $0.fields) }
    }

    /// The kinds of answers that an inspection asks for: nothing about persons.
    static let kinds: [FieldKind] = [
        .text, .longText, .integer, .number, .money, .date, .boolean, .choice, .choices,
    ]

    private static func field(_ line: Substring, named name: String, at number: Int) throws -> FormField {
        let cells = line.split(separator: /[｜|]/, omittingEmptySubsequences: false).map {
            String($0).trimmingSpaces
        }
        guard cells.count >= 2, !cells[0].isEmpty, let kind = kinds.first(where: { $0.chinese == cells[1] })
        else { throw refusal(number, "写成“题目｜答法”，答法是\(kinds.map(\.chinese).joined(separator: "、"))之一") }
        var field = FormField(name, cells[0], kind, required: true)
        let more = cells.count > 2 && !cells[2].isEmpty ? cells[2] : nil
        if kind == .choice || kind == .choices {
            let labels = (more ?? "").split(separator: "、").map(String.init)
            guard labels.count >= 2, Set(labels).count == labels.count else {
                throw refusal(number, "选择题要写选项，用顿号隔开，至少两个，不能重复")
            }
            field.options = labels.map { FormOption(value: $0, label: $0) }
        } else {
            field.unit = more
        }
        return field
    }

    private static func refusal(_ line: Int, _ words: String) -> DomainError {
        .invalid("parts", "第 \(line + 1) 行：\(words)。")
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
