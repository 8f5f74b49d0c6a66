import BusinessProcess
import ProcessMining
import Web

/// Steps in a row: which could stand beside one another, what that would have saved, and which could not, and why.
struct ParallelContent {
    let scope: AnalysisScope
    let findings: ParallelJudgement
    let rules: AnalysisRules

    private typealias Pair = ProcessStatistics.Pair

    private var free: [(pair: Pair, succession: Succession, saving: SerialSaving)] {
        findings.successions.filter(\.value.needs.isEmpty)
            .map { ($0.key, $0.value, findings.savings[$0.key] ?? SerialSaving()) }
            .sorted { ($0.2.saved.total, $1.0.from, $1.0.to) > ($1.2.saved.total, $0.0.from, $0.0.to) }
    }

    private var bound: [Succession] {
        findings.successions.values.filter { !$0.needs.isEmpty }
            .sorted { ($0.first.id, $0.second.id) < ($1.first.id, $1.second.id) }
    }

    private var joint: [(pair: Pair, saving: SerialSaving)] {
        findings.joint.savings.map { ($0.key, $0.value) }
            .sorted { ($0.1.saved.total, $1.0.from, $1.0.to) > ($1.1.saved.total, $0.0.from, $0.0.to) }
    }

    var html: HTML {
        guard !findings.successions.isEmpty || !joint.isEmpty else {
            return EmptyState("这一年还没有办结的办件", "<p>换一个事项或者年份看看。</p>").html
        }
        return """
            <p>\(finding)</p>
            \(if: !free.isEmpty, "<h3>可以同时办的步骤</h3>\(freeTable)\(each: free, reason)")
            \(if: !joint.isEmpty, "<h3>可以同时办的联办事项</h3>\(jointTable)<p class=\"hint\">一件事没有写明这两个事项谁需要谁的结果，后一个开始时也没有在等别的事项。</p>")
            \(if: !bound.isEmpty, "<h3>只能先后办的步骤</h3>\(boundTable)")
            \(unknown)
            """
    }

    private var finding: String {
        let total =
            free.reduce(0) { $0 + $1.saving.saved.total } + joint.reduce(0) { $0 + $1.saving.saved.total }
        guard let best = free.first, total > 0 else {
            return total > 0
                ? "联办事项如果同时办，一共可省\(NaturalTime.behind(total))。"
                : "没有找到先后办了、其实可以同时办的步骤。"
        }
        return "「\(best.succession.first.name)」和「\(best.succession.second.name)」互不需要对方的结果，"
            + "有 \(best.saving.cases) 件却是先后办的；如果同时办，一半的件至少可省\(NaturalTime.behind(best.saving.saved.quantile(50)))。"
            + "所有能同时办的合在一起，一共可省\(NaturalTime.behind(total))。"
    }

    private static let columns: [Table.Column] = [
        .init("先办"), .init("后办"), .init("先后办的", isNumber: true), .init("两步合计中位数", isNumber: true),
        .init("较长一步中位数", isNumber: true), .init("可省中位数", isNumber: true),
        .init("可省合计", isNumber: true), .init("同一人办", isNumber: true), .init("已经同时办", isNumber: true),
        .init("重办过", isNumber: true), .init("省得最多的"),
    ]

    private func cells(_ first: String, _ second: String, _ cases: HTML, _ saving: SerialSaving) -> [HTML] {
        [
            "\(first)", "\(second)", cases, "\(NaturalTime.words(saving.sums.quantile(50)))",
            "\(NaturalTime.words(saving.longest.quantile(50)))",
            "\(NaturalTime.words(saving.saved.quantile(50)))",
            "\(saving.cases == 0 ? "—" : NaturalTime.words(saving.saved.total))", "\(saving.samePerson)",
            "\(saving.overlapping)", "\(saving.repeated)", saving.examples.links,
        ]
    }

    private var freeTable: HTML {
        Table(
            "可以同时办的步骤", columns: Self.columns,
            rows: free.prefix(AnalysisPage.mostRows).map { pair, succession, saving in
                cells(
                    succession.first.name, succession.second.name,
                    scope.link(saving.cases, .series(pair.from, pair.to)), saving)
            }
        ).html
    }

    private func reason(
        _ one: (pair: ProcessStatistics.Pair, succession: Succession, saving: SerialSaving)
    ) -> HTML {
        let (first, second) = (one.succession.first, one.succession.second)
        return """
            <p class="hint">「\(first.name)」和「\(second.name)」为什么互不需要：两步都是审查，法律没有规定谁先谁后；流程图里从前一步\
            到后一步，没有一个条件读取「\(first.name)」的结果，也没有用它的结果算出的值，中间不发文书；不论前一步结果怎样，后一步都要办。</p>
            """
    }

    private var jointTable: HTML {
        Table(
            "可以同时办的联办事项", columns: Array(Self.columns.prefix(7)) + Self.columns.suffix(1),
            rows: joint.prefix(AnalysisPage.mostRows).map { pair, saving in
                let all = cells(
                    findings.joint.names[pair.from] ?? pair.from, findings.joint.names[pair.to] ?? pair.to,
                    scope.link(saving.cases, .jointSeries(pair.from, pair.to)), saving)
                return Array(all.prefix(7)) + all.suffix(1)
            }
        ).html
    }

    private var boundTable: HTML {
        Table(
            "只能先后办的步骤", columns: [.init("先办"), .init("后办"), .init("原因")],
            rows: bound.prefix(AnalysisPage.mostRows).map { one in
                [
                    "\(one.first.name)", "\(one.second.name)",
                    "\(one.needs.map { words($0, one) }.joined(separator: "；"))",
                ]
            }
        ).html
    }

    private func words(_ need: Succession.Need, _ one: Succession) -> String {
        switch need {
        case .place(let task) where task == one.second: rules.reason(second: task)
        case .place(let task): rules.reason(first: task)
        case .condition(let condition): "是否办后一步要看前一步的结果（条件 \(condition)）"
        case .computed(let name): "是否办后一步要看用前一步的结果算出的「\(name)」"
        case .paper(let name): "中间要「\(name)」，发出的文书不能收回"
        case .loop: "后一步可能退回前一步"
        }
    }

    private var unknown: HTML {
        """
        <h3>数据里看不出来的</h3>
        <ul><li>后一步的办理人是不是要读前一步写的意见：系统只知道流程图和表单，请向办理人核实。</li>
        <li>人手够不够：同一个人办的两步，没有第二个人就省不下来。</li>
        <li>同时办以后，前一步若不通过，后一步就白办了；这里没有算白办的工夫。</li>
        <li>表单和材料在申请和补正时交齐，办理步骤不改写它们，所以两步读同样的材料不算谁需要谁。</li>
        <li>几条分支汇合以后的步骤、重办过的件，没有计算。</li></ul>
        """
    }
}
