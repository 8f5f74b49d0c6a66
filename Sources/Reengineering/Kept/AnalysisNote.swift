import Jobs
import Web
import WorkingTime

/// Where the figures of a page come from, and the button that has them computed anew.
struct AnalysisNote {
    let scope: AnalysisScope
    let topic: AnalysisTopic
    let standing: AnalysisStanding
    let token: CSRFToken

    var html: HTML {
        """
        \(words)
        \(standing.job?.state == .setAside ? "<p class=\"hint\">上次计算没有成功，请重新计算；仍不成功的，请联系系统管理员。</p>" : .empty)
        \(standing.isUnderWay ? progress : button)
        """
    }

    private var words: HTML {
        switch standing.basis {
        case .kept(let computedAt):
            """
            <p class="hint">按全部 \(String(standing.cases)) 件于<time datetime="\(computedAt.rfc3339)">\(computedAt.chinese)</time>算出。\
            有进展的事项每天夜里重新计算；急着看的，可以现在重新计算。</p>
            """
        case .looked(true): "<p class=\"hint\">按全部 \(String(standing.cases)) 件现场算出，结果没有保存。</p>"
        case .looked(false):
            """
            <p class="hint">只看了最早的 \(String(AnalysisReading.mostCases)) 件。计算全部办件要一点时间，在后台进行。</p>
            """
        }
    }

    private var button: HTML {
        let label = if case .kept = standing.basis { "重新计算" } else { "计算全部办件并保存" }
        let again = PostButton(
            label, action: AnalysisPath.runs, token: token,
            values: [
                ("service", scope.service), ("year", String(scope.year)), ("organ", scope.organ ?? ""),
                ("topic", topic.rawValue),
            ])
        return "<div class=\"actions\">\(again.html)</div>"
    }

    private var progress: HTML {
        let job = standing.job
        let words = job?.progress.words(unit: AnalysisWork.kind.unit) ?? []
        return """
            <div data-live="2"><p>\(ProgressBar("正在计算", percent: job?.progress.percent, words: ["正在计算全部办件"] + words).html)</p>
            <p class="hint">可以离开本页，算完后回到本页就能看到。</p></div>
            """
    }
}
