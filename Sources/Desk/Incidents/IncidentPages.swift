import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What the system could not do: the administrator sees all of it, and tries again as the head of the organ may.
struct IncidentPages: Sendable {
    let cases: Cases

    var routes: [Route] {
        [
            .get(DeskPath.incidents, .may(.retryIncidents), "待重试的办件") { request, _ in
                .page(try await page(request))
            },
            .post(
                DeskPath.retries(of: "{number}"), .may(.retryCases, .retryIncidents), journal: "case.retried",
                "重试系统步骤"
            ) { request, officer in try await retry(request, officer) },
        ]
    }

    private func retry(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (number, form) = (try request.parameter("number"), try await request.form())
        guard let activity = form["activity"].flatMap({ Int($0) }), let element = form["element"] else {
            throw DomainError.malformed("没有写明要重试哪一步。")
        }
        let isAdministrator = officer.may(.retryIncidents)
        // The administrator sees no matter, and repairs it all the same.
        let viewer = isAdministrator ? Viewer.system : officer.viewer
        let organ = try await cases.matter(number, for: viewer)[number]?.plan.organ
        let actor = officer.actor(request, organ: organ.flatMap { officer.organs.contains($0) ? $0 : nil })
        try await cases.change(number, by: actor, as: viewer) {
            try $0.retry(number, incidentAt: activity, of: element, on: $1)
        }
        return .redirect(to: isAdministrator ? DeskPath.incidents : DeskPath.page(of: number))
    }

    private func page(_ request: WebRequest) async throws -> Page {
        let slice = try await cases.incidents(after: request.query("after"))
        return Page(
            "待重试的办件", crumbs: [Link("工作台", DeskPath.home), Link("待重试的办件", nil)], width: .wide, area: .desk,
            body: """
                <h1>待重试的办件</h1>
                <p class="lead">系统没有办成的步骤列在这里；工作人员已经提交的办理结果都已保存。排除原因后重试，办件从停下的地方继续。</p>
                \(slice.items.isEmpty ? EmptyState("没有需要重试的办件").html : table(slice.items, request.csrf))
                \(Pager(next: slice.next, of: request).html)
                """)
    }

    private func table(_ incidents: [IncidentSummary], _ token: CSRFToken) -> HTML {
        Table(
            "待重试的办件", columns: [.init("办件"), .init("步骤"), .init("原因"), .init("自"), .init("处理")],
            rows: incidents.map { line in
                [
                    "<b>\(line.name)</b><br><span class=\"code\">\(line.caseNumber)</span>",
                    "\(line.incident.name)", "<span class=\"reason\">\(line.incident.reason)</span>",
                    "<time datetime=\"\(line.incident.since.rfc3339)\">\(line.incident.since.shortChinese)</time>",
                    RetryButton(number: line.caseNumber, incident: line.incident, token: token).html,
                ]
            }
        ).html
    }
}
