import Journal
import Refusals
import Storage
import WorkingTime

/// What the law and the district ask of consultations; an administrator changes it, every version is kept.
struct ConsultationRules: Sendable, Hashable {
    /// Natural days from the day of opening to the last one (重大行政决策程序暂行条例 art. 15).
    var minimumDays: Int
    /// How many comments one person may make on one draft.
    var commentsEach: Int
    /// In characters.
    var longestComment: Int
    /// After how many days those who owe answers to a draft that is over are reminded again.
    var remindDays = 7

    /// Those that come with the program, until somebody publishes others.
    static let delivered = ConsultationRules(minimumDays: 30, commentsEach: 20, longestComment: 2_000)

    /// - Throws: `invalid` at the fields.
    func check() throws {
        var errors: [FieldError] = []
        if !(1...365).contains(minimumDays) { errors.append(FieldError("minimum_days", "请填写 1 到 365 的整数。")) }
        if !(1...1_000).contains(commentsEach) {
            errors.append(FieldError("comments_each", "请填写 1 到 1000 的整数。"))
        }
        if !(50...10_000).contains(longestComment) {
            errors.append(FieldError("longest_comment", "请填写 50 到 10000 的整数。"))
        }
        if !(1...90).contains(remindDays) { errors.append(FieldError("remind_days", "请填写 1 到 90 的整数。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// Those in force.
    static func current(in tx: Transaction) throws -> ConsultationRules {
        let row = try tx.row("SELECT * FROM consultation_rules ORDER BY version DESC LIMIT 1")
        guard let row else { return delivered }
        return ConsultationRules(
            minimumDays: try row.int("minimum_days"), commentsEach: try row.int("comments_each"),
            longestComment: try row.int("longest_comment"),
            remindDays: try row.optionalInt("remind_days") ?? delivered.remindDays)
    }

    /// Puts them in force as a new version.
    func publish(by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try check()
        try tx.exclude("consultation-rules")
        let last = try tx.row("SELECT version FROM consultation_rules ORDER BY version DESC LIMIT 1")
        let version = (try last?.int("version") ?? 0) + 1
        try tx.execute(
            """
            INSERT INTO consultation_rules (version, minimum_days, comments_each, longest_comment, remind_days,
                published_by, published_at)
            VALUES (\(version), \(minimumDays), \(commentsEach), \(longestComment), \(remindDays),
                \(actor.name), \(now))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "consultation_rules.published",
                subject: "consultation_rules/\(version)", sentence: "\(actor.name)公布了征求意见规则第 \(version) 版。"),
            in: tx)
    }
}
