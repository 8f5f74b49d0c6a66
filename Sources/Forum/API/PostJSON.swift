import WorkingTime

/// A post for programs.
struct PostJSON: Encodable, Sendable {
    let id: String, author: String
    let organ: String?
    let text: String
    let supports: Int
    let created_at: String
    let request: String?
    let instructed: Bool
    let corrected_at: String?
    let withdrawn: String?

    init(_ shown: ShownPost) {
        (id, author, organ) = (String(shown.post.id), shown.author, shown.post.organ)
        (text, supports, created_at) = (shown.post.words, shown.supports, shown.post.createdAt.rfc3339)
        (request, instructed) = (shown.uptake?.number, shown.isInstructed)
        withdrawn = shown.withdrawal
        corrected_at = withdrawn == nil ? shown.revisions.last?.at.rfc3339 : nil
    }
}

/// The posts of a topic for programs.
struct PostListJSON: Encodable, Sendable {
    let title: String, board: String
    let items: [PostJSON]
    let next: String?

    private enum CodingKeys: CodingKey { case title, board, items, next }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(board, forKey: .board)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}
