import Cases
import Refusals

/// What counts as unusual, and how long a person waits for an answer: data that the audit administrator edits. Every
/// version is kept, and a finding names the one it was found by.
public struct AuditRules: Codable, Sendable, Hashable {
    /// Different cases one officer reads within an hour of the clock.
    public var casesPerHour = 60
    /// Different cases one officer reads in a day.
    public var casesPerDay = 300
    /// Different cases of which one officer sees whole numbers in a day.
    public var disclosuresPerDay = 30
    /// Different cases one officer reads outside of office hours in a day.
    public var offHourCases = 5
    /// When offices open, as an hour of the day in China.
    public var opensAtHour = 8
    /// When offices close.
    public var closesAtHour = 19
    /// Different staff accounts that sign in from one address in a day.
    public var accountsPerAddress = 5
    /// Sign-ins that fail for one account within an hour.
    public var failuresPerAccount = 10
    /// Sign-ins that fail from one address within an hour.
    public var failuresPerAddress = 50
    /// How long after seeing whole numbers an officer is expected to act in the case, in hours.
    public var followUpHours = 48
    /// Within how many working days a person's request is answered.
    public var answerDays = 15
    /// Days after which personal data may be deleted of a case that ended without a decision.
    public var undecidedDays = 0
    /// Years for which a case with a decision is kept: the shorter of the usual periods of government archives.
    public var decidedYears = 10

    /// The rules an installation starts with.
    public init() {}

    /// How long cases are kept.
    var retention: Retention { Retention(undecidedDays: undecidedDays, decidedYears: decidedYears) }

    /// A threshold, as it is asked for.
    struct Threshold: Sendable {
        let name: String
        let label: String
        let range: ClosedRange<Int>
        let value: @Sendable (AuditRules) -> Int
        let set: @Sendable (inout AuditRules, Int) -> Void
    }

    /// The rules as typed.
    ///
    /// - Throws: `invalid` with every number that is none or cannot be meant.
    init(_ value: (String) -> String?) throws {
        var errors: [FieldError] = []
        for threshold in Self.thresholds {
            let (low, high) = (threshold.range.lowerBound, threshold.range.upperBound)
            guard let number = value(threshold.name).flatMap({ Int($0) }), threshold.range.contains(number)
            else {
                errors.append(FieldError(threshold.name, "\(threshold.label)：请填写 \(low) 到 \(high) 的整数。"))
                continue
            }
            threshold.set(&self, number)
        }
        if errors.isEmpty, opensAtHour >= closesAtHour {
            errors = [FieldError("closesAtHour", "下班时间要晚于上班时间。")]
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// Those of an older version say nothing of what came later: it is as an installation starts with.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.singleValueContainer().decode([String: Int].self)
        for threshold in Self.thresholds { stored[threshold.name].map { threshold.set(&self, $0) } }
    }
}

extension AuditRules {
    static let thresholds: [Threshold] = [
        threshold("casesPerHour", "一小时内一人查看的办件数", 1...10_000, \.casesPerHour),
        threshold("casesPerDay", "一天内一人查看的办件数", 1...100_000, \.casesPerDay),
        threshold("disclosuresPerDay", "一天内一人查看未遮挡信息的办件数", 1...10_000, \.disclosuresPerDay),
        threshold("offHourCases", "一天内一人在工作时间以外查看的办件数", 1...10_000, \.offHourCases),
        threshold("opensAtHour", "上班时间（时）", 0...23, \.opensAtHour),
        threshold("closesAtHour", "下班时间（时）", 1...24, \.closesAtHour),
        threshold("accountsPerAddress", "一天内同一地址登录的工作人员账号数", 2...10_000, \.accountsPerAddress),
        threshold("failuresPerAccount", "一小时内一个账号登录失败的次数", 2...10_000, \.failuresPerAccount),
        threshold("failuresPerAddress", "一小时内一个地址登录失败的次数", 2...100_000, \.failuresPerAddress),
        threshold("followUpHours", "查看未遮挡信息后应有办理动作的小时数", 1...1_000, \.followUpHours),
        threshold("answerDays", "答复个人请求和投诉的工作日数", 1...60, \.answerDays),
        threshold("undecidedDays", "没有作出决定的办件，办结多少天后可以删除个人信息", 0...3_650, \.undecidedDays),
        threshold("decidedYears", "作出决定的办件，档案保存的年数", 1...100, \.decidedYears),
    ]

    private static func threshold(
        _ name: String, _ label: String, _ range: ClosedRange<Int>,
        _ path: any WritableKeyPath<AuditRules, Int> & Sendable
    ) -> Threshold {
        Threshold(
            name: name, label: label, range: range, value: { $0[keyPath: path] },
            set: { $0[keyPath: path] = $1 })
    }
}
