import Foundation
import Identity
import Journal
import Refusals
import Storage
import Synchronization
import WorkingTime
import Yams

/// The rules in force: those the district published last, else those delivered with the program.
final class RuleBook: Sendable {
    private let delivered: DisclosureRules
    private let kept = Mutex<(version: Int, rules: DisclosureRules)?>(nil)

    /// - Throws: when the delivered file cannot be read.
    init() throws { delivered = try DisclosureRules.delivered() }

    /// The rules in force.
    func current(in tx: Transaction) throws -> DisclosureRules {
        let row = try tx.row("SELECT version FROM disclosure_rules ORDER BY version DESC LIMIT 1")
        guard let version = try row?.int("version") else { return delivered }
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.rules }
        let body = try tx.row("SELECT body FROM disclosure_rules WHERE version = \(version)")?.text("body")
        let rules = try YAMLDecoder().decode(DisclosureRules.self, from: body ?? "")
        kept.withLock { $0 = (version, rules) }
        return rules
    }

    /// The text of the rules in force, to be changed.
    func text(in tx: Transaction) throws -> String {
        let row = try tx.row("SELECT body FROM disclosure_rules ORDER BY version DESC LIMIT 1")
        return try row?.text("body") ?? DisclosureRules.deliveredText()
    }

    /// Publishes changed rules.
    ///
    /// - Throws: `invalid` with what is wrong with the text.
    func publish(_ text: String, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        _ = try Self.read(text)
        try tx.exclude("disclosure-rules")
        let last = try tx.row("SELECT version FROM disclosure_rules ORDER BY version DESC LIMIT 1")
        let version = (try last?.int("version") ?? 0) + 1
        try tx.execute(
            """
            INSERT INTO disclosure_rules (version, body, published_at, published_by)
            VALUES (\(version), \(text), \(now), \(actor.name))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "disclosure_rules.published",
                subject: "disclosure_rules/\(version)", sentence: "\(actor.name)公布了政府信息公开规则第 \(version) 版。"),
            in: tx)
    }

    /// The longest text, in bytes.
    static let longestBytes = 200_000

    /// The rules of a text.
    ///
    /// - Throws: `invalid` when they cannot be read, or refer to rows that are not there.
    static func read(_ text: String) throws -> DisclosureRules {
        guard text.utf8.count <= longestBytes else { throw DomainError.invalid("body", "规则太长，请精简。") }
        let rules: DisclosureRules
        do { rules = try YAMLDecoder().decode(DisclosureRules.self, from: text) } catch {
            throw DomainError.invalid("body", "规则读不出来，请核对格式：\(String(describing: error).prefix(200))")
        }
        if let fault = rules.faults.first { throw DomainError.invalid("body", fault) }
        return rules
    }
}

extension DisclosureRules {
    /// What does not fit together.
    var faults: [Sentence] {
        let known = Set(rows.map(\.code))
        let used = kinds.map(\.row) + kinds.flatMap { ($0.grounds ?? []).map(\.row) }
        var faults: [Sentence] = used.filter { !known.contains($0) }.map { "年度报告里没有「\($0)」这一行。" }
        for row in ["other", "abandoned", "unpaid"] where !known.contains(row) {
            faults.append("年度报告里没有「\(row)」这一行。")
        }
        for days in [limits.answerDays, limits.supplementDays, limits.consultationDays]
        where !(1...365).contains(days) { faults.append("期限应在 1 到 365 个工作日之间。") }
        if Set(kinds.map(\.code)).count != kinds.count { faults.append("答复类型的代码有重复。") }
        if categories.isEmpty { faults.append("没有申请人类别。") }
        return faults
    }
}
