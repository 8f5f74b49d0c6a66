/// Where the pages of the forum stand.
public enum ForumPath {
    /// The forum.
    public static let all = "/forum"
    /// Where a topic is begun.
    static let new = "/forum/topics-new"
    /// A topic.
    static func topic(_ id: String) -> String { "\(all)/topics/\(id)" }
    /// Where something is said to it: `replies`, `answers`.
    static func saying(_ id: String, _ kind: String) -> String { "\(topic(id))/\(kind)" }
    /// Where something is done with a post: `edit`, `deletion`, `support`, `report`.
    static func act(_ id: String, _ act: String) -> String { "\(all)/posts/\(id)/\(act)" }

    /// What one has written.
    public static let mine = "/my/forum"
    /// One's nickname.
    static let nickname = "\(mine)/nickname"
    /// What one says against a block.
    static let appeal = "\(mine)/appeal"
    /// Whether a post of one's own becomes a request.
    static func consent(_ id: String) -> String { "\(mine)/uptakes/\(id)" }

    /// What waits for a moderator.
    public static let desk = "/desk/forum"
    /// The boards and the rules.
    static let boards = "\(desk)/boards"
    /// A post on the desk.
    static func post(_ id: String) -> String { "\(desk)/posts/\(id)" }
    /// Where a moderator does something with it: `approval`, `refusal`, `hiding`, `showing`, `dismissal`, `conclusion`,
    /// `identity`, `block`, `uptake`; and an organ with its answer: `correction`, `withdrawal`.
    static func deskAct(_ id: String, _ act: String) -> String { "\(post(id))/\(act)" }
    /// Where an appeal is decided.
    static func decision(_ id: String) -> String { "\(desk)/blocks/\(id)/decision" }

    /// For programs.
    static let api = "/api/v1/forum/topics"
}
