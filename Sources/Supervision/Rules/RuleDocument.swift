import Web
import WorkingTime

/// A version of a rule as programs read it.
struct RuleDocument: Encodable, Sendable {
    private let id: String
    private let version: Int
    private let state: String
    private let looks: Bool
    private let on_from: String?
    private let rule: SupervisionRule
    private let edited_by: String
    private let approved_by: String?
    private let reason: String?

    init(_ version: RuleVersion, isLooking: Bool) {
        (id, self.version, state, looks) = (
            String(version.id), version.version, version.state.rawValue, isLooking
        )
        (on_from, rule, reason) = (version.onFrom?.iso, version.rule, version.reason)
        (edited_by, approved_by) = (version.editedByName, version.approvedByName)
    }

    private static let states = RuleVersion.State.allCases.map(\.rawValue)

    static let listing = APIOperation(
        id: "listSupervisionRules", tag: "监察",
        parameters: [.query("state", "状态", .oneOf(states)), .query("after", "上一页的 next")],
        responses: [
            200: .page(
                of: .object([
                    .init("id", .text), .init("version", .integer), .init("state", .oneOf(states)),
                    .init("looks", .boolean, "今天由这一版监察"),
                    .init("on_from", .formatted("date"), "从哪一天起启用", optional: true), .init("rule", rule),
                    .init("edited_by", .text, "起草的人"), .init("approved_by", .text, "启用的人", optional: true),
                    .init("reason", .text, "为什么停用", optional: true),
                ]))
        ])

    private static let rule = Schema.object([
        .init("key", .text, "代号，各版相同"), .init("name", .text), .init("basis", .text, "依据"),
        .init("scope", .oneOf(SupervisionRule.Scope.allCases.map(\.rawValue)), "看什么"),
        .init("moment", moment, "从何时起看；没有就是每次变化", optional: true), .init("condition", .text, "FEEL"),
        .init("level", .oneOf(SupervisionRule.Level.allCases.map(\.rawValue))),
        .init("tells", .list(.oneOf(SupervisionRule.Audience.allCases.map(\.rawValue))), "通知谁"),
        .init("per_minute", .integer, "一分钟最多多少条"), .init("appeal_days", .integer, "申诉期限（工作日）"),
        .init("decision_days", .integer, "裁定期限（工作日）"),
        .init("publish_after_days", .integer, "确认多少天后公开", optional: true),
    ])

    private static let moment = Schema.object([
        .init("anchor", .oneOf(RuleMoment.Anchor.allCases.map(\.rawValue))), .init("before", .boolean),
        .init("amount", .integer), .init("unit", .oneOf(RuleMoment.Unit.allCases.map(\.rawValue))),
    ])
}
