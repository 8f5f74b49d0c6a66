import Refusals
import Storage
import Web
import WorkingTime

/// Words of the original, and what stands in their place in a language.
struct Phrase: Sendable, Hashable {
    let language: Language
    let original: String
    let words: String
    /// Who last changed it, and when.
    var changedBy = ""
    var changedAt: Instant?

    /// Characters of either side.
    static let longest = 200
    /// The most of one language.
    static let most = 2_000

    /// - Throws: `invalid` with everything that is wrong.
    func check() throws {
        var errors: [FieldError] = []
        if language == .simplified { errors.append(FieldError("language", "请选择语言。")) }
        for (field, text) in [("original", original), ("words", words)] {
            if text.isEmpty || text.count > Self.longest {
                errors.append(FieldError(field, "请填写，最多 \(Self.longest) 字。"))
            }
            // They stand in finished pages.
            if text.unicodeScalars.contains(where: { $0.value < 0x20 || "<>\"&".unicodeScalars.contains($0) })
            {
                errors.append(FieldError(field, "里面不能有换行和 < > \" & 这几个符号。"))
            }
        }
        if !original.utf8.contains(where: { $0 >= 0x80 }) {
            errors.append(FieldError("original", "原文里要有中文。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

/// The SQL of phrases.
enum PhraseStore {
    static func phrases(in language: Language, _ tx: Transaction) throws -> [Phrase] {
        try tx.rows(
            """
            SELECT * FROM language_phrase WHERE language = \(language.rawValue)
            ORDER BY original LIMIT \(Phrase.most)
            """
        ).map(Phrase.init)
    }

    static func put(_ phrase: Phrase, by name: String, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO language_phrase (language, original, words, changed_by, changed_at)
            VALUES (\(phrase.language.rawValue), \(phrase.original), \(phrase.words), \(name), \(now))
            ON CONFLICT (language, original) DO UPDATE
            SET words = excluded.words, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
    }

    /// - Returns: whether it was there.
    static func remove(_ original: String, from language: Language, in tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            DELETE FROM language_phrase WHERE language = \(language.rawValue) AND original = \(original)
            RETURNING original
            """
        ).isEmpty
    }
}

extension Phrase {
    init(_ row: Row) throws {
        self.init(
            language: try row.value("language"), original: try row.text("original"),
            words: try row.text("words"), changedBy: try row.text("changed_by"),
            changedAt: try row.instant("changed_at"))
    }
}
