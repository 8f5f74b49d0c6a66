import Identity
import Messaging
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// What the caller has been told.
struct MessageAPI: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(APIPath.messages, .signedIn, "我的消息", api: Self.list) { request, caller in
                let after = request.query("after")
                let slice = try await database.read { tx in
                    try Inbox(of: caller.accountID).messages(after: after, in: tx)
                }
                return try .json(ListDocument(slice, MessageDocument.init)).header(
                    "Cache-Control", "no-store")
            }
        ]
    }

    private static let list = APIOperation(
        id: "listMessages", tag: "消息", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: MessageDocument.schema)])
}

/// One message.
struct MessageDocument: Encodable, Sendable {
    let id: String
    /// A case number or another public key.
    let subject: String
    let text: String
    let created_at: String
    @OrNull var read_at: String?

    init(_ message: Message) {
        id = String(message.id)
        subject = message.subject
        text = message.sentence.chinese
        created_at = message.createdAt.rfc3339
        _read_at = OrNull(wrappedValue: message.readAt?.rfc3339)
    }

    static let schema = Schema.object([
        .init("id", .text), .init("subject", .text, "办件编号"), .init("text", .text),
        .init("created_at", .formatted("date-time")), .init("read_at", .nullable(.formatted("date-time"))),
    ])
}
