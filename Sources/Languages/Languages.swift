import ChineseScript
import Modules
import Storage
import Web
import WorkingTime

/// The languages of public pages besides the original: traditional characters, converted with exceptions, and English, from
/// a table of sentences; and the desk on which both are amended (docs/adr/0045).
public struct Languages: Sendable {
    private let phrases: Phrases

    /// The languages of an installation.
    ///
    /// - Throws: a decoding error when the delivered table of English sentences is damaged.
    public init(
        database: Database, cache: PageCache, translations: Translations,
        usage: TraditionalScript.Usage = .hongKong
    ) throws {
        phrases = Phrases(
            database: database, cache: cache, translations: translations, usage: usage,
            english: try EnglishWords.delivered())
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "languages", migrations: try Migration.all(in: .module, module: "languages"),
            routes: PhrasePages(phrases: phrases).routes)
    }

    /// Has this node translate by the tables as they are, when they may have changed.
    ///
    /// - Parameter topic: what was announced; nil when announcements may have been missed.
    /// - Throws: `StorageError`.
    public func follow(_ topic: String? = nil) async throws {
        guard topic == nil || topic == Phrases.topic else { return }
        try await phrases.follow()
    }
}

/// Where the desk of languages stands, written once.
public enum LanguagesPath {
    /// The desk.
    public static let desk = "/desk/languages"
    /// Where a phrase is taken away.
    static let removal = "/desk/languages/removal"
}
