import DecisionModel
import Web

/// A table that is only looked at.
struct DecisionView {
    let table: DecisionTable
    let review: DecisionReview

    var html: HTML {
        """
        <p>\(table.hitPolicy.rawValue)　\(table.hitPolicy.chinese)</p>
        \(rules)
        <h2>示例</h2>
        \(examples)
        """
    }

    private var rules: HTML {
        let columns: [Table.Column] =
            [.init("规则")] + table.inputs.map { .init($0.title) }
            + table.outputs.map { .init("→ \($0.title)") }
            + table.annotations.map { .init($0) }
        return Table(
            "规则", columns: columns,
            rows: table.rules.enumerated().map { number, rule in
                ["\(number + 1)"]
                    + (rule.conditions.map { $0.isEmpty ? "—" : $0 } + rule.conclusions + rule.annotations)
                    .map { "\($0)" }
            }
        ).html
    }

    private var examples: HTML {
        guard !table.examples.isEmpty else { return "<p>还没有示例。</p>" }
        return Table(
            "示例", columns: [.init("示例"), .init("输入"), .init("应得出"), .init("试算")],
            rows: table.examples.enumerated().map { number, example in
                [
                    "\(example.name)", "<span class=\"code\">\(Value.context(example.given).feel)</span>",
                    "<span class=\"code\">\(example.expected.feel)</span>",
                    review.trial(number),
                ]
            }
        ).html
    }
}

extension DecisionReview {
    /// What came of an example: a badge, and in words where it is not what was expected.
    func trial(_ number: Int) -> HTML {
        guard trials.indices.contains(number) else { return "<span class=\"quiet-words\">改正错误后试算</span>" }
        let trial = trials[number]
        guard !trial.passes else { return StatusBadge(trial.words, .done).html }
        return "\(StatusBadge("不符合", .late).html)<br><span class=\"reason\">\(trial.words)</span>"
    }
}
