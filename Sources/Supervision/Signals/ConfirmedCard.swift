import DecisionModel
import Storage
import WorkingTime

/// A card as those see it who hold an official to account for it.
public struct ConfirmedCard: Sendable, Hashable {
    /// The rule it comes from.
    public let name: String
    /// The organ it is held against.
    public let organ: String
    /// Whether it is a red card that can no longer be appealed, and stands.
    public let isConfirmed: Bool
    /// Why it was withdrawn, or cancelled itself; nil while it was not.
    public let withdrawal: String?
    /// The evidence in words.
    public let facts: [Fact]

    /// One fact.
    public struct Fact: Sendable, Hashable {
        /// What it is about.
        public let name: String
        /// What it says.
        public let words: String
    }
}

extension Supervision {
    /// The card with this id; nil when there is none.
    ///
    /// - Throws: `StorageError`.
    public static func card(_ id: Int64, at now: Instant, in tx: Transaction) throws -> ConfirmedCard? {
        guard let row = try tx.row("SELECT * FROM supervision_signal WHERE id = \(id)") else { return nil }
        let signal = try Signal(row)
        let rule = try RuleStore.version(signal.ruleID, in: tx).rule
        return ConfirmedCard(
            name: signal.ruleName, organ: signal.organ,
            isConfirmed: signal.level == .red && signal.isConfirmed(at: now),
            withdrawal: signal.course.last { [.withdrawn, .cancelled].contains($0.kind) }?.words,
            facts: signal.evidenceInWords(signal.evidence.basis ?? rule.basis))
    }
}

extension Signal {
    /// Which rule has noticed what, as it was.
    fileprivate func evidenceInWords(_ basis: String) -> [ConfirmedCard.Fact] {
        var facts: [ConfirmedCard.Fact] = [
            .init(name: "信号", words: "\(level.chinese)，\(raisedAt.chinese)发出"),
            .init(name: "办件", words: "\(name)（\(number)）"),
            .init(name: "规则", words: "\(ruleName)，第 \(evidence.version) 版"),
            .init(name: "依据", words: basis),
        ]
        if let due = evidence.dueAt { facts.append(.init(name: "当时的期限", words: due.chinese)) }
        if let entry = evidence.entry { facts.append(.init(name: "日志条目", words: String(entry))) }
        if !evidence.working.isEmpty {
            facts.append(.init(name: "期限是怎样算的", words: evidence.working.joined(separator: "；")))
        }
        return facts
    }
}
