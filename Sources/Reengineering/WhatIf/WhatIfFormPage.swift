import Government
import ProcessSimulation
import Refusals
import Storage
import Web
import WorkingTime

/// Where a change is described, and what was asked before.
struct WhatIfFormPage {
    let scope: AnalysisScope
    /// Nil when there are too few cases; then the refusal says so.
    let form: WhatIfForm?
    let refusal: Sentence?
    let asked: Slice<WhatIf>
    let pager: Pager
    let organs: [Organ]
    let token: CSRFToken

    var page: Page {
        Page(
            "如果这样改",
            crumbs: [
                Link("工作台", "/desk"), Link("流程分析", scope.address(AnalysisPath.analysis)),
                Link("如果这样改", nil),
            ], area: .desk,
            body: """
                <h1>如果这样改</h1>
                <p class="lead">用\(scope.name) \(String(scope.year)) 年真实的到件和人手，模拟改变后的流程会快多少。</p>
                \(ErrorSummary(form?.errors ?? []).html)
                \(question)
                \(asked.items.isEmpty ? .empty : earlier)
                """)
    }

    private var question: HTML {
        guard let form else {
            return EmptyState(
                "现在还不能模拟",
                "<p>\(refusal ?? "")</p><p><a href=\"\(AnalysisPath.analysis)\">换一个事项或者年份</a></p>"
            ).html
        }
        let hidden: HTML = """
            <input type="hidden" name="service" value="\(scope.service)"><input type="hidden" name="year" value="\(String(scope.year))">
            <input type="hidden" name="organ" value="\(scope.organ ?? "")">
            """
        return """
            <p class="hint">可以模拟的有 \(form.model.caseCount) 件办结的办件\(form.model.leftOut > 0 ? "，另有 \(form.model.leftOut) 件步骤太多，没有计入" : "")。</p>
            \(Form(action: AnalysisPath.whatIfs, token: token, also: hidden + form.html, submit: "开始模拟").html)
            """
    }

    private var earlier: HTML {
        """
        <h2>以前的模拟</h2>
        \(Table(
            "以前的模拟", columns: [.init("设想"), .init("提出"), .init("结果")],
            rows: asked.items.map { asked in
                [
                    "<a href=\"\(AnalysisPath.whatIf(String(asked.id)))\">\(ScenarioWords(asked.question, organs: organs).line)</a>",
                    "\(asked.askedByName)，<time datetime=\"\(asked.askedAt.rfc3339)\">\(asked.askedAt.shortChinese)</time>",
                    "\(OutcomeWords.short(asked))",
                ]
            }).html)
        \(pager.html)
        """
    }
}
