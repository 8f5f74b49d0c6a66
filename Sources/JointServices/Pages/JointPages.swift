import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// All joint services, and one with its design.
struct JointPages: Sendable {
    let desk: JointDesk

    var routes: [Route] {
        [
            .get(JointPath.all, .may(.designJoint), "一件事设计") { request, _ in
                .page(try await list(request))
            },
            .get(JointPath.design("{slug}"), .may(.designJoint), "一件事的设计") { request, officer in
                .page(try await desk.page(request, officer))
            },
            .post(JointPath.draft("{slug}"), .may(.designJoint), journal: "item.drafted", "修改一件事") {
                request, officer in
                let slug = try request.parameter("slug")
                _ = try await desk.subject(slug)
                try await desk.begin(slug, by: desk.editor(officer, request), request)
                return .redirect(to: JointPath.design(slug))
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> Page {
        let joint = desk.library.catalogue.services.map(\.item).filter(\.isJoint)
        let known = Set(joint.map(\.slug))
        var drafts: [ItemDraft] = []
        for state in ItemDraft.State.open {
            drafts += try await desk.drafts.drafts(state).items.filter { $0.item.isJoint }
        }
        let new = drafts.filter { !known.contains($0.item.slug) }.map(\.item)
        let states = Dictionary(drafts.map { ($0.item.slug, $0.state) }) { first, _ in first }
        return JointListPage(items: joint + new, states: states, organs: try await desk.organNames()).page
    }
}

/// The joint services, with the way to each.
struct JointListPage {
    let items: [ServiceItem]
    /// The states of drafts under way, by slug.
    let states: [String: ItemDraft.State]
    let organs: [String: String]

    var page: Page {
        Page(
            "一件事设计", crumbs: [Link("工作台", "/desk"), Link("一件事设计", nil)], width: .wide, area: .desk,
            body: """
                <h1>一件事设计</h1>
                <p class="lead">把几个部门的事项组成一件事：一张表、一套材料、一个承诺时限、一次送达。改好以后由另一人审核。</p>
                <p class="actions"><a class="button" href="\(JointPath.new)">新建一件事</a></p>
                \(content)
                """)
    }

    private var content: HTML {
        guard !items.isEmpty else { return EmptyState("还没有一件事，点“新建一件事”开始").html }
        return Table(
            "一件事",
            columns: [
                .init("名称"), .init("部门"), .init("事项", isNumber: true), .init("承诺时限"), .init("顺序"),
                .init("草稿"),
            ],
            rows: items.map(row)
        ).html
    }

    private func row(_ item: ServiceItem) -> [HTML] {
        let names = ([item.organ] + item.coOrgans).map { organs[$0] ?? $0 }.joined(separator: "、")
        let steps = item.order.circle == nil ? item.order.levels.count : 0
        return [
            "<a href=\"\(JointPath.design(item.slug))\">\(item.name)</a>", "\(names)",
            "\(item.children.count)", "\(item.limits.promised?.chinese ?? "—")",
            "\(steps > 1 ? "分 \(steps) 步" : "全部同时")", "\(states[item.slug]?.chinese ?? "—")",
        ]
    }
}

extension JointDesk {
    /// The page of a design, with what was entered and refused.
    func page(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let subject = try await subject(try request.parameter("slug"))
        return JointPage(
            subject: subject, mayEdit: try await editor(officer, request).reaches(subject.item.organ),
            entered: entered, errors: errors, token: request.csrf
        ).page
    }
}
