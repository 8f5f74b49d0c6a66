import Journal
import Refusals
import WorkingTime

/// One version of a template: edited as a draft, published by a second person, replaced by the next. What is published
/// never changes, so that a paper can always be laid beside the template it was written from.
public struct PaperVersion: Sendable, Hashable {
    /// Where a version stands.
    public enum State: String, Codable, Sendable, CaseIterable {
        case draft, published, discarded

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .draft: "草稿"
            case .published: "已公布"
            case .discarded: "已放弃"
            }
        }
    }

    /// What it says.
    public internal(set) var template: PaperTemplate
    /// Counted from 1; 0 is what came with the program.
    public let version: Int
    /// Where it stands.
    public internal(set) var state = State.draft
    /// How often the draft was changed.
    public internal(set) var revision = 1
    /// Who changed it last.
    public internal(set) var editedBy: Signatory
    /// When.
    public internal(set) var editedAt: Instant
    /// Who published it.
    public internal(set) var publishedBy: Signatory?
    /// When it was published.
    public internal(set) var publishedAt: Instant?
}

extension PaperVersion {
    /// A new draft.
    ///
    /// - Throws: `forbidden` unless a system administrator makes it, `invalid` where it says nothing or too much.
    public static func draft(
        _ template: PaperTemplate, version: Int, by actor: Actor, at now: Instant
    ) throws -> PaperVersion {
        try requireEditor(actor)
        try template.requireKeepable()
        return PaperVersion(template: template, version: version, editedBy: Signatory(actor), editedAt: now)
    }

    /// Replaces what the draft says.
    ///
    /// - Parameter seen: the revision the editor saw.
    /// - Throws: `forbidden`, `invalid`, `conflict` when it is no draft or somebody else has changed it since.
    public mutating func edit(
        _ template: PaperTemplate, seen: Int, by actor: Actor, at now: Instant
    ) throws {
        try Self.requireEditor(actor)
        try requireDraft()
        guard seen == revision else {
            throw DomainError.conflict("\(editedBy.name)刚刚改过这份草稿，您的修改没有保存。请刷新后重新编辑。")
        }
        try template.requireKeepable()
        self.template = template
        revision += 1
        (editedBy, editedAt) = (Signatory(actor), now)
    }

    /// Puts the template in force.
    ///
    /// - Throws: `forbidden` unless a security administrator does it who has not edited it, `conflict` when it is no
    ///   draft, was changed since it was read, or cannot be used.
    public mutating func publish(seen: Int, by actor: Actor, at now: Instant) throws {
        guard actor.roles.contains("secadmin") else {
            throw DomainError.forbidden("文书模板由安全管理员审定公布。")
        }
        try requireDraft()
        guard editedBy.accountID != actor.accountID else {
            throw DomainError.forbidden("编辑模板的人不能自己公布，请由另一位安全管理员审定。")
        }
        guard seen == revision else {
            throw DomainError.conflict("\(editedBy.name)刚刚改过这份草稿，请看过改动再公布。")
        }
        if let first = template.findings.first { throw DomainError.conflict(first) }
        state = .published
        (publishedBy, publishedAt) = (Signatory(actor), now)
    }

    /// Gives the draft up.
    ///
    /// - Throws: `forbidden`, `conflict` when it is no draft.
    public mutating func discard(by actor: Actor) throws {
        try Self.requireEditor(actor)
        try requireDraft()
        state = .discarded
    }

    private static func requireEditor(_ actor: Actor) throws {
        guard actor.roles.contains("sysadmin") else { throw DomainError.forbidden("文书模板由系统管理员编辑。") }
    }

    private func requireDraft() throws {
        guard state == .draft else {
            throw DomainError.conflict("第 \(version) 版\(state.chinese)，不能再改，请另建新版。")
        }
    }
}

extension PaperTemplate {
    /// A draft may still lack a blank; it may not be empty or too long.
    fileprivate func requireKeepable() throws {
        guard !title.isEmpty else { throw DomainError.invalid("title", "请写明文书的标题。") }
        guard title.count <= Self.limits.title else {
            throw DomainError.invalid("title", "标题最多 \(Self.limits.title) 字，现在有 \(title.count) 字。")
        }
        guard !text.isEmpty else { throw DomainError.invalid("text", "请写明文书的正文。") }
        guard text.count <= Self.limits.lines, words.count <= Self.limits.characters else {
            throw DomainError.invalid(
                "text", "正文最多 \(Self.limits.lines) 段、\(Self.limits.characters) 字，请精简。")
        }
    }
}
