import Web

/// What can be looked at in the cases of a service, a page each.
enum AnalysisTopic: String, CaseIterable {
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

    /// What it is about.
    var lead: String {
        switch self {
        case .overview: "办件实际走了哪些路径，在哪一步停留最久，退回重办和换人换部门有多少。"
        case .waiting: "一步从到达到有人领取是等待，从领取到办完是办理。等得久要看派件和人手，办得久要看这一步本身。"
        case .parallel: "哪些步骤一个接一个地办，其实谁也不需要谁的结果；如果同时办，已经办结的件能省多少时间。"
        case .materials: "申请人交过的，或者政府已经有的材料，是不是又要了一次。"
        case .map:
            "办结的件实际走过的每一步和每一次先后：线越粗办件越多，颜色越深用时越久。往左绕的线是往回走，往右绕的线是跳过了中间的步骤。"
        case .conformance: "把每一件实际走的路径放到它当时的流程图里重走一遍：走得通就是按图办，走不通的地方列在下面。"
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
