import Synchronization

/// Puts the words of a page into another language.
public protocol Translator: Sendable {
    /// The words in the other language; nil for words it has none for. They stay as they are, and are marked as Chinese.
    func translate(_ text: String) -> String?

    /// The language and the place its words are used in, as Open Graph writes it: `zh_HK`, `zh_TW`, `en_GB`.
    var locale: String { get }

    /// What somebody asks for in the other language, in the words of the original, in which it is looked for.
    func original(of question: String) -> String
}

extension Translator {
    /// It is looked for as it is.
    public func original(of question: String) -> String { question }
}

/// The languages an installation offers, each with who puts pages into it. What is not here is not offered.
public final class Translations: Sendable {
    private let translators = Mutex<[Language: any Translator]>([:])
    /// The addresses that exist in all languages, by their parts; nil stands for any.
    private let addresses = Mutex<[[String?]]>([])

    /// No language but the original.
    public init() {}

    /// Offers a language, or has it translated otherwise from now on.
    public func set(_ translator: any Translator, for language: Language) {
        translators.withLock { $0[language] = translator }
    }

    /// Who puts pages into a language; nil for the original, and for one that is not offered.
    func translator(to language: Language) -> (any Translator)? {
        translators.withLock { $0[language] }
    }

    /// Some words in a language, for what is no page: feeds, data for search engines. What there are no words for stays as
    /// it is.
    public func words(_ text: String, in language: Language) -> String {
        translator(to: language)?.translate(text) ?? text
    }

    /// A language and its place, as Open Graph writes them.
    public func locale(of language: Language) -> String { translator(to: language)?.locale ?? "zh_CN" }

    /// The languages, the original first.
    var offered: [Language] {
        let known = translators.withLock { Set($0.keys) }
        return Language.allCases.filter { $0 == .simplified || known.contains($0) }
    }

    /// Learns which routes exist in all languages.
    func follow(_ routes: [Route]) {
        let known = routes.filter(\.isInEveryLanguage).map { route in
            route.path.split(separator: "/").map { $0.contains("{") ? nil : String($0) }
        }
        addresses.withLock { $0 = known }
    }

    /// Whether an address of this house leads to a page that exists in all languages.
    func isTranslated(_ address: String) -> Bool {
        guard LocalPath.isLocal(address) else { return false }
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/")
        return addresses.withLock { known in
            known.contains { template in
                template.count == parts.count
                    && zip(template, parts).allSatisfy { known, part in known.map { part == $0 } ?? true }
            }
        }
    }
}
