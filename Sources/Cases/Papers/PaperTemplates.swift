import Journal
import Refusals
import Storage
import WorkingTime

/// The templates as they are kept: read, drafted, published, given up, each change with its journal entry.
public struct PaperTemplates: Sendable {
    private let database: Database

    /// The templates of an installation.
    public init(database: Database) { self.database = database }

    /// The drafts there are.
    public func drafts() async throws -> [PaperVersion] {
        try await database.read { try PaperStore.drafts(in: $0) }
    }

    /// The versions of a form, the newest first.
    public func versions(of form: PaperForm) async throws -> [PaperVersion] {
        try await database.read { try PaperStore.versions(of: form, in: $0) }
    }

    /// Keeps what was written: as the draft there is, or as a new one.
    ///
    /// - Parameter seen: the revision of the draft that the editor saw; 0 where there was none.
    /// - Throws: what the rules of ``PaperVersion`` refuse, `conflict` when a draft has come up since.
    public func save(_ template: PaperTemplate, seen: Int, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude(PaperLibrary.topic)
            let versions = try PaperStore.versions(of: template.form, in: tx)
            if var draft = versions.first(where: { $0.state == .draft }) {
                try draft.edit(template, seen: seen, by: actor, at: now)
                try PaperStore.update(draft, in: tx)
            } else {
                let number = (versions.first?.version ?? 0) + 1
                try PaperStore.insert(
                    .draft(template, version: number, by: actor, at: now), in: tx)
            }
            try Self.record("paper.drafted", template.form, by: actor, at: now, in: tx) {
                "\(actor.name)修改了「\(template.form.chinese)」模板的草稿。"
            }
        }
    }

    /// Puts the draft of a form in force.
    ///
    /// - Throws: `notFound` when there is none; what the rules refuse.
    public func publish(_ form: PaperForm, seen: Int, by actor: Actor, at now: Instant) async throws {
        try await change(form) { draft, tx in
            try draft.publish(seen: seen, by: actor, at: now)
            try tx.announce(PaperLibrary.topic)
            let (version, author) = (draft.version, draft.editedBy.name)
            try Self.record("paper.published", form, by: actor, at: now, in: tx) {
                "\(actor.name)公布了「\(form.chinese)」模板第 \(version) 版，由\(author)起草。"
            }
        }
    }

    /// Gives the draft of a form up.
    ///
    /// - Throws: `notFound` when there is none; what the rules refuse.
    public func discard(_ form: PaperForm, by actor: Actor, at now: Instant) async throws {
        try await change(form) { draft, tx in
            try draft.discard(by: actor)
            try Self.record("paper.discarded", form, by: actor, at: now, in: tx) {
                "\(actor.name)放弃了「\(form.chinese)」模板的草稿。"
            }
        }
    }

    private func change(
        _ form: PaperForm, _ rule: @escaping @Sendable (inout PaperVersion, Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.exclude(PaperLibrary.topic)
            guard var draft = try PaperStore.versions(of: form, in: tx).first(where: { $0.state == .draft })
            else { throw DomainError.notFound("「\(form.chinese)」没有待公布的草稿。") }
            try rule(&draft, tx)
            try PaperStore.update(draft, in: tx)
        }
    }

    private static func record(
        _ action: String, _ form: PaperForm, by actor: Actor, at now: Instant, in tx: Transaction,
        _ sentence: () -> Sentence
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "paper/\(form.rawValue)",
                sentence: sentence()), in: tx)
    }
}
