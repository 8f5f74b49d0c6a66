import Identity
import Journal
import Refusals
import Storage
import Synchronization
import WorkingTime
import Yams

/// Rules that are edited as one text.
public protocol RuleText: Decodable, Sendable {
    /// Names the rules in the table of texts and in the journal: `service_request_rules`.
    static var book: String { get }
    /// What people call them: `群众诉求规则`.
    static var title: String { get }
    /// The text that comes with the program.
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    static func deliveredText() throws -> String
    /// What does not fit together, in sentences; empty for rules that can be published.
    var faults: [Sentence] { get }
}

/// The rules in force: those the district published last, else those delivered with the program.
public final class RuleBook<Rules: RuleText>: Sendable {
    private let delivered: Rules
    private let kept = Mutex<(version: Int, rules: Rules)?>(nil)

    /// - Throws: when the delivered text cannot be read.
    public init() throws { delivered = try Self.read(Rules.deliveredText()) }

    /// The rules in force.
    ///
    /// - Throws: `StorageError`.
    public func current(in tx: Transaction) throws -> Rules { try tx.ask(rulesInForce(in: tx)) }

    /// The same as a question, to be asked with others in this transaction.
    public func rulesInForce(in tx: Transaction) -> Question<Rules> {
        Question(Self.newestVersion) { try self.rules(ofVersion: $0.first?.int("version") ?? 0, in: tx) }
    }

    /// Their text is read once for each version.
    private func rules(ofVersion version: Int, in tx: Transaction) throws -> Rules {
        guard version > 0 else { return delivered }
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.rules }
        let rules = try YAMLDecoder().decode(Rules.self, from: text(in: tx))
        kept.withLock { $0 = (version, rules) }
        return rules
    }

    private static var newestVersion: SQL {
        "SELECT version FROM rule_text WHERE book = \(Rules.book) ORDER BY version DESC LIMIT 1"
    }

    /// The version in force; 0 for the one that came with the program.
    ///
    /// - Throws: `StorageError`.
    public func version(in tx: Transaction) throws -> Int {
        try tx.row(Self.newestVersion)?.int("version") ?? 0
    }

    /// The text of the rules in force, to be changed.
    ///
    /// - Throws: `StorageError`.
    public func text(in tx: Transaction) throws -> String {
        let row = try tx.row(
            "SELECT body FROM rule_text WHERE book = \(Rules.book) ORDER BY version DESC LIMIT 1")
        return try row?.text("body") ?? Rules.deliveredText()
    }

    /// Publishes changed rules.
    ///
    /// - Parameter version: the one that was edited.
    /// - Throws: `invalid` with what is wrong with the text, `conflict` when somebody else was first.
    public func publish(
        _ text: String, after version: Int, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        _ = try Self.read(text)
        try tx.exclude(Rules.book)
        guard try self.version(in: tx) == version else {
            throw DomainError.conflict("\(Rules.title)刚刚被别人改过，请刷新后重新编辑。")
        }
        try tx.execute(
            """
            INSERT INTO rule_text (book, version, body, published_at, published_by)
            VALUES (\(Rules.book), \(version + 1), \(text), \(now), \(actor.name))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "\(Rules.book).published",
                subject: "\(Rules.book)/\(version + 1)",
                sentence: "\(actor.name)公布了\(Rules.title)第 \(version + 1) 版。"),
            in: tx)
    }

    /// The rules of a text.
    ///
    /// - Throws: `invalid` for one that is too long, cannot be read or does not fit together.
    static func read(_ text: String) throws -> Rules {
        guard text.utf8.count <= longestBytes else { throw DomainError.invalid("body", "规则太长，请精简。") }
        let rules: Rules
        do { rules = try YAMLDecoder().decode(Rules.self, from: text) } catch {
            throw DomainError.invalid("body", "规则读不出来，请核对格式：\(String(describing: error).prefix(200))")
        }
        if let fault = rules.faults.first { throw DomainError.invalid("body", fault) }
        return rules
    }

    /// The longest text, in bytes.
    private static var longestBytes: Int { 200_000 }
}
