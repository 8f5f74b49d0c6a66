import ProcessMining
import Storage
import Web
import WorkingTime

/// The cases behind a number.
struct PathCasesPage {
    let scope: AnalysisScope
    let sentence: String
    let slice: Slice<CaseTrace>
    let pager: Pager

    var page: Page {
        Page(
            "数字背后的办件",
            crumbs: [
                Link("工作台", "/desk"), Link("流程分析", scope.address(AnalysisPath.analysis)),
                Link("数字背后的办件", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>数字背后的办件</h1>
                <p class="lead">\(scope.name)，\(String(scope.year)) 年收件，\(sentence)</p>
                \(slice.items.isEmpty ? empty : table)
                \(pager.html)
                """)
    }

    private var empty: HTML {
        EmptyState(slice.next == nil ? "没有这样的办件" : "查过的办件里还没有，请看下一页").html
    }

    private var table: HTML {
        Table(
            "办件", columns: [.init("办件"), .init("收件"), .init("用时", isNumber: true)],
            rows: slice.items.map { trace in
                [
                    "<a class=\"code\" href=\"/desk/cases/\(trace.number)\">\(trace.number)</a>",
                    "<time datetime=\"\(trace.filedAt.rfc3339)\">\(trace.filedAt.shortChinese)</time>",
                    "\(NaturalTime.words(trace.seconds))",
                ]
            }
        ).html
    }
}

/// A natural time in words, in its two largest units.
enum NaturalTime {
    static func words(_ seconds: Int?) -> String {
        guard let seconds else { return "—" }
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60)
        if days > 0 { return hours > 0 ? "\(days) 天 \(hours) 小时" : "\(days) 天" }
        if hours > 0 { return minutes > 0 ? "\(hours) 小时 \(minutes) 分" : "\(hours) 小时" }
        return minutes > 0 ? "\(minutes) 分钟" : "不到 1 分钟"
    }

    /// The same behind Chinese words: a number stands off from them.
    static func behind(_ seconds: Int?) -> String {
        let text = words(seconds)
        return text.first?.isNumber == true ? " \(text)" : text
    }
}

/// A share, as every page rounds it.
enum Percent {
    /// Of nothing it is none.
    static func of(_ part: Int, in whole: Int) -> Int {
        guard whole > 0 else { return 0 }
        return (part * 200 + whole) / (whole * 2)
    }
}
