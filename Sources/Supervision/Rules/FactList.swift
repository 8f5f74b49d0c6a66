import Web

/// Which facts a condition may ask for: what each means, and what it may be.
struct FactList {
    let values: KnownValues

    /// More are not read through; the first of them show how they are written.
    private static let most = 20

    var html: HTML {
        """
        <details class="more"><summary>条件里可以用的事实</summary>
        \(table("各种规则都能用的事实", RuleFact.matter))
        \(table("看时限的规则另外能用的事实", RuleFact.clock))
        \(table("看步骤的规则另外能用的事实", RuleFact.task))
        \(table("看操作的规则另外能用的事实", RuleFact.act))
        <p>做过的操作都在 <code>acts</code> 里，各种规则都能筛选、计数：<code>count(acts[action = "case.urged"]) &gt;= 3</code>。方括号里写 <code>action</code>、<code>outcome</code>、<code>days_ago</code>、<code>automatic</code>。</p>
        </details>
        """
    }

    private func table(_ title: String, _ facts: [RuleFact]) -> HTML {
        let table = Table(
            title, columns: [.init("事实"), .init("意思"), .init("可以是什么")],
            rows: facts.map {
                ["<code>\($0.path)</code>", "\($0.meaning)", possible($0.content)]
            })
        return "<p><strong>\(title)</strong></p>\(table.html)"
    }

    private func possible(_ content: RuleFact.Content) -> HTML {
        switch content {
        case .truth: return "true（是）、false（否）"
        case .text(let words): return "\(words)"
        case .count(let unit): return "数字，\(unit)"
        case .limit: return "数字，单位见 <code>clock.unit</code>"
        case .action: return "操作的代号，例如 <code>case.urged</code>（催办）"
        case .fields: return "<code>case.fields.字段名</code>，字段见报送监察的各个种类"
        case .service: return "31 位的事项编码\(listed(content, before: "；或者 "))"
        case .kind, .organ, .phase, .outcome, .clock, .unit, .act, .role: return listed(content)
        }
    }

    private func listed(_ content: RuleFact.Content, before words: String = "") -> HTML {
        let options = values.options(content)
        guard !options.isEmpty else { return .empty }
        let shown = options.prefix(Self.most).map { "<code>\($0.code)</code>（\($0.words)）" as HTML }
        let rest = options.count > Self.most ? "等 \(options.count) 个" : ""
        return "\(words)\(HTML.joined(shown, separator: "、"))\(rest)"
    }
}
