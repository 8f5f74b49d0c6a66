import Identity
import Journal
import Storage

/// The way from another feature, such as the forum or the corrections of readers, to the requests of the government (诉求),
/// which are a feature too: handed in by the composition.
public struct RequestDoor: Sendable {
    /// Something to choose from.
    public struct Choice: Sendable, Hashable {
        /// What is sent.
        public let code: String
        /// What is read.
        public let name: String

        /// A choice.
        public init(_ code: String, _ name: String) { (self.code, self.name) = (code, name) }
    }

    /// What a request says of itself.
    public struct Choices: Sendable, Hashable {
        /// What it is about.
        public let categories: [Choice]
        /// Whether it asks, complains …
        public let kinds: [Choice]
        /// The streets, by their codes.
        public let streets: [Choice]

        /// The choices.
        public init(categories: [Choice], kinds: [Choice], streets: [Choice]) {
            (self.categories, self.kinds, self.streets) = (categories, kinds, streets)
        }
    }

    /// Something said elsewhere that becomes a request.
    public struct Entry: Sendable {
        /// What is forwarded, by the number its feature knows it by.
        public let id: Int64
        /// What it is about, of what kind, in which street.
        public let category: String, kind: String, division: String
        /// What it says, in one line and in full.
        public let title: String, words: String
        /// Where it was said, in words that are added to it.
        public let source: String
        /// A page where officers read it as it was said; nil where the source says it.
        public let page: String?
        /// In whose name: its author's, or, when nil, that of the office that takes it up.
        public let author: Account?

        /// Something said elsewhere.
        public init(
            id: Int64, category: String, kind: String, division: String, title: String, words: String,
            source: String, page: String? = nil, author: Account?
        ) {
            (self.id, self.category, self.kind, self.division) = (id, category, kind, division)
            (self.title, self.words, self.source, self.page) = (title, words, source, page)
            self.author = author
        }
    }

    /// How far a request has come.
    public struct Standing: Sendable, Hashable {
        /// Key of the organ that handles it.
        public let organ: String
        /// Whether it is over.
        public let hasEnded: Bool
        /// The answer as everybody may read it, and where it stands; nil where there is none.
        public let answer: String?, address: String?

        /// A standing.
        public init(organ: String, hasEnded: Bool, answer: String?, address: String?) {
            (self.organ, self.hasEnded, self.answer, self.address) = (organ, hasEnded, answer, address)
        }
    }

    /// What may be chosen.
    public let choices: @Sendable () async throws -> Choices
    /// What the feature keeps of a request of this number, written with it or not at all.
    public typealias Keeping = @Sendable (_ number: String, Transaction) throws -> Void
    /// Files it, with what the feature keeps of it in the same transaction, and gives its number.
    public let file: @Sendable (Entry, Actor, @escaping Keeping) async throws -> String
    /// How far the ones of these numbers have come.
    public let standings: @Sendable ([String]) async throws -> [String: Standing]
    /// Where officers read the one of a number.
    public let page: @Sendable (String) -> String

    /// A door.
    public init(
        choices: @escaping @Sendable () async throws -> Choices,
        file: @escaping @Sendable (Entry, Actor, @escaping Keeping) async throws -> String,
        standings: @escaping @Sendable ([String]) async throws -> [String: Standing],
        page: @escaping @Sendable (String) -> String
    ) {
        (self.choices, self.file, self.standings, self.page) = (choices, file, standings, page)
    }
}
