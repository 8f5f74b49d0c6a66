import Identity
import Journal
import Refusals
import Storage
import Synchronization
import WorkingTime
import Yams

/// The rules in force: those the district published last, else those delivered with the program.
final class InspectionBook: Sendable {
    private let delivered: InspectionRules
    private let kept = Mutex<(version: Int, rules: InspectionRules)?>(nil)

    /// - Throws: when the delivered file cannot be read.
    init() throws { delivered = try InspectionRules.delivered() }

    /// The rules in force.
    func current(in tx: Transaction) throws -> InspectionRules {
        let version = try version(in: tx)
        guard version > 0 else { return delivered }
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.rules }
        let row = try tx.row("SELECT body FROM content_inspection_rules WHERE version = \(version)")
        let rules = try YAMLDecoder().decode(InspectionRules.self, from: row?.text("body") ?? "")
        kept.withLock { $0 = (version, rules) }
        return rules
    }

    /// Which version is in force; 0 for the delivered one.
    func version(in tx: Transaction) throws -> Int {
        try tx.row("SELECT version FROM content_inspection_rules ORDER BY version DESC LIMIT 1")?.int(
            "version") ?? 0
    }

    /// The text of the rules in force, to be changed.
    func text(in tx: Transaction) throws -> String {
        let row = try tx.row("SELECT body FROM content_inspection_rules ORDER BY version DESC LIMIT 1")
        return try row?.text("body") ?? InspectionRules.deliveredText()
    }

    /// The versions that were published, the newest first.
    func versions(in tx: Transaction) throws -> [(version: Int, by: String, at: Instant)] {
        try tx.rows(
            """
            SELECT version, published_by, published_at FROM content_inspection_rules
            ORDER BY version DESC LIMIT 20
            """
        ).map { (try $0.int("version"), try $0.text("published_by"), try $0.instant("published_at")) }
    }

    /// Publishes changed rules.
    ///
    /// - Parameter version: the one that was edited.
    /// - Throws: `invalid` with what is wrong with the text, `conflict` when somebody else was first.
    func publish(_ text: String, after version: Int, by actor: Actor, at now: Instant, in tx: Transaction)
        throws
    {
        _ = try Self.read(text)
        try tx.exclude("content.inspection-rules")
        guard try self.version(in: tx) == version else {
            throw DomainError.conflict("检查规则刚刚被别人改过，请刷新后重新编辑。")
        }
        let before = try self.text(in: tx)
        try tx.execute(
            """
            INSERT INTO content_inspection_rules (version, body, published_at, published_by)
            VALUES (\(version + 1), \(text), \(now), \(actor.name))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "inspection_rules.published",
                subject: "inspection_rules/\(version + 1)",
                sentence: "\(actor.name)公布了网站检查规则第 \(version + 1) 版。",
                beforeDigest: try Journal.digest(of: before), afterDigest: try Journal.digest(of: text)),
            in: tx)
    }

    /// The longest text, in bytes.
    static let longestBytes = 100_000

    /// The rules of a text.
    ///
    /// - Throws: `invalid` when they cannot be read, or do not fit together.
    static func read(_ text: String) throws -> InspectionRules {
        guard text.utf8.count <= longestBytes else { throw DomainError.invalid("body", "规则太长，请精简。") }
        let rules: InspectionRules
        do { rules = try YAMLDecoder().decode(InspectionRules.self, from: text) } catch {
            throw DomainError.invalid("body", "规则读不出来，请核对格式：\(String(describing: error).prefix(200))")
        }
        if let fault = rules.faults.first { throw DomainError.invalid("body", fault) }
        return rules
    }
}

extension InspectionRules {
    /// What does not fit together.
    var faults: [Sentence] {
        var faults: [Sentence] = []
        let codes = [vetoes.map(\.code), deductions.map(\.code), bonuses.map(\.code)]
        for part in codes where Set(part).count != part.count { faults.append("条目的代码有重复。") }
        for code in codes.flatMap(\.self) where code.wholeMatch(of: /[a-z][a-z0-9_-]{0,39}/) == nil {
            faults.append("条目代码「\(code)」请用小写字母开头，最多 40 个字符。")
        }
        if vetoes.isEmpty || deductions.isEmpty { faults.append("至少要有一条单项否决和一条扣分。") }
        for item in deductions where item.each < 0 || item.most < item.each {
            faults.append("「\(item.title)」最多扣的分不能比一处扣的分少。")
        }
        for measure in vetoes.flatMap({ $0.when ?? [] }) where measure.atLeast < 1 {
            faults.append("单项否决的条件至少是 1，否则没有问题也会否决。")
        }
        if !(1...1_000).contains(full) || !(0...full).contains(pass) { faults.append("合格线应在 0 分和满分之间。") }
        if !(0...60).contains(warnDays) { faults.append("提前提醒的天数应在 0 到 60 之间。") }
        if !(1...60).contains(correctionDays) { faults.append("纠错的答复期限应在 1 到 60 个工作日之间。") }
        if slowReplyDays < 1 || lateReplyDays < slowReplyDays { faults.append("算单项否决的天数不能比算超期的少。") }
        for (kind, days) in periods where DocumentKind(rawValue: kind) == nil || !(1...3_660).contains(days) {
            faults.append("更新周期里的「\(kind)」请写成 article、notice 或 policy，天数在 1 到 3660 之间。")
        }
        return faults
    }
}
