import ProcessMining
import Web

/// Waiting and working, step by step.
struct WaitingContent {
    let scope: AnalysisScope
    let statistics: WaitingStatistics

    private var sorted: [(step: String, known: WaitingStatistics.Step)] {
        statistics.steps.map { ($0.key, $0.value) }.sorted {
            (Self.mean($0.1), $1.0) > (Self.mean($1.1), $0.0)
        }
    }

    private static func mean(_ step: WaitingStatistics.Step) -> Int {
        (step.waiting.mean ?? 0) + (step.working.mean ?? 0)
    }

    var html: HTML {
        guard !statistics.steps.isEmpty else {
            return EmptyState("这一年还没有办结的办件", "<p>换一个事项或者年份看看。</p>").html
        }
        return """
            <p>\(finding)</p>
            \(table)
            <p class="hint">条形按平均数画：琥珀色是等待，蓝色是办理，最长的一步占满。用时按自然时间计；工作日按现行的工作日历计。\
            转办、委托以后仍从第一次领取算起；放回以后重新等待。申请人办的步骤不在内。</p>
            """
    }

    private var finding: String {
        let (waiting, working) = statistics.totals
        let unknown =
            statistics.untaken == 0
            ? "" : "有 \(statistics.untaken) 次没有先领取就办完，等待和办理分不开，没有计入。"
        guard waiting + working > 0 else { return "还不知道等了多久、办了多久。\(unknown)" }
        let share = Percent.of(waiting, in: waiting + working)
        return "能分开的用时里，等待占 \(share)%，办理占 \(100 - share)%。\(unknown)"
    }

    private var table: HTML {
        let longest = max(1, sorted.map { Self.mean($0.known) }.max() ?? 1)
        return Table(
            "等待与办理",
            columns: [
                .init("步骤"), .init("平均等待和办理"), .init("领取后办", isNumber: true),
                .init("等待中位数", isNumber: true), .init("办理中位数", isNumber: true),
                .init("等待工作日", isNumber: true), .init("办理工作日", isNumber: true),
                .init("没有领取", isNumber: true), .init("等得最久的"),
            ],
            rows: sorted.prefix(AnalysisPage.mostRows).map { step, known in
                [
                    "\(known.name)", bar(known, longest), scope.link(known.waiting.count, .taken(step)),
                    "\(NaturalTime.words(known.waiting.quantile(50)))",
                    "\(NaturalTime.words(known.working.quantile(50)))",
                    "\(days(known.waitingDays))", "\(days(known.workingDays))",
                    scope.link(known.untaken, .untaken(step)), known.longest.links,
                ]
            }
        ).html
    }

    private func days(_ spread: Spread) -> String { spread.quantile(50).map(String.init) ?? "—" }

    /// The picture says nothing that the words do not.
    private func bar(_ step: WaitingStatistics.Step, _ longest: Int) -> HTML {
        guard let waiting = step.waiting.mean, let working = step.working.mean else { return "—" }
        let (left, right) = (waiting * 200 / longest, working * 200 / longest)
        return """
            <svg class="bar" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">\
            <rect x="0" y="0" width="\(left)" height="12" fill="#9a6700"/>\
            <rect x="\(left)" y="0" width="\(right)" height="12" fill="#0b4f9e"/></svg>\
            等待 \(NaturalTime.words(waiting))，办理 \(NaturalTime.words(working))
            """
    }
}
