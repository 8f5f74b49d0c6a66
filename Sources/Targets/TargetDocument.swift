import Web
import WorkingTime

/// The targets of an organ for a year as programs read them: the version that both sides agreed on, or the newest.
struct TargetPlanDocument: Encodable, Sendable {
    struct Milestone: Encodable, Sendable {
        let key: String
        let name: String
        let dueOn: CivilDate
        let state: String

        enum CodingKeys: String, CodingKey {
            case key, name, state
            case dueOn = "due_on"
        }
    }

    struct Item: Encodable, Sendable {
        let key: String
        let title: String
        let weight: Int
        let person: String
        let post: String
        let measure: String
        let figure: String?
        let figureOf: String?
        let direction: String?
        let wanted: Int?
        let value: Int?
        let achievement: Int?
        let milestones: [Milestone]

        enum CodingKeys: String, CodingKey {
            case key, title, weight, person, post, measure, figure, direction, wanted, value, achievement,
                milestones
            case figureOf = "figure_of"
        }
    }

    let year: Int
    let organ: String
    let heir: String?
    let inheritedOn: CivilDate?
    let version: Int
    let state: String
    let count: Int
    let achievement: Int?
    var targets: [Item]?

    private let standing: TargetStanding

    enum CodingKeys: String, CodingKey {
        case year, organ, heir, version, state, count, achievement, targets
        case inheritedOn = "inherited_on"
    }

    /// As it stands in lists.
    init(_ standing: TargetStanding) {
        let plan = standing.shown
        (year, organ) = (plan?.year ?? 0, plan?.organ ?? "")
        (heir, inheritedOn) = (plan?.heir, plan?.inheritedOn)
        (version, state) = (plan?.version ?? 0, (plan?.state ?? .draft).rawValue)
        (count, achievement) = (plan?.targets.count ?? 0, standing.achievement)
        self.standing = standing
    }

    /// The whole of it.
    mutating func tellTargets() { targets = (standing.shown?.targets ?? []).map(item) }

    private func item(_ target: Target) -> Item {
        var (figure, whole, atLeast, wanted) = (String?.none, String?.none, Bool?.none, Int?.none)
        if case .figure(let key, let all, let least, let value) = target.measure {
            (figure, whole, atLeast, wanted) = (key, all, least, value)
        }
        return Item(
            key: String(target.key), title: target.title, weight: target.weight, person: target.person,
            post: target.post, measure: figure == nil ? "evidence" : "figure", figure: figure,
            figureOf: whole,
            direction: atLeast.map { $0 ? "at_least" : "at_most" }, wanted: wanted,
            value: target.value(standing.amounts),
            achievement: target.achievement(standing.amounts, reached: standing.reached),
            milestones: target.milestones.map { one in
                Milestone(key: String(one.key), name: one.name, dueOn: one.dueOn, state: state(one))
            })
    }

    private func state(_ one: Target.Milestone) -> String {
        if standing.reached.contains(one.key) { return "reached" }
        return standing.reports.contains { $0.milestone == one.key && $0.ruling == nil } ? "reported" : "open"
    }
}

extension TargetPlanDocument {
    static let schema = Schema.object([
        .init("year", .integer), .init("organ", .text, "部门的代号"),
        .init("heir", .text, "部门撤并以后承接的部门", optional: true),
        .init("inherited_on", .formatted("date"), "从哪一天起承接", optional: true),
        .init("version", .integer), .init("state", .oneOf(TargetPlan.State.allCases.map(\.rawValue))),
        .init("count", .integer, "目标的个数"),
        .init("achievement", .integer, "按权重算完成的百分比；没有可以衡量的没有这一项", optional: true),
        .init("targets", .list(item), "列表里没有", optional: true),
    ])

    private static let item = Schema.object([
        .init("key", .text), .init("title", .text), .init("weight", .integer), .init("person", .text, "责任人"),
        .init("post", .text), .init("measure", .oneOf(["figure", "evidence"])),
        .init("figure", .text, "指标数", optional: true),
        .init("figure_of", .text, "占哪个数的百分比", optional: true),
        .init("direction", .oneOf(["at_least", "at_most"]), optional: true),
        .init("wanted", .integer, "目标值", optional: true), .init("value", .integer, "现在的值", optional: true),
        .init("achievement", .integer, "完成的百分比", optional: true),
        .init(
            "milestones",
            .list(
                .object([
                    .init("key", .text), .init("name", .text), .init("due_on", .formatted("date")),
                    .init("state", .oneOf(["open", "reported", "reached"])),
                ]))),
    ])
}
