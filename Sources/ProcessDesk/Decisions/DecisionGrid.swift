import DecisionModel
import Refusals
import Web

/// The rules of a table as a table of inputs; on a phone each rule is a card.
struct DecisionGrid {
    let sheet: DecisionSheet
    let review: DecisionReview

    var html: HTML {
        Table("规则", columns: columns, rows: sheet.table.rules.enumerated().map { row($0, $1) }).html
    }

    private var columns: [Table.Column] {
        [.init("规则")] + sheet.table.inputs.enumerated().map { .init(title($1.title, "输入 \($0 + 1)")) }
            + sheet.table.outputs.enumerated().map { .init("→ " + title($1.title, "结论 \($0 + 1)")) }
            + sheet.table.annotations.map { .init($0) } + [.init("操作")]
    }

    private func title(_ words: String, _ otherwise: String) -> String { words.isEmpty ? otherwise : words }

    private func row(_ number: Int, _ rule: DecisionRule) -> [HTML] {
        let place = number + 1
        let conditions = rule.conditions.enumerated().map { column, text in
            cell(
                "rule.\(number).input.\(column)", "规则 \(place) \(sheet.table.inputs[column].title)", text,
                .condition(rule: place, input: column))
        }
        let conclusions = rule.conclusions.enumerated().map { column, text in
            cell(
                "rule.\(number).output.\(column)", "规则 \(place) \(sheet.table.outputs[column].title)", text,
                .conclusion(rule: place, output: column))
        }
        let remarks = rule.annotations.enumerated().map { column, text in
            cell(
                "rule.\(number).annotation.\(column)", "规则 \(place) \(sheet.table.annotations[column])", text,
                nil)
        }
        let head: HTML = "\(place)\(review.error(at: .rule(place)))"
        return [head] + conditions + conclusions + remarks + [buttons(number)]
    }

    private func cell(
        _ name: String, _ label: String, _ text: String, _ place: DecisionFinding.Place?
    ) -> HTML {
        let words = place.flatMap(review.words)
        return """
            <input class="input" id="f-\(name)" name="\(name)" value="\(text)" aria-label="\(label)" autocomplete="off" \
            spellcheck="false"\(attribute: "aria-invalid", words == nil ? nil : "true")\
            \(attribute: "aria-describedby", words == nil ? nil : "f-\(name)-error")>\
            \(words.map { "<p class=\"error\" id=\"f-\(name)-error\"><span class=\"sr\">错误：</span>\($0)</p>" as HTML })
            """
    }

    private func buttons(_ number: Int) -> HTML {
        """
        \(if: number > 0, button("上移", .init(verb: .raise, part: .rule, place: number)))\
        \(button("去掉", .init(verb: .remove, part: .rule, place: number)))
        """
    }
}

/// The examples of a table as a form, each with what came of it.
struct DecisionExamples {
    let sheet: DecisionSheet
    let review: DecisionReview
    let errors: [FieldError]

    var html: HTML {
        guard !sheet.examples.isEmpty else { return .empty }
        return Table(
            "示例", columns: [.init("示例"), .init("输入"), .init("应得出"), .init("试算"), .init("操作")],
            rows: sheet.examples.enumerated().map { row($0, $1) }
        ).html
    }

    private func row(_ number: Int, _ example: DecisionSheet.Example) -> [HTML] {
        let name = "example.\(number)"
        return [
            cell("\(name).name", "示例 \(number + 1) 名称", example.name),
            cell("\(name).given", "示例 \(number + 1) 输入", example.given),
            cell("\(name).expected", "示例 \(number + 1) 应得出", example.expected),
            errors.isEmpty ? review.trial(number) : .empty,
            button("去掉", .init(verb: .remove, part: .example, place: number)),
        ]
    }

    private func cell(_ name: String, _ label: String, _ text: String) -> HTML {
        let error = errors[name]
        return """
            <input class="input" id="f-\(name)" name="\(name)" value="\(text)" aria-label="\(label)" autocomplete="off" \
            spellcheck="false"\(attribute: "aria-invalid", error == nil ? nil : "true")\
            \(attribute: "aria-describedby", error == nil ? nil : "f-\(name)-error")>\
            \(error.map { "<p class=\"error\" id=\"f-\(name)-error\"><span class=\"sr\">错误：</span>\($0)</p>" as HTML })
            """
    }
}
