import Refusals
import WorkingTime

/// What supervision looks for (监察规则): data that supervisors write, in versions.
///
/// A rule looks at each case, clock, step or act of every kind of matter. It looks from its moment on, and again whenever
/// the case changes; where its condition holds there is a signal, once for each occasion.
struct SupervisionRule: Codable, Sendable, Hashable {
    /// How grave a signal is.
    enum Level: String, Codable, Sendable, CaseIterable {
        case reminder, warning, yellow, red

        var chinese: String {
            switch self {
            case .reminder: "提醒"
            case .warning: "预警"
            case .yellow: "黄牌"
            case .red: "红牌"
            }
        }

        /// A card stays on record and may be appealed; a reminder is over when what it reminds of is done.
        var isCard: Bool { self == .yellow || self == .red }
        var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What a rule looks at, one by one.
    enum Scope: String, Codable, Sendable, CaseIterable {
        case matter = "case"
        case clock, task, act

        var chinese: String {
            switch self {
            case .matter: "办件"
            case .clock: "时限"
            case .task: "步骤"
            case .act: "操作"
            }
        }
    }

    /// Who is told at once.
    enum Audience: String, Codable, Sendable, CaseIterable {
        /// Whoever has the step, or all who may take it.
        case holder
        /// The heads of the organ.
        case head
        /// The supervisors of the district.
        case supervisor

        var chinese: String {
            switch self {
            case .holder: "承办人"
            case .head: "部门负责人"
            case .supervisor: "监察人员"
            }
        }
    }

    /// The stable name by which versions belong together.
    var key: String
    var name: String
    /// On what it rests, in words.
    var basis: String
    var scope: Scope
    /// From when it looks; nil: at every change.
    var moment: RuleMoment?
    /// FEEL over the facts.
    var condition: String
    var level: Level
    var tells: [Audience]
    /// At most so many signals in a minute; one more and the rule is stopped.
    var perMinute: Int
    /// How long the organ may appeal, in working days.
    var appealDays: Int
    /// How long the decision on an appeal may take, in working days.
    var decisionDays: Int
    /// So many days after it is confirmed, everybody may read of a card; never, when there is none.
    var publishAfterDays: Int?

    private enum CodingKeys: String, CodingKey {
        case key, name, basis, scope, moment, condition, level, tells
        case perMinute = "per_minute"
        case appealDays = "appeal_days"
        case decisionDays = "decision_days"
        case publishAfterDays = "publish_after_days"
    }

    /// - Throws: `invalid` with every field that is wrong by itself.
    func requireComplete() throws {
        var errors: [FieldError] = []
        if !key.wholeMatches(of: /[a-z][a-z0-9-]{1,39}/) {
            errors.append(FieldError("key", "代号用小写字母、数字和连字符，2 到 40 个字符。"))
        }
        if name.isEmpty || name.count > 60 { errors.append(FieldError("name", "请填写名称，不超过 60 个字。")) }
        if basis.isEmpty || basis.count > 300 { errors.append(FieldError("basis", "请写明依据，不超过 300 个字。")) }
        if tells.isEmpty { errors.append(FieldError("tells", "请选择通知谁。")) }
        if !(1...100_000).contains(perMinute) {
            errors.append(FieldError("per_minute", "每分钟上限应为 1 到 100000。"))
        }
        if !(1...30).contains(appealDays) { errors.append(FieldError("appeal_days", "申诉期限应为 1 到 30 个工作日。")) }
        if !(1...60).contains(decisionDays) {
            errors.append(FieldError("decision_days", "裁定期限应为 1 到 60 个工作日。"))
        }
        if let days = publishAfterDays {
            if !(1...365).contains(days) {
                errors.append(FieldError("publish_after_days", "公开应在确认后 1 到 365 天。"))
            }
            if !level.isCard { errors.append(FieldError("publish_after_days", "只有黄牌和红牌可以公开。")) }
        }
        if let moment { errors += moment.errors(in: scope) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

extension String {
    fileprivate func wholeMatches(of pattern: some RegexComponent) -> Bool {
        (try? pattern.regex.wholeMatch(in: self)) != nil
    }
}
