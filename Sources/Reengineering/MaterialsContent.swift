import ProcessMining
import Web

/// Materials that were asked for twice, each way by itself.
struct MaterialsContent {
    let scope: AnalysisScope
    let statistics: RepetitionStatistics

    private var sorted: [(repetition: Repetition, finding: RepetitionStatistics.Finding)] {
        statistics.found.map { ($0.key, $0.value) }.sorted {
            ($0.1.cases, $1.0.material, $1.0.kind.rawValue) > ($1.1.cases, $0.0.material, $0.0.kind.rawValue)
        }
    }

    var html: HTML {
        guard statistics.looked > 0 else {
            return EmptyState("这一年还没有收件", "<p>换一个事项或者年份看看。</p>").html
        }
        return """
            <p>\(finding)</p>
            \(if: !statistics.found.isEmpty, table)
            <p class="hint">在办的件也看了。事项库里有证照类型代码的，代码相同算同一种材料，叫法不同也算；没有代码的，同一个名称算同一种。从电子证照库里取用的（免提交）不算要过。同一申请人按账号认，没有账号的申请人\
            看不出以前交过什么。证照只认本系统发出、现在仍有效、按有效期当时也有效的；别的地方发的、共享平台上的，这里看不出来。\
            改了内容必须重交的，和白要一次的，数据里分不开，请打开办件核实。</p>
            """
    }

    private var finding: String {
        guard let worst = sorted.first else { return "看了 \(statistics.looked) 件，没有发现重复收取的材料。" }
        return
            "看了 \(statistics.looked) 件。最常见的是「\(worst.finding.name)」\(worst.repetition.kind.chinese)，\(worst.finding.cases) 件。"
    }

    private var table: HTML {
        Table(
            "重复收取的材料", columns: [.init("材料"), .init("怎样重复"), .init("件数", isNumber: true), .init("例子")],
            rows: sorted.prefix(AnalysisPage.mostRows).map { repetition, finding in
                [
                    "\(finding.name)", "\(repetition.kind.chinese)",
                    scope.link(finding.cases, .repetition(repetition)), finding.examples.links,
                ]
            }
        ).html
    }
}

extension Repetition.Kind {
    var chinese: String {
        switch self {
        case .supplement: "交过以后又要求补交"
        case .items: "同一件事里几个事项各收一份"
        case .earlier: "同一申请人一年内办别的件时交过"
        case .held: "证照库里已经有"
        }
    }
}
