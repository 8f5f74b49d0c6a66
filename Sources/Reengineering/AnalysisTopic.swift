import Services
import Web

/// What can be looked at in the cases of a service, a page each.
enum AnalysisTopic: CaseIterable {
    case overview, waiting, parallel, materials, map, conformance

    var title: String {
        switch self {
        case .overview: "总览"
        case .waiting: "等待与办理"
        case .parallel: "先后与同时"
        case .materials: "重复收取的材料"
        case .map: "实际路径图"
        case .conformance: "与流程图的符合度"
        }
    }

    var path: String {
        switch self {
        case .overview: AnalysisPath.analysis
        case .waiting: AnalysisPath.waiting
        case .parallel: AnalysisPath.parallel
        case .materials: AnalysisPath.materials
        case .map: AnalysisPath.map
        case .conformance: AnalysisPath.conformance
        }
    }

    /// The way from one to the others, with the same cases.
    static func links(_ scope: AnalysisScope, here: AnalysisTopic) -> HTML {
        func link(_ topic: AnalysisTopic) -> HTML {
            """
            <a href="\(scope.address(topic.path))"\(attribute: "aria-current", topic == here ? "page" : nil)>\(topic.title)</a>
            """
        }
        return "<nav class=\"tabs\" aria-label=\"看什么\">\(each: allCases, link)</nav>"
    }
}

/// What all pages of topics have: which cases, which topic, and what it is about.
struct TopicPage {
    let topic: AnalysisTopic
    let scope: AnalysisScope
    let services: [PublicService]
    let thisYear: Int
    let isWhole: Bool
    let lead: String
    let content: HTML

    var page: Page {
        Page(
            topic.title,
            crumbs: [
                Link("工作台", "/desk"), Link("流程分析", scope.address(AnalysisPath.analysis)),
                Link(topic.title, nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>\(topic.title)</h1>
                <p class="lead">\(lead)</p>
                \(filters)
                \(AnalysisTopic.links(scope, here: topic))
                <h2>\(scope.name)，\(String(scope.year)) 年收件</h2>
                \(isWhole ? .empty : "<p class=\"hint\">只分析了最早的 \(String(AnalysisPages.mostCases)) 件。</p>")
                \(content)
                """)
    }

    private var filters: HTML {
        let years = AnalysisScope.years(until: thisYear).map { (String($0), "\($0) 年") }
        return """
            <form class="filters" action="\(topic.path)">
            \(select("service", "事项", services.map { ($0.code, $0.item.name) }, scope.service))
            \(select("year", "收件年份", years, String(scope.year)))
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
