import ChineseScript
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Keeps the phrases, and has pages translated by them. Every node hears of a change and drops its pages.
struct Phrases: Sendable {
    static let topic = "language phrases"

    let database: Database
    let cache: PageCache
    let translations: Translations
    let usage: TraditionalScript.Usage
    let english: EnglishWords

    /// Says how words are put into a language from now on.
    ///
    /// - Throws: `invalid` for what was entered, `conflict` when there are too many.
    func put(_ phrase: Phrase, by actor: Actor, at now: Instant) async throws {
        try phrase.check()
        try await database.write { tx in
            try tx.exclude(Self.topic)
            let known = try PhraseStore.phrases(in: phrase.language, tx)
            guard known.count < Phrase.most || known.contains(where: { $0.original == phrase.original })
            else {
                throw DomainError.conflict("一种语言最多 \(Phrase.most) 条，请先删去不用的。")
            }
            try PhraseStore.put(phrase, by: actor.name, at: now, in: tx)
            try record(
                "phrase.put", phrase.language,
                "\(actor.name)把「\(phrase.original)」写作「\(phrase.words)」（\(phrase.language.ownName)）。", actor,
                now, tx)
        }
        try await follow()
    }

    /// Has words translated as if nobody had said how.
    ///
    /// - Throws: `notFound` when nobody has.
    func remove(_ original: String, from language: Language, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude(Self.topic)
            guard try PhraseStore.remove(original, from: language, in: tx) else {
                throw DomainError.notFound("没有这一条，可能已经删去。")
            }
            try record(
                "phrase.removed", language, "\(actor.name)删去「\(original)」的写法（\(language.ownName)）。", actor,
                now, tx)
        }
        try await follow()
    }

    /// Translates by the tables as they are now.
    func follow() async throws {
        var used: Tables
        var known = try await tables()
        repeat {
            used = known
            if let translator = TraditionalTranslator(usage, exceptions: used.traditional) {
                translations.set(translator, for: .traditional)
            }
            translations.set(english.with(used.english), for: .english)
            cache.dropAll()
            // Somebody may have changed them since they were read, and had their change followed already.
            known = try await tables()
        } while known != used
    }

    private struct Tables: Sendable, Hashable {
        let traditional: [String: String]
        let english: [String: String]
    }

    private func tables() async throws -> Tables {
        try await database.read { tx in
            func table(_ language: Language) throws -> [String: String] {
                let phrases = try PhraseStore.phrases(in: language, tx)
                return Dictionary(phrases.map { ($0.original, $0.words) }, uniquingKeysWith: { $1 })
            }
            return Tables(traditional: try table(.traditional), english: try table(.english))
        }
    }

    private func record(
        _ action: String, _ language: Language, _ sentence: Sentence, _ actor: Actor, _ now: Instant,
        _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "language \(language.rawValue)",
                sentence: sentence), in: tx)
        try tx.announce(Self.topic)
    }
}
