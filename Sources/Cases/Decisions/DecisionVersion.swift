import BusinessProcess
import DecisionModel
import Journal
import Refusals
import WorkingTime

/// One version of a decision table: edited as a draft, published by a second person, retired. What is published never
/// changes.
public struct DecisionVersion: Sendable, Hashable {
    /// Where a version stands.
    public enum State: String, Codable, Sendable, CaseIterable {
        case draft, published, retired

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .draft: "草稿"
            case .published: "使用中"
            case .retired: "已停用"
            }
        }
    }

    /// The table; its id is the key by which processes ask for it.
    public internal(set) var table: DecisionTable
    /// Counted from 1.
    public let version: Int
    /// Where it stands.
    public internal(set) var state = State.draft
    /// How often the draft was changed.
    public internal(set) var revision = 1
    /// Who changed it last.
    public internal(set) var editedBy: Signatory
    /// When.
    public internal(set) var editedAt: Instant
    /// Who published it; nobody where it came with the program.
    public internal(set) var publishedBy: Signatory?
    /// When it was published.
    public internal(set) var publishedAt: Instant?
    /// The name of whoever retired it.
    public internal(set) var retiredBy: String?
    /// When it was retired.
    public internal(set) var retiredAt: Instant?
}

extension DecisionVersion {
    /// A new draft.
    ///
    /// - Throws: `forbidden` unless a system administrator makes it, `invalid` for a key or a size nobody can use.
    static func draft(
        _ table: DecisionTable, version: Int, by actor: Actor, at now: Instant
    ) throws -> DecisionVersion {
        try requireEditor(actor)
        try table.requireUsable()
        return DecisionVersion(table: table, version: version, editedBy: Signatory(actor), editedAt: now)
    }

    /// Replaces what the draft says.
    ///
    /// - Parameter revision: the one the editor saw.
    /// - Throws: `forbidden`, `conflict` when it is no draft or somebody else has changed it since, `invalid`.
    public mutating func edit(
        _ table: DecisionTable, seen revision: Int, by actor: Actor, at now: Instant
    ) throws {
        try Self.requireEditor(actor)
        try requireDraft()
        guard revision == self.revision else {
            throw DomainError.conflict("\(editedBy.name)刚刚改过这份草稿，您的修改没有保存。请刷新后重新编辑。")
        }
        var table = table
        // Processes ask by the key.
        table.id = self.table.id
        try table.requireUsable()
        self.table = table
        self.revision += 1
        (editedBy, editedAt) = (Signatory(actor), now)
    }

    /// Puts the table in force.
    ///
    /// - Throws: `forbidden` unless a security administrator does it who has not edited it, `conflict` when it is no
    ///   draft, cannot decide, or does not decide its examples as expected.
    public mutating func publish(
        by actor: Actor, at now: Instant, _ surroundings: FEELSurroundings
    ) throws {
        try Self.requireApprover(actor)
        try requireDraft()
        guard editedBy.accountID != actor.accountID else {
            throw DomainError.forbidden("编辑判定表的人不能自己公布，请由另一位安全管理员审定。")
        }
        if let obstacle = table.obstacle(surroundings) { throw DomainError.conflict(obstacle) }
        state = .published
        (publishedBy, publishedAt) = (Signatory(actor), now)
    }

    /// Takes the table out of force: processes that ask for it wait until another is published.
    ///
    /// - Throws: `forbidden`, `conflict` when it is not in force.
    public mutating func retire(by actor: Actor, at now: Instant) throws {
        try Self.requireApprover(actor)
        guard state == .published else { throw DomainError.conflict("只有使用中的判定表才能停用。") }
        state = .retired
        (retiredBy, retiredAt) = (actor.name, now)
    }

    private static func requireEditor(_ actor: Actor) throws {
        guard actor.roles.contains("sysadmin") else { throw DomainError.forbidden("判定表由系统管理员编辑。") }
    }

    private static func requireApprover(_ actor: Actor) throws {
        guard actor.roles.contains("secadmin") else {
            throw DomainError.forbidden("判定表由安全管理员审定公布和停用。")
        }
    }

    private func requireDraft() throws {
        guard state == .draft else {
            throw DomainError.conflict("第 \(version) 版\(state.chinese)，不能再改，请另建新版。")
        }
    }
}

extension DecisionTable {
    /// Why it cannot be published; `nil` when it can. Gaps are allowed: nothing is decided there.
    public func obstacle(_ surroundings: FEELSurroundings = .none) -> Sentence? {
        let decision: Decision
        do throws(DecisionFindings) { decision = try Decision(self) } catch {
            return "判定表还有 \(error.findings.count) 处错误：\(error.findings[0].description)"
        }
        if let overlap = decision.check().overlaps.first { return "规则互相冲突：\(overlap.description)" }
        guard !examples.isEmpty else { return "请至少写一个示例，说明什么情况应得出什么结论。" }
        let failed = decision.trials(surroundings).filter { !$0.passes }
        return failed.first.map { "有 \(failed.count) 个示例不符合：「\($0.example.name)」\($0.words)" }
    }

    fileprivate func requireUsable() throws {
        guard id.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]{0,63}/) != nil else {
            throw DomainError.invalid("id", "标识用字母、数字、横线和下划线，以字母开头，不超过 64 个字符。")
        }
        try Words.require(name, field: "name", "请写明判定表的名称。")
        let columns = max(inputs.count, outputs.count)
        guard rules.count <= Decision.maximumRules, columns <= Decision.maximumColumns else {
            throw DomainError.invalid(
                "rules", "最多 \(Decision.maximumRules) 条规则、\(Decision.maximumColumns) 列。")
        }
    }
}
