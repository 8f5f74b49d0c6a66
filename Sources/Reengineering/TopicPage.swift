import Government
import Services
import Web

/// What all pages of topics have: which cases, which topic, what it is about, and where the figures come from.
struct TopicPage {
    let topic: AnalysisTopic
    let scope: AnalysisScope
    let services: [PublicService]
    let organs: [Organ]
    let thisYear: Int
    let note: AnalysisNote
    let content: HTML

    var page: Page {
        Page(
            topic.title,
            crumbs: [
                Link("工作台", "/desk"), Link("流程分析", scope.address(AnalysisPath.analysis)),
                Link(topic.title, nil),
            ], width: .wide, area: .desk, scripts: ["live.js"],
            body: """
                <h1>\(topic.title)</h1>
                <p class="lead">\(topic.lead)</p>
                \(ScopeFilters(action: topic.path, scope: scope, services: services, organs: organs, thisYear: thisYear).html)
                \(AnalysisTopic.links(scope, here: topic))
                <h2>\(scope.name)，\(String(scope.year)) 年收件</h2>
                \(note.html)
                \(content)
                """)
    }
}

/// The choice of the cases: a service, a year, an organ in charge.
struct ScopeFilters {
    let action: String
    let scope: AnalysisScope
    let services: [PublicService]
    let organs: [Organ]
    let thisYear: Int

    var html: HTML {
        let years = AnalysisScope.years(until: thisYear).map { (String($0), "\($0) 年") }
        return """
            <form class="filters" action="\(action)">
            \(select("service", "事项", services.map { ($0.code, $0.item.name) }, scope.service))
            \(select("year", "收件年份", years, String(scope.year)))
            \(select("organ", "承办部门", [("", "全部部门")] + organs.map { ($0.key, $0.name) }, scope.organ ?? ""))
            <button class="button">分析</button>
            </form>
            """
    }

    private func select(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], _ chosen: String
    ) -> HTML {
        """
        <div class="filter"><label class="label" for="\(name)">\(label)</label>
        <select class="input" id="\(name)" name="\(name)">\(each: options, { option in
            "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.label)</option>"
        })</select></div>
        """
    }
}
