import Journal
import Refusals
import Storage
import WorkingTime

/// What the law and the district ask of hearings; an administrator changes it, every version is kept.
struct HearingRules: Sendable, Hashable {
    /// Who takes part: `consumer 消费者`.
    struct Role: Sendable, Hashable, Codable {
        let code: String
        let name: String
    }

    /// Natural days from the announcement to the hearing.
    var announceDays: Int
    /// Natural days from the end of registering to the hearing.
    var registerDays: Int
    /// Natural days from the materials to the hearing (重大行政决策程序暂行条例 art. 16).
    var materialsDays: Int
    /// How many questions one person may ask during one hearing.
    var questionsEach: Int
    var roles: [Role]

    /// The code of those who only listen (旁听): they do not sign the record.
    static let observer = "observer"

    /// Those that come with the program, until somebody publishes others: the seven days are law, the others a proposal.
    static let delivered = HearingRules(
        announceDays: 30, registerDays: 10, materialsDays: 7, questionsEach: 3,
        roles: [
            Role(code: "consumer", name: "消费者"), Role(code: "operator", name: "经营者"),
            Role(code: "expert", name: "专家"), Role(code: observer, name: "旁听"),
        ])

    /// - Throws: `invalid` at the fields.
    func check() throws {
        var errors: [FieldError] = []
        for (name, days) in [
            ("announce_days", announceDays), ("register_days", registerDays),
            ("materials_days", materialsDays),
            ("questions_each", questionsEach),
        ] where !(1...365).contains(days) { errors.append(FieldError(name, "请填写 1 到 365 的整数。")) }
        if !(1...12).contains(roles.count) || Set(roles.map(\.code)).count < roles.count
            || roles.contains(where: {
                $0.code.wholeMatch(of: /[a-z]{2,20}/) == nil || !(1...20).contains($0.name.count)
            })
        {
            errors.append(FieldError("roles", "每行一类：小写英文代码，空格，名称；1 到 12 类，代码不能重复。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// Those in force.
    static func current(in tx: Transaction) throws -> HearingRules {
        guard let row = try tx.row("SELECT * FROM hearing_rules ORDER BY version DESC LIMIT 1") else {
            return delivered
        }
        return HearingRules(
            announceDays: try row.int("announce_days"), registerDays: try row.int("register_days"),
            materialsDays: try row.int("materials_days"), questionsEach: try row.int("questions_each"),
            roles: try row.json("roles"))
    }

    /// Puts them in force as a new version.
    func publish(by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try check()
        try tx.exclude("hearing-rules")
        let last = try tx.row("SELECT version FROM hearing_rules ORDER BY version DESC LIMIT 1")
        let version = (try last?.int("version") ?? 0) + 1
        try tx.execute(
            """
            INSERT INTO hearing_rules (version, announce_days, register_days, materials_days, questions_each, roles,
                published_by, published_at)
            VALUES (\(version), \(announceDays), \(registerDays), \(materialsDays), \(questionsEach),
                \(encodeJSON(roles)), \(actor.name), \(now))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "hearing_rules.published",
                subject: "hearing_rules/\(version)",
                sentence: "\(actor.name)公布了听证会规则第 \(version) 版。"), in: tx)
    }
}
