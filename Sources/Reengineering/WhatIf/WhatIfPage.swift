import Government
import Jobs
import ProcessSimulation
import Web
import WorkingTime

/// One question: how far it has come, and the answer.
struct WhatIfPage {
    let asked: WhatIf
    let job: QueuedJob?
    let organs: [Organ]
    let token: CSRFToken

    private var isUnderWay: Bool { job?.state == .waiting || job?.state == .running }

    var page: Page {
        Page(
            "模拟结果",
            crumbs: [
                Link("工作台", "/desk"), Link("流程分析", asked.scope.address(AnalysisPath.analysis)),
                Link("如果这样改", asked.scope.address(AnalysisPath.whatIfForm)), Link("模拟结果", nil),
            ], width: .wide, area: .desk, scripts: ["live.js"],
            body: """
                <h1>如果这样改：\(asked.scope.name)</h1>
                <ul>\(each: ScenarioWords(asked.question, organs: organs).changes, { "<li>\($0)</li>" })</ul>
                <p class="hint">\(circumstances)</p>
                \(content)
                <p><a href="\(asked.scope.address(AnalysisPath.whatIfForm))">再设想一种改变</a></p>
                """)
    }

    private var circumstances: String {
        let organ = asked.scope.organ.map { key in
            "，\(organs.first { $0.key == key }?.name ?? key)承办"
        }
        return
            "\(String(asked.scope.year)) 年收件\(organ ?? "")；\(asked.askedByName)于\(asked.askedAt.chinese)提出；"
            + "办公时间 \(asked.question.hours.words)；模拟 \(asked.question.replications) 遍，随机种子 \(String(asked.question.seed))。"
    }

    private var content: HTML {
        if let outcome = asked.outcome { return OutcomeView(outcome: outcome, organs: organs).html }
        if let refusal = asked.refusal {
            return Notice("没有结果", "<p>\(refusal)</p>", tone: .warning).html
        }
        if isUnderWay { return progress }
        return job?.state == .cancelled
            ? Notice("已取消模拟").html
            : Notice("这次没有算完", "<p>请重新模拟；仍不成功的，请联系系统管理员。</p>", tone: .error).html
    }

    private var progress: HTML {
        let words = ["正在模拟"] + (job?.progress.words(unit: WhatIfWork.kind.unit) ?? [])
        let cancel = PostButton(
            "取消模拟", action: AnalysisPath.cancellation(String(asked.id)), token: token, tone: .danger)
        return """
            <div data-live="2"><p>\(ProgressBar("正在模拟", percent: job?.progress.percent, words: words).html)</p>
            <p class="hint">可以离开本页，模拟在后台继续；本页的地址可以发给同事。</p>
            <div class="actions">\(cancel.html)</div></div>
            """
    }
}
