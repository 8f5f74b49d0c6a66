import Identity

/// One step of a plan; the steps are taken in their order.
public enum RestructuringStep: Codable, Sendable, Hashable {
    /// An organ gets other names and stays what it is.
    case rename(organ: String, name: String, fullName: String)
    /// An organ is founded.
    case create(NewOrgan)
    /// Organs become part of one that exists or is founded before.
    case merge(organs: [String], into: String)
    /// What an organ does is divided.
    case split(Split)
    /// An organ ends; another takes up what it did.
    case abolish(organ: String, successor: String)
    /// Somebody goes to another organ with their post.
    case movePost(PostTransfer)

    /// An organ that is to be founded.
    public struct NewOrgan: Codable, Sendable, Hashable {
        /// Its key for good.
        public var key: String
        /// Its short name.
        public var name: String
        /// Its full name.
        public var fullName: String
        /// Its unified social credit code, as entered.
        public var code: String
        /// The telephone number for the public.
        public var phone: String
        /// Where it receives the public.
        public var address: String
    }

    /// How what an organ does is divided.
    public struct Split: Codable, Sendable, Hashable {
        /// The organ.
        public var organ: String
        /// Who gets what is named nowhere below; the organ itself when it stays.
        public var rest: String
        /// Items by their codes.
        public var items: [String: String] = [:]
        /// Posts by ``PostTransfer/key(_:_:)``.
        public var posts: [String: String] = [:]
        /// Open cases by hand, by their numbers.
        public var cases: [String: String] = [:]

        /// Whether the organ lives on.
        var staysAlive: Bool { rest == organ }
        /// Everybody who gets something.
        var heirs: Set<String> {
            Set([rest] + items.values + posts.values + cases.values)
        }
    }

    /// A post that goes along with its holder.
    public struct PostTransfer: Codable, Sendable, Hashable {
        /// The holder's name for signing in.
        public var login: String
        /// The role.
        public var role: Role
        /// The organ that is left.
        public var from: String
        /// The organ in which it is held from then on.
        public var to: String

        /// What a split calls a post.
        static func key(_ login: String, _ role: Role) -> String { "\(login)/\(role.rawValue)" }
    }
}

extension RestructuringStep {
    /// What it gives away, in the words of the rules.
    var givers: [String] {
        switch self {
        case .rename, .create: []
        case .merge(let organs, _): organs
        case .split(let split): [split.organ]
        case .abolish(let organ, _): [organ]
        case .movePost: []
        }
    }

    /// The organs that are gone after it, each with its successor.
    var ended: [(organ: String, successor: String)] {
        switch self {
        case .rename, .create, .movePost: []
        case .merge(let organs, let heir): organs.map { ($0, heir) }
        case .split(let split): split.staysAlive ? [] : [(split.organ, split.rest)]
        case .abolish(let organ, let heir): [(organ, heir)]
        }
    }

    /// Where a post is held after it.
    func organ(of post: Post, login: String) -> String {
        switch self {
        case .rename, .create: post.organ
        case .merge(let organs, let heir): organs.contains(post.organ) ? heir : post.organ
        case .split(let split):
            post.organ == split.organ
                ? split.posts[PostTransfer.key(login, post.role)] ?? split.rest : post.organ
        case .abolish(let organ, let heir): post.organ == organ ? heir : post.organ
        case .movePost(let move):
            move.login == login && move.role == post.role && move.from == post.organ ? move.to : post.organ
        }
    }
}
