import Government
import Jobs
import Web
import WorkingTime

/// What trials of a rule have found: a first look, and all cases of twelve months.
struct TrialView {
    let version: RuleVersion
    /// From the newest cases, looked at just now.
    let quick: RuleTrial?
    let kept: (kept: KeptTrial, job: QueuedJob?)?
    let organs: [Organ]
    let token: CSRFToken

    private var id: String { String(version.id) }

    /// Whether a job goes through the cases.
    var isUnderWay: Bool { kept?.job?.state == .waiting || kept?.job?.state == .running }

    var html: HTML {
        guard quick != nil || kept != nil else { return .empty }
        return """
            <h2>试算</h2>
            \(quick.map(first) ?? .empty)
            <h3>近一年的全部办件</h3>
            \(whole)
            """
    }

    private func first(_ trial: RuleTrial) -> HTML {
        """
        <p>近一年\(trial.isSample ? "最新的" : "的") \(trial.looked) 个办件中，会发出 \(trial.count) 条信号。</p>
        \(if: trial.isSample, "<p class=\"hint\">这是最新一部分办件的抽样，全年会有多少，请在全部办件上试算。</p>")
        \(finds(trial, trial.isSample ? "抽样找到的办件" : "找到的办件"))
        """
    }

    private var whole: HTML {
        guard let (kept, job) = kept else {
            return "<p>还没有在全部办件上试算。办件多的，要算一会儿，在后台进行。</p>\(button("在全部办件上试算"))"
        }
        if isUnderWay { return progress(job) }
        guard let trial = kept.outcome else {
            let words = job?.state == .cancelled ? "试算已取消。" : "上次试算没有算完，请重新试算；仍不成功的，请联系系统管理员。"
            return "\(Notice("没有试算结果", "<p>\(words)</p>", tone: .warning).html)\(button("重新试算"))"
        }
        let isOld = !kept.holds(for: version.rule)
        let old = Notice(
            "规则改过，请重新试算", "<p>下面的结果是按改以前的内容算的：<code>\(kept.rule.condition)</code></p>", tone: .warning)
        return """
            \(if: isOld, old.html)
            <p>\(kept.askedAt.adding(seconds: -RuleTrial.seconds).day.chinese)到\(kept.askedAt.day.chinese)的 \(trial.looked) 个办件中，会发出 \(trial.count) 条信号。\(kept.askedByName)于\(kept.askedAt.chinese)试算。</p>
            \(if: trial.count > 0, byOrgan(trial))
            \(finds(trial, "全部办件中找到的"))
            \(button("重新试算"))
            """
    }

    private func progress(_ job: QueuedJob?) -> HTML {
        let words = ["正在试算"] + (job?.progress.words(unit: TrialWork.kind.unit) ?? [])
        let cancel = PostButton(
            "取消试算", action: SupervisionPath.ruleAct(id, "trial-cancellation"), token: token, tone: .danger)
        return """
            <div data-live="2"><p>\(ProgressBar("正在试算", percent: job?.progress.percent, words: words).html)</p>
            <p class="hint">可以离开本页，试算在后台继续，算完后回到本页就能看到。</p>
            <div class="actions">\(cancel.html)</div></div>
            """
    }

    private func button(_ label: String) -> HTML {
        let button = PostButton(label, action: SupervisionPath.ruleAct(id, "trials"), token: token)
        return "<div class=\"actions\">\(button.html)</div>"
    }

    private func byOrgan(_ trial: RuleTrial) -> HTML {
        Table(
            "各部门会收到多少条", columns: [.init("部门"), .init("信号", isNumber: true)],
            rows: trial.organs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                ["\(name($0.key))", "\($0.value)"]
            }
        ).html
    }

    private func finds(_ trial: RuleTrial, _ title: String) -> HTML {
        guard !trial.sample.isEmpty else { return .empty }
        let table = Table(
            title, columns: [.init("办件"), .init("部门"), .init("时间")],
            rows: trial.sample.map {
                [
                    "\($0.name) <a class=\"code\" href=\"\($0.place)\">\($0.number)</a>", "\(name($0.organ))",
                    "\($0.at.shortChinese)",
                ]
            })
        let more = "<p>下面是前 \(trial.sample.count) 条：</p>" as HTML
        return "\(if: trial.sample.count < trial.count, more)\(table.html)"
    }

    private func name(_ organ: String) -> String { organs.first { $0.key == organ }?.name ?? organ }
}
