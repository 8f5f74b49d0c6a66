import Refusals
import Web
import WorkingTime

/// A site as an inspector sees it, down to what stands behind every point, and the form for what a person found.
struct ScoreCardPage {
    let site: ContentSite
    let card: ScoreCard
    let rules: InspectionRules
    let columns: [ColumnHealth]
    /// Links nobody has asked.
    let unchecked: Measurement
    let quarter: Quarter
    let mayRecord: Bool
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(site.id) }

    var page: Page {
        Page(
            "\(site.name)考核",
            crumbs: [Link("工作台", "/desk"), Link("栏目保障", HealthPath.overview), Link(site.name, nil)],
            width: .wide,
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>\(site.name)考核</h1>
                <p class="quiet-words">\(rules.basis)，\(card.rulesVersion == 0 ? "初始规则" : "第 \(card.rulesVersion) 版规则")。截至\(card.day.written)。</p>
                \(CardFigures(card: card).html)
                \(CardLines(card: card, isPrinted: false).html)
                <h2>栏目</h2>\(ColumnTable(site: site, columns: columns, published: nil).html)
                \(if: unchecked.count > 0, uncheckedLinks)
                \(if: mayRecord, recording)
                <h2>季度报告</h2>
                <ul class="links">\(each: [quarter, quarter.before], { "<li><a href=\"\(HealthPath.report(id, $0.text))\">\($0.chinese)报告</a></li>" })</ul>
                """)
    }

    private var uncheckedLinks: HTML {
        """
        <h2>没有自动检查的链接</h2>
        <p>有 \(unchecked.count) 处链接指向别的网站，或者要打开才知道有没有。它们不扣分，请人工点开看一看。</p>
        \(EvidenceList(unchecked.evidence, of: unchecked.count).html)
        """
    }

    private var recording: HTML {
        """
        <h2 id="finding">登记人工检查</h2>
        <p class="quiet-words">平台查不到的条目由人检查。登记的结果在本季度内有效，写明谁在什么时候发现了什么；再登记一次就以新的为准。</p>
        \(Form(action: HealthPath.findings(id), token: token, fields: fields, submit: "登记").html)
        """
    }

    private var fields: [Field] {
        let lines = (card.vetoes + card.deductions + card.bonuses).filter(\.isManual)
        return [
            Field(
                "code", "条目", .choice, value: form["code"] ?? "",
                options: lines.map { .init($0.code, $0.title, hint: $0.detail) }, error: errors["code"]),
            Field(
                "faults", "发现几处", .integer, hint: "没有发现写 0；加分条目写加几分。", value: form["faults"] ?? "",
                error: errors["faults"]),
            Field(
                "words", "说明", .longText, hint: "发现了什么、在哪里。不要写个人信息。", isRequired: false,
                value: form["words"] ?? "", error: errors["words"]),
        ]
    }
}

/// The head of a card.
struct CardFigures {
    let card: ScoreCard

    var html: HTML {
        let deducted = card.full - card.base
        let values = [
            ("结论", card.verdict.chinese), ("得分", "\(card.score) 分"), ("扣分", "\(deducted) 分"),
            ("加分", "\(card.bonus) 分"), ("待人工检查", "\(card.unseen) 项"),
        ]
        return "<dl class=\"facts\">\(each: values, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>"
    }
}

/// What stands behind a figure, as a list.
struct EvidenceList {
    private let evidence: [Evidence]
    private let count: Int

    init(_ evidence: [Evidence], of count: Int) { (self.evidence, self.count) = (evidence, count) }

    var html: HTML {
        """
        <ul>\(each: evidence, { "<li>\($0.link)</li>" })</ul>
        \(if: count > evidence.count, "<p class=\"hint\">共 \(count) 处，这里是前 \(evidence.count) 处。</p>")
        """
    }
}

extension Evidence {
    fileprivate var link: HTML {
        guard let path else { return "\(words)" }
        return "<a href=\"\(path)\">\(words)</a>"
    }
}
