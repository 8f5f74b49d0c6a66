import Cases
import DecisionModel
import Refusals
import Web

/// A table as a form: headings, rules and examples; each button saves everything, and adds or removes what it says.
struct DecisionEditor {
    let version: DecisionVersion
    let sheet: DecisionSheet
    let review: DecisionReview
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        """
        <form class="decision" method="post" action="\(DecisionPath.version(version))" novalidate>\(token.field)
        \(counts)
        <div class="actions">\(saving)</div>
        \(Field("name", "名称", value: sheet.table.name, error: errors["name"]).html)
        \(policy)
        <h2>输入列</h2><div class="rows">\(each: sheet.table.inputs.enumerated(), { input($0, $1) })</div>
        <p>\(button("加一列输入", .init(verb: .add, part: .input, place: nil)))</p>
        <h2>结论列</h2><div class="rows">\(each: sheet.table.outputs.enumerated(), { output($0, $1) })</div>
        <p>\(button("加一列结论", .init(verb: .add, part: .output, place: nil)))</p>
        <h2>规则</h2>\(DecisionGrid(sheet: sheet, review: review).html)
        <p>\(button("加一条规则", .init(verb: .add, part: .rule, place: nil)))</p>
        <h2>示例</h2>
        <p class="hint">写明什么输入应得出什么结论；保存后自动试算，全部符合才能公布。输入写成 {"form": {"area": 180}} 这样。</p>
        \(DecisionExamples(sheet: sheet, review: review, errors: errors).html)
        <p>\(button("加一个示例", .init(verb: .add, part: .example, place: nil)))</p>
        <div class="actions">\(saving)</div>
        </form>
        """
    }

    private var saving: HTML { "<button class=\"button\" name=\"do\" value=\"save\">保存并试算</button>" }

    /// How much of each kind there is, and which state of the draft was seen.
    private var counts: HTML {
        let counts: [(name: String, count: Int)] = [
            ("inputs", sheet.table.inputs.count), ("outputs", sheet.table.outputs.count),
            ("annotations", sheet.table.annotations.count), ("rules", sheet.table.rules.count),
            ("examples", sheet.examples.count), ("revision", version.revision),
        ]
        return HTML.joined(
            counts.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.count)\">" as HTML }
                + sheet.table.annotations.enumerated().map {
                    "<input type=\"hidden\" name=\"annotation.\($0.offset)\" value=\"\($0.element)\">"
                })
    }

    private var policy: HTML {
        Field(
            "hit_policy", "几条规则同时适用时", .choice, value: sheet.table.hitPolicy.rawValue,
            options: HitPolicy.allCases.map { .init($0.rawValue, "\($0.rawValue)　\($0.chinese)") }
        ).html
    }

    private func input(_ number: Int, _ column: DecisionInput) -> HTML {
        let name = "input.\(number)"
        return group(
            "输入 \(number + 1)", .init(verb: .remove, part: .input, place: number), finding: .input(number),
            cells: [
                cell("\(name).label", "标题", column.label),
                cell("\(name).expression", "问什么（FEEL）", column.expression),
                type("\(name).type", column.type), cell("\(name).allowed", "允许的值（选填）", column.allowedValues),
            ])
    }

    private func output(_ number: Int, _ column: DecisionOutput) -> HTML {
        let name = "output.\(number)"
        return group(
            "结论 \(number + 1)", .init(verb: .remove, part: .output, place: number), finding: .output(number),
            cells: [
                cell("\(name).name", "名称", column.name), cell("\(name).label", "标题（选填）", column.label),
                type("\(name).type", column.type), cell("\(name).allowed", "允许的值（选填）", column.allowedValues),
                cell("\(name).default", "没有规则适用时（选填）", column.defaultEntry),
            ])
    }

    private func group(
        _ title: String, _ removal: SheetChange, finding place: DecisionFinding.Place, cells: [HTML]
    ) -> HTML {
        """
        <div class="row" role="group" aria-label="\(title)">\(HTML.joined(cells))\
        <div class="cell">\(review.error(at: place))\(button("去掉\(title)", removal))</div></div>
        """
    }

    private func cell(_ name: String, _ label: String, _ value: String) -> HTML {
        """
        <div class="cell"><label class="label" for="f-\(name)">\(label)</label>\
        <input class="input" id="f-\(name)" name="\(name)" value="\(value)" autocomplete="off" spellcheck="false"></div>
        """
    }

    private func type(_ name: String, _ value: String) -> HTML {
        let types = [
            ("", "不限"), ("number", "数"), ("string", "文字"), ("boolean", "是否"), ("date", "日期"), ("time", "时间"),
            ("date and time", "日期和时间"), ("years and months duration", "年月时长"),
            ("days and time duration", "日时时长"),
        ]
        let known = types.contains { $0.0 == value } ? types : types + [(value, value)]
        return """
            <div class="cell"><label class="label" for="f-\(name)">类型</label>\
            <select class="input" id="f-\(name)" name="\(name)">\(each: known, { option in
                "<option value=\"\(option.0)\"\(attribute: "selected", if: option.0 == value)>\(option.1)</option>"
            })</select></div>
            """
    }
}

/// A button that saves, and changes rows or columns.
func button(_ words: String, _ change: SheetChange) -> HTML {
    "<button class=\"button quiet small\" name=\"do\" value=\"\(change.text)\">\(words)</button>"
}

extension DecisionReview {
    /// What is wrong at a place, in the form.
    func error(at place: DecisionFinding.Place) -> HTML? {
        words(at: place).map { "<p class=\"error\"><span class=\"sr\">错误：</span>\($0)</p>" }
    }
}
