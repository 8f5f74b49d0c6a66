import Storage
import Web
import WorkingTime

/// What is asked now, and what was answered before.
struct SurveyListPage {
    let surveys: Slice<Survey>
    let organs: [String: String]
    let request: WebRequest

    private var today: CivilDate { request.now.day }

    var page: Page {
        let now = surveys.items.filter { $0.isTaking(on: today) }
        let before = surveys.items.filter { $0.state == .closed || $0.isOver(on: today) }
        return Page(
            "网上调查", crumbs: [Link("网上调查", nil)],
            body: """
                <h1>网上调查</h1>
                <p class="lead">一人答一次，不记姓名。结束以后，结果和怎样采用都公布在这里。</p>
                <h2>正在进行</h2>\(list(now, empty: "现在没有正在进行的调查"))
                \(if: !before.isEmpty, "<h2>已经结束</h2>\(list(before, empty: ""))")
                \(Pager(next: surveys.next, of: request).html)
                """)
    }

    private func list(_ surveys: [Survey], empty: String) -> HTML {
        guard !surveys.isEmpty else { return EmptyState(empty).html }
        return """
            <ul class="organs">\(each: surveys, { survey in
                """
                <li class="organ"><b><a href="\(SurveyPath.survey(String(survey.id)))">\(survey.facts.title)</a></b>
                <p class="hint">\(organs[survey.organ] ?? survey.organ) · \(survey.facts.opensOn.chinese)至\(survey.facts.closesOn.chinese)</p></li>
                """
            })</ul>
            """
    }
}
