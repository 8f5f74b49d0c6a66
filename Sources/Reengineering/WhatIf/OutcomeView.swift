import Government
import ProcessSimulation
import Web

/// What a simulation showed: the answer, whether to believe it, the figures and what they rest on.
struct OutcomeView {
    let outcome: SimulationOutcome
    let organs: [Organ]

    var html: HTML {
        let belief = OutcomeWords.belief(outcome)
        return """
            <p class="lead">\(OutcomeWords.finding(outcome))</p>
            \(Notice(belief.title, "<p>\(belief.words)</p>", tone: belief.isGood ? .plain : .warning).html)
            <h2>用时</h2>\(times)
            <p class="hint">±后面是 95% 置信区间的一半（\(outcome.replications) 遍模拟的 Student t 区间；前后两种流程用同样的随机数，成对比较）。</p>
            <h2>岗位</h2>\(posts)
            <h2>用时的分布</h2>\(charts)
            <h2>这样算的前提</h2>\(premises)
            """
    }

    private var times: HTML {
        let (before, after) = (outcome.before, outcome.after)
        let rows = [
            ("平均", outcome.past[0], before.mean, after.mean),
            ("中位数", outcome.past[1], before.median, after.median),
            ("九成不超过", outcome.past[2], before.ninety, after.ninety),
        ]
        return Table(
            "用时",
            columns: [
                .init("用时"), .init("实际", isNumber: true), .init("模拟：现在的流程", isNumber: true),
                .init("模拟：改变以后", isNumber: true), .init("变化", isNumber: true),
            ],
            rows: rows.map { label, past, before, after in
                [
                    "\(label)", "\(OutcomeWords.time(past))", "\(OutcomeWords.interval(before))",
                    "\(OutcomeWords.interval(after))", "\(OutcomeWords.change(before.mean, after.mean))",
                ]
            }
        ).html
    }

    private var posts: HTML {
        Table(
            "岗位",
            columns: [
                .init("岗位"), .init("人数", isNumber: true), .init("忙碌", isNumber: true),
                .init("等人办的办公时间", isNumber: true),
            ],
            rows: outcome.posts.map { row in
                [
                    "\(PostName(organs: organs).words(row.post))",
                    "\(pair(row.people.map { String($0) }))",
                    "\(pair(row.busy.map { "\(Int($0.rounded()))%" }))",
                    "\(pair(row.waited.map(OutcomeWords.time)))",
                ]
            }
        ).html
    }

    /// Before and after; once when nothing changes.
    private func pair(_ values: [String]) -> String {
        values.first == values.last ? values.first ?? "" : values.joined(separator: " → ")
    }

    private var charts: HTML {
        let titles = ["实际用时的分布", "模拟现在的流程：用时的分布", "模拟改变以后：用时的分布"]
        return HTML.joined(
            zip(titles, outcome.spread).map { title, shares in
                BarChart(
                    "\(title)，每一段里的办件占百分之几", unit: "%",
                    bars: shares.enumerated().map { place, share in
                        BarChart.Bar(label(place, of: shares.count), share)
                    }
                ).html
            })
    }

    private func label(_ place: Int, of count: Int) -> String {
        let from = NaturalTime.words(place * outcome.width)
        if place == 0 { return "不到 \(NaturalTime.words(outcome.width))" }
        return place == count - 1
            ? "\(from)以上" : "\(from)到\(NaturalTime.words((place + 1) * outcome.width))"
    }

    /// On how many steps the times of work rest.
    private var work: String {
        let bounded = "按“这一步到了、这个人上一件也办完了”到“这一步办完”之间的办公时间估计"
        let drawn = "每次从真实的里面随机取一个。"
        guard let counts = outcome.takenSteps, let taken = counts.first, let unknown = counts.last, taken > 0
        else { return "没有记录一个人什么时候开始办一步。办理时间\(bounded)，\(drawn)" }
        let known = "有 \(taken) 步记录了什么时候领取，办理时间从领取（这个人上一件还没办完的，从办完那件）算到办完，领取以前是等待"
        return unknown == 0 ? "\(known)。\(drawn)" : "\(known)；另外 \(unknown) 步没有领取，\(bounded)。\(drawn)"
    }

    private var premises: HTML {
        """
        <ul>
        <li>每件什么时候来、走了哪些步骤、哪一步要等哪一步，都照 \(outcome.counted + outcome.warmUp) 件办结件的实际情况。</li>
        <li>\(work)</li>
        <li>各岗位的人数是实际办过这些步骤的人数；一个人同时只办一件，先到先办；申请人办的步骤不占用人手。</li>
        \(outcome.warmUp > 0 ? "<li>最早的 \(outcome.warmUp) 件只用来让各岗位像平时一样忙起来，不计入结果。</li>" : .empty)
        \(outcome.leftOut > 0 ? "<li>\(outcome.leftOut) 件的步骤超过 \(SimulationModel.mostSteps) 步，没有计入。</li>" : .empty)
        </ul>
        """
    }
}
