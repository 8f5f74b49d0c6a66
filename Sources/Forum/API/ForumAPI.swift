import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// The forum for programs, by the rules of the pages; reading only: nobody talks here by machine.
struct ForumAPI: Sendable {
    let office: ForumOffice

    var routes: [Route] {
        [
            .get(ForumPath.api, .anyone, "论坛话题", api: Self.listing) { request, _ in
                let found = try await office.database.read { tx in
                    try TopicStore.newest(
                        on: request.query("board"), after: request.query("after"), at: request.now, in: tx)
                }
                return try .json(ListDocument(found, TopicJSON.init))
            },
            .get("\(ForumPath.api)/{id}", .anyone, "论坛话题和帖子", api: Self.reading) { request, _ in
                let id = try request.id(TopicStore.missing)
                let json = try await office.database.read { tx in
                    let topic = try TopicStore.open(id, at: request.now, in: tx)
                    let replies = try PostStore.replies(
                        to: id, after: request.query("after"), at: request.now, in: tx)
                    let posts = try PostStore.head(of: id, in: tx) + replies.items
                    return PostListJSON(
                        title: topic.title, board: topic.board,
                        items: posts.filter { $0.post.state == .shown }.map(PostJSON.init), next: replies.next
                    )
                }
                return try .json(json)
            },
        ]
    }

    private static let tag = "市民论坛"

    private static let listing = APIOperation(
        id: "listForumTopics", tag: tag,
        parameters: [.query("board", "板块的代码，不填为全部"), .query("after", "上一页给出的游标")],
        responses: [
            200: .page(
                of: .object([
                    .init("id", .text), .init("board", .text), .init("title", .text),
                    .init("author", .text, "昵称"),
                    .init("replies", .integer), .init("organs", .list(.text), "答复过的部门"),
                    .init("created_at", .formatted("date-time")), .init("last_at", .formatted("date-time")),
                ]))
        ])

    private static let reading = APIOperation(
        id: "readForumTopic", tag: tag, parameters: [.query("after", "上一页给出的游标")],
        responses: [
            200: .object([
                .init("title", .text), .init("board", .text),
                .init(
                    "items",
                    .list(
                        .object([
                            .init("id", .text), .init("author", .text, "昵称；部门的答复为空"),
                            .init("organ", .text, "以部门名义的才有", optional: true), .init("text", .text),
                            .init("supports", .integer), .init("created_at", .formatted("date-time")),
                            .init("request", .text, "转为诉求以后的编号", optional: true),
                            .init("instructed", .boolean, "区领导作过批示"),
                            .init("corrected_at", .formatted("date-time"), "部门更正过的才有", optional: true),
                            .init("withdrawn", .text, "部门撤回的原因，这时 text 为空", optional: true),
                        ]))),
                .init("next", .nullable(.text)),
            ])
        ])
}

/// A topic for programs.
struct TopicJSON: Encodable, Sendable {
    let id: String, board: String, title: String, author: String
    let replies: Int
    let organs: [String]
    let created_at: String, last_at: String

    init(_ line: TopicLine) {
        (id, board, title) = (String(line.topic.id), line.topic.board, line.topic.title)
        (author, replies, organs) = (line.author, line.replies, line.organs)
        (created_at, last_at) = (line.topic.createdAt.rfc3339, line.topic.lastAt.rfc3339)
    }
}
