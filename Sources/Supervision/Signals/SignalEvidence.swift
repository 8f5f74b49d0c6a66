import DecisionModel
import Web
import WorkingTime

/// On what a signal rests, the facts as they were, and last what the rule says in its own language.
struct SignalEvidence {
    let signal: Signal
    let basis: String
    let values: KnownValues

    var html: HTML {
        let evidence = signal.evidence
        var rows: [SummaryList.Row] = [
            .init("依据", "\(basis)"), .init("规则", "\(signal.ruleName)，第 \(evidence.version) 版"),
            .init("从何时看", "\(evidence.moment)"),
        ]
        if let due = evidence.dueAt { rows.append(.init("当时的期限", "\(due.chinese)")) }
        if let entry = evidence.entry {
            let link =
                "<a href=\"\(SupervisionPath.proof(String(signal.id)))\">日志证明</a>" as HTML
            rows.append(.init("日志条目", "<span class=\"code\">\(String(entry))</span>，\(link)"))
        }
        return """
            <h2>证据</h2>
            \(SummaryList(rows).html)
            \(acts)
            <details class="more"><summary>当时的事实</summary>\(facts)</details>
            \(if: !evidence.working.isEmpty, "<details class=\"more\"><summary>期限是怎样算的</summary><ol>\(each: evidence.working, { "<li>\($0)</li>" })</ol></details>")
            <details class="more"><summary>规则的条件（FEEL 表达式）</summary><p><code>\(evidence.condition)</code></p></details>
            """
    }

    /// What was done that the rule goes by.
    private var acts: HTML {
        guard let acts = signal.evidence.acts, !acts.isEmpty else { return .empty }
        let table = Table(
            "依据的操作", columns: [.init("时间"), .init("做了什么"), .init("日志条目")],
            rows: acts.map { act in
                [
                    "<time datetime=\"\(act.at.rfc3339)\">\(act.at.chinese)</time>",
                    "\(ActWords.name(act.action))\(if: act.isAutomatic, "（系统自动）")",
                    "<span class=\"code\">\(String(act.entry))</span>",
                ]
            })
        return "<h3>依据的操作</h3>\(table.html)"
    }

    private var facts: HTML {
        Table(
            "当时的事实", columns: [.init("事实"), .init("当时")],
            rows: SignalFacts(facts: signal.evidence.facts, values: values).rows.map {
                ["\($0.name)", "\($0.words)"]
            }
        ).html
    }
}

extension Value {
    /// The value for people who read evidence.
    var words: String {
        switch self {
        case .null: "无"
        case .bool(let value): value ? "是" : "否"
        case .number(let value): "\(value)"
        case .string(let value): value.isEmpty ? "无" : value
        case .list(let values): "\(values.count) 项"
        case .context: "…"
        }
    }
}
