import Government
import Web

/// How far each organ has come with its part, and what supervision found of it.
extension OrderPage {
    var partTable: HTML {
        Table(
            "任务分解", columns: [.init("部门"), .init("任务"), .init("现在")],
            rows: parts.enumerated().map { index, part in
                [
                    "\(name(part.organ))（\(index == 0 ? "主办" : "协办")）\(heir(of: part))",
                    "\(part.duty.isEmpty ? order.title : part.duty)",
                    course.standing(of: part.organ, or: heirs(of: part)).badge,
                ]
            }
        ).html
    }

    /// Whoever has to do it again reads why.
    var verdicts: HTML {
        guard !course.verdicts.isEmpty else { return .empty }
        return """
            <h2>审核</h2>
            \(Timeline(course.verdicts.map { one in
                .init(one.at, "<strong>\(one.label)，\(one.name)</strong><br>\(one.opinion)", one.isReturn ? .bad : .done)
            }).html)
            """
    }

    private func heir(of part: SupervisionOrder.Part) -> HTML? {
        part.heir.map { "<br>现由\(name($0))承接" }
    }

    /// Who has answered for a part, one after the other.
    private func heirs(of part: SupervisionOrder.Part) -> Set<String> {
        Set(OrganLineage(organs).line(of: part.organ).map(\.key)).union([part.answering])
    }
}

extension OrderCourse.Standing {
    /// How far it is, as a badge.
    var badge: HTML {
        switch self {
        case .waiting: StatusBadge("等待反馈", .near).html
        case .reported: StatusBadge("已反馈", .done).html
        case .silent: StatusBadge("没有反馈", .late).html
        }
    }
}
