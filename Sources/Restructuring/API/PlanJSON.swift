import Refusals
import Storage
import WorkingTime

/// A plan as programs read it.
struct PlanJSON: Encodable, Sendable {
    struct Finding: Encodable, Sendable {
        /// The number of the step, from 1; absent for the plan as a whole.
        let step: Int?
        let detail: String
        /// Whether the plan can neither be approved nor carried out.
        let blocks: Bool
    }

    struct Done: Encodable, Sendable {
        let cases: Int
        let items: Int
        let posts: Int
    }

    let id: String
    let title: String
    let basis: String
    let effective_on: String
    let state: String
    let drafted_by: String
    let approved_by: String?
    let steps: [StepJSON]
    /// Absent in lists.
    let findings: [Finding]?
    /// What stood against it on its day.
    let obstacle: String?
    let done: Done?

    init(_ plan: RestructuringPlan, _ findings: [PlanFinding]? = nil) {
        (id, title, basis) = (String(plan.id), plan.title, plan.basis)
        (effective_on, state) = (plan.effectiveOn.iso, plan.state.rawValue)
        (drafted_by, approved_by) = (plan.record.drafted.name, plan.record.approved?.name)
        steps = plan.steps.map(StepJSON.init)
        self.findings = findings?.map {
            Finding(step: $0.step, detail: $0.sentence.chinese, blocks: $0.blocks)
        }
        obstacle = plan.record.obstacle?.chinese
        done = plan.record.tally.map { Done(cases: $0.matters, items: $0.items, posts: $0.posts) }
    }
}

/// What a plan moves: how many of each, and one list.
struct PreviewJSON: Encodable, Sendable {
    struct Line: Encodable, Sendable {
        let what: String
        let detail: String
        let from: String
        let to: String
    }

    let counts: [String: Int]
    let items: [Line]
    let next: String?

    private enum CodingKeys: CodingKey { case counts, items, next }

    init(_ preview: Preview) {
        counts = Dictionary(preview.counts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        items = preview.lines.items.map { Line(what: $0.what, detail: $0.more, from: $0.from, to: $0.to) }
        next = preview.lines.next
    }

    /// The last page says so: `next` is there, and null.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(counts, forKey: .counts)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}
