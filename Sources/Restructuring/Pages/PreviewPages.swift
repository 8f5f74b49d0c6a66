import Cases
import Government
import Identity
import Refusals
import Storage
import Web

/// What a plan moves: counts, and one list at a time.
struct PreviewPages: Sendable {
    let restructurings: Restructurings

    var routes: [Route] {
        [
            .get(
                RestructuringPath.preview("{id}"), .may(.readPlans), "改革方案预览"
            ) { request, _ in
                let id = try request.planID
                let kind = PreviewKind(rawValue: request.query("list") ?? "") ?? .cases
                let preview = try await restructurings.preview(id, kind, after: request.query("after"))
                return .page(
                    PreviewPage(
                        preview: preview, kind: kind, pager: Pager(next: preview.lines.next, of: request)
                    ).page)
            }
        ]
    }
}

/// The lists of a preview.
enum PreviewKind: String, CaseIterable, Sendable {
    case cases, tasks, items, posts, namings

    var title: String {
        switch self {
        case .cases: "在办办件"
        case .tasks: "待办环节"
        case .items: "事项"
        case .posts: "岗位"
        case .namings: "流程和判定表"
        }
    }
}

/// What a plan moves.
struct Preview: Sendable {
    /// A line: what it is, where it is, where it will be.
    struct Line: Sendable {
        let what: String
        let more: String
        let from: String
        let to: String
    }

    let plan: RestructuringPlan
    let counts: [PreviewKind: Int]
    let lines: Slice<Line>
    let names: Names
}

extension Restructurings {
    func preview(_ id: Int64, _ kind: PreviewKind, after: String?) async throws -> Preview {
        try await database.read { tx in
            let plan = try PlanStore.plan(id, in: tx)
            let facts = try FactReading(cases: cases).facts(for: plan, in: tx)
            let lists = PreviewLists(plan: plan, facts: facts)
            let touched = plan.touched
            let counts: [PreviewKind: Int] = [
                .cases: touched.isEmpty ? 0 : try cases.touchedCount(by: touched, in: tx),
                .tasks: facts.workload.reduce(0) { $0 + $1.count },
                .items: lists.items.count, .posts: lists.posts.count, .namings: lists.namings.count,
            ]
            let lines: Slice<Preview.Line>
            switch kind {
            case .cases:
                lines =
                    touched.isEmpty
                    ? Slice(items: [], next: nil)
                    : try cases.touched(by: touched, after: after, in: tx).map(lists.line)
            case .tasks:
                let givers = plan.succession.givers
                lines =
                    givers.isEmpty
                    ? Slice(items: [], next: nil)
                    : try Cases.openTasks(of: givers, after: after, in: tx).map(lists.line)
            case .items: lines = try lists.page(lists.items, after: after)
            case .posts: lines = try lists.page(lists.posts, after: after)
            case .namings: lines = try lists.page(lists.namings, after: after)
            }
            return Preview(plan: plan, counts: counts, lines: lines, names: lists.names)
        }
    }
}
