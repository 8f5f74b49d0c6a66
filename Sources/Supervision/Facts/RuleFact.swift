/// A fact that conditions ask for, as people speak of it.
struct RuleFact: Sendable, Hashable {
    /// What it may be.
    enum Content: Sendable, Hashable {
        case truth
        /// Any words; what they are.
        case text(String)
        /// A number of these.
        case count(String)
        /// A number in the unit of its clock.
        case limit
        case kind, service, organ, phase, outcome, clock, unit, act, role, action
        /// What the records of what is done elsewhere hold.
        case fields
    }

    /// What it is a fact of: `case`.
    let root: String
    let name: String
    let meaning: String
    let content: Content

    /// By which a condition asks for it: `case.kind`.
    var path: String { "\(root).\(name)" }

    private init(_ root: String, _ name: String, _ meaning: String, _ content: Content) {
        (self.root, self.name, self.meaning, self.content) = (root, name, meaning, content)
    }
}

extension RuleFact {
    /// All of them, in the order in which they are read.
    static let all = matter + clock + task + act

    private static let byPath = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }

    /// The fact that a condition asks for so; nil when there is none.
    static func named(_ path: String) -> RuleFact? { byPath[path] }

    static let matter = [
        RuleFact("case", "kind", "办件种类", .kind), RuleFact("case", "service", "事项编码", .service),
        RuleFact("case", "name", "办件名称", .text("文字")), RuleFact("case", "organ", "主办部门", .organ),
        RuleFact("case", "phase", "办到哪一步", .phase), RuleFact("case", "outcome", "办理结果", .outcome),
        RuleFact("case", "accepted", "已经受理", .truth), RuleFact("case", "closed", "已经办结", .truth),
        RuleFact("case", "age_days", "收件以来", .count("天")),
        RuleFact("case", "silent_days", "无人办理", .count("个工作日")),
        RuleFact("case", "paused", "正在暂停计时", .truth), RuleFact("case", "fields", "报送的字段", .fields),
        RuleFact("case", "reported_after_days", "开始以后多久才报送", .count("天")),
        RuleFact("case", "yellow_cards", "这个部门没有撤销的黄牌", .count("张")),
        RuleFact("case", "red_cards", "这个部门没有撤销的红牌", .count("张")),
    ]

    static let clock = [
        RuleFact("clock", "name", "时限种类", .clock), RuleFact("clock", "limit", "时限长度", .limit),
        RuleFact("clock", "unit", "时限单位", .unit), RuleFact("clock", "used", "已用", .limit),
        RuleFact("clock", "left", "还剩", .limit), RuleFact("clock", "over", "超过", .limit),
        RuleFact("clock", "used_percent", "已用的比例", .count("%")),
        RuleFact("clock", "paused", "正在暂停", .truth),
        RuleFact("clock", "paused_days", "这次已经暂停", .count("天")),
        RuleFact("clock", "pause_reason", "暂停原因", .text("文字，例如 现场核查")),
        RuleFact("clock", "pauses", "暂停过", .count("次")),
        RuleFact("clock", "extensions", "延长过", .count("次")),
        RuleFact("clock", "stopped", "已经停止计时", .truth),
    ]

    static let task = [
        RuleFact("task", "name", "步骤名称", .text("文字，例如 审查")), RuleFact("task", "act", "步骤性质", .act),
        RuleFact("task", "organ", "承办部门", .organ), RuleFact("task", "role", "承办角色", .role),
        RuleFact("task", "open_days", "等了", .count("个工作日")),
        RuleFact("task", "has_due", "有自己的期限", .truth),
        RuleFact("task", "over", "超过自己的期限", .count("个工作日")),
        RuleFact("task", "urgings", "被催办", .count("次")), RuleFact("task", "suspended", "已经挂起", .truth),
        RuleFact("task", "held", "有人领取", .truth),
        RuleFact("task", "outcome", "步骤结果", .text("代号，例如 grant、deny、refuse；没有结果的为空")),
        RuleFact("task", "reasoned", "写明理由", .truth),
    ]

    /// Of what is looked at, and of each of `acts`.
    static let act = [
        RuleFact("act", "action", "做了什么", .action),
        RuleFact("act", "outcome", "选择的结果", .text("代号；没有结果的为空")),
        RuleFact("act", "days_ago", "多久以前", .count("天")), RuleFact("act", "automatic", "系统自动", .truth),
    ]
}
