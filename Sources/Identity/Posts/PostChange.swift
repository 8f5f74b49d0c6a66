import Journal
import WorkingTime

/// A post that is to be given to somebody or taken from them: asked for by a system administrator, decided by a
/// security administrator, and never by the one it is about (三员分立, GB/T 22239-2019).
///
/// Rights hang on posts alone. Nobody is given a right of their own, so that whoever leaves a post leaves what it
/// let them do.
public struct PostChange: Sendable, Hashable, Identifiable {
    /// What is to happen.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The post is given, or its term or its office changed.
        case grant
        /// The post is taken away.
        case revoke
    }

    /// How far it has come.
    public enum State: String, Sendable, Hashable {
        /// It waits for the security administrator.
        case open
        /// It was done.
        case approved
        /// It was turned down.
        case refused
        /// Whoever asked for it took it back.
        case withdrawn
    }

    /// Somebody who signed, and when.
    public struct Signature: Sendable, Hashable {
        /// The account.
        public let accountID: Int64
        /// The person's name.
        public let name: String
        /// When.
        public let at: Instant

        init(_ actor: Actor, at now: Instant) {
            self.init(accountID: actor.accountID, name: actor.name, at: now)
        }

        init(accountID: Int64, name: String, at: Instant) {
            (self.accountID, self.name, self.at) = (accountID, name, at)
        }
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// Whose posts change.
    public let accountID: Int64
    /// What is to happen.
    public let kind: Kind
    /// The post.
    public let post: Post
    /// For how long it is given.
    public let term: PostTerm
    /// In which office (科室) of the organ it is to stand; `nil` for none.
    public internal(set) var office: String?
    /// Why.
    public let reason: String
    /// Who asked.
    public let asked: Signature
    /// How far it has come.
    public internal(set) var state: State = .open
    /// Who decided, or took it back.
    public internal(set) var decided: Signature?
    /// What was said with the decision.
    public internal(set) var remark: String?
}
