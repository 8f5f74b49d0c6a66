import Identity
import Journal

/// The way from the forum to the requests of the government (诉求), which is another feature: handed in by the composition.
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

    /// A post that becomes a request.
    public struct Entry: Sendable {
        /// The post, and its topic.
        public let id: Int64, topic: Int64
        /// What it is about, of what kind, in which street.
        public let category: String, kind: String, division: String
        /// The title of the topic and the words of the post.
        public let title: String, words: String
        /// In whose name: its author's, or, when nil, that of the office that takes it up.
        public let author: Account?
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
    /// Files it and gives its number.
    public let file: @Sendable (Entry, Actor) async throws -> String
    /// How far the ones of these numbers have come.
    public let standings: @Sendable ([String]) async throws -> [String: Standing]

    /// A door.
    public init(
        choices: @escaping @Sendable () async throws -> Choices,
        file: @escaping @Sendable (Entry, Actor) async throws -> String,
        standings: @escaping @Sendable ([String]) async throws -> [String: Standing]
    ) {
        (self.choices, self.file, self.standings) = (choices, file, standings)
    }
}
