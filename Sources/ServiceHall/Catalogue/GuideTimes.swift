import BusinessProcess
import Services
import Web
import WorkingTime

/// How long it takes and who does what in that time.
extension GuidePage {
    var times: HTML {
        """
        <h2>多久办好</h2>
        <p>\(promise)从受理的第二天起算，周末和法定节假日不算在工作日内。\(item.limits.note ?? "")</p>
        """
    }

    private var promise: String {
        guard let limit = item.limits.promised ?? item.limits.legal else { return "" }
        return limit.value == 0 ? "\(limit.chinese)办结。" : "受理以后 \(limit.chinese)内办结。"
    }

    /// The items of a joint service, each with its organ and its own limit.
    var joint: HTML? {
        guard item.isJoint else { return nil }
        let names = Dictionary(guide.children.map { ($0.item.slug, $0.item.name) }) { first, _ in first }
        let rows = guide.children.map { child in
            let needs = item.order.needs(of: child.item.slug).compactMap { names[$0] }
            let turn = needs.isEmpty ? "" : "（等\(needs.joined(separator: "、"))获准后办）"
            return OrganRow(
                guide.organName(child.item.organ),
                "<a href=\"\(ServicePath.guide(child))\">\(child.item.name)</a>：办好发给\(child.item.output.name)\(turn)",
                badge: StatusBadge(GuidePage.limitWords(child.item), .done).html
            ).html
        }
        return """
            <h2>一次申请，\(item.order.levels.count > 1 ? "依次办" : "同时办") \(guide.children.count) 件事</h2>
            <section class="card"><ul class="organs">\(HTML.joined(rows))</ul></section>
            """
    }

    private static func limitWords(_ item: ServiceItem) -> String {
        (item.limits.promised ?? item.limits.legal).map { "承诺 \($0.chinese)" } ?? "没有规定时限"
    }

    var process: HTML {
        """
        <h2>办理流程</h2>
        \(diagram)
        \(Table("办理环节", columns: [.init("环节"), .init("谁来办"), .init("时限"), .init("审查什么"), .init("结果")],
            rows: item.steps.map(GuidePage.row)).html)
        """
    }

    private var diagram: HTML? {
        guard let process = guide.process, !process.diagram.shapes.isEmpty else { return nil }
        return """
            <div class="card flow" tabindex="0" role="region" aria-label="办理流程图">\
            \(HTML.raw(trusted: process.svg()))</div>
            """
    }

    private static func row(_ step: Step) -> [HTML] {
        [
            "<b>\(step.name)</b>", "\(step.actor)", "\(step.limit.chinese)", "\(step.standard)",
            "\(step.result)",
        ]
    }
}
