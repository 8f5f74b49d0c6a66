import Cases
import Government
import Identity
import Refusals
import Storage

/// Turns what a plan moves into lines.
struct PreviewLists {
    let plan: RestructuringPlan
    let facts: PlanFacts
    let names: Names
    private let succession: OrganPassage

    private typealias OrganPassage = @Sendable (String, String?, String?) -> String

    init(plan: RestructuringPlan, facts: PlanFacts) {
        (self.plan, self.facts) = (plan, facts)
        names = Names(facts.organs.map { ($0.key, $0.name) }, plan.steps)
        let succession = plan.succession
        self.succession = { succession.heir(of: $0, item: $1, number: $2) }
    }

    var items: [Preview.Line] {
        facts.items.flatMap { item in
            let parts = [(item.organ, "主办")] + item.coOrgans.map { ($0, "协办") }
            return parts.compactMap { organ, part in
                let heir = succession(organ, item.code, nil)
                return heir == organ ? nil : line(item.name, part, organ, heir)
            }
        }
    }

    var posts: [Preview.Line] {
        plan.seatsAfter(facts).filter { $0.seat.post.organ != $0.organ }.map { seat, organ in
            line("\(seat.name)（\(seat.login)）", seat.post.role.chinese, seat.post.organ, organ)
        }
    }

    var namings: [Preview.Line] {
        facts.namings.flatMap { naming in
            naming.organs.sorted().map { line(naming.title, "写明了部门", $0, succession($0, nil, nil)) }
        }
    }

    func line(_ subject: TouchedCase) -> Preview.Line {
        line(
            subject.number, subject.name, subject.organ,
            succession(subject.organ, subject.item, subject.number))
    }

    func line(_ task: TouchedTask) -> Preview.Line {
        let role = Role(rawValue: task.role)?.chinese ?? task.role
        return line(
            task.name, "\(role)，办件 \(task.number)", task.organ,
            succession(task.organ, task.item, task.number))
    }

    private func line(_ what: String, _ more: String, _ from: String, _ to: String) -> Preview.Line {
        Preview.Line(what: what, more: more, from: names[from], to: names[to])
    }

    /// A page of a list that is in memory anyway; the cursor is the place of its last line.
    func page(_ lines: [Preview.Line], after: String?) throws -> Slice<Preview.Line> {
        let start = max(0, try after.map { Int(try Cursor($0).id) } ?? 0)
        let numbered = lines.enumerated().dropFirst(start).prefix(Cases.touchedSize + 1)
        return Slice(fetched: Array(numbered), size: Cases.touchedSize) {
            Cursor(key: "", id: Int64($0.offset + 1))
        }.map { $0.element }
    }
}
