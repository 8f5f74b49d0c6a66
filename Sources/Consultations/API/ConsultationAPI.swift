import HTTPTypes
import Identity
import Modules
import Refusals
import Storage
import Web

/// Consultations for programs, by the rules of the pages.
struct ConsultationAPI: Sendable {
    let office: ConsultationOffice
    let commenting: Commenting

    var routes: [Route] {
        [
            .get(ConsultationPath.api, .anyone, "征求意见", api: Self.listing) { request, _ in
                let states = try Self.states(request.query("state"))
                let found = try await office.database.read {
                    try ConsultationStore.list(states, after: request.query("after"), in: $0)
                }
                return try .json(ListDocument(found) { ConsultationJSON($0) })
            },
            .get("\(ConsultationPath.api)/{id}", .anyone, "征求意见稿", api: Self.reading) { request, _ in
                let id = try request.id(ConsultationOffice.missing)
                let json = try await office.database.read { tx in
                    let one = try ConsultationStore.published(id, in: tx)
                    let version = try VersionStore.version(one.version, of: id, in: tx)
                    return ConsultationJSON(one, passages: version.passages)
                }
                return try .json(json)
            },
            .get("\(ConsultationPath.api)/{id}/comments", .anyone, "意见和答复", api: Self.comments) {
                request, _ in
                let id = try request.id(ConsultationOffice.missing)
                let search = CommentStore.Search(anchor: request.query("anchor"))
                let found = try await office.database.read { tx in
                    _ = try ConsultationStore.published(id, in: tx)
                    return try CommentStore.comments(of: id, search, after: request.query("after"), in: tx)
                }
                return try .json(ListDocument(found) { CommentJSON($0) })
            },
            .post(
                "\(ConsultationPath.api)/{id}/comments", .signedIn, journal: "consultation.commented", "提意见",
                api: Self.saying
            ) { try await comment($0, $1) },
        ]
    }

    private static func states(_ text: String?) throws -> [Consultation.State] {
        switch text {
        case nil: [.open, .closed]
        case "open": [.open]
        case "closed": [.closed]
        default: throw DomainError.invalid("state", "state 只能是 open 或者 closed。")
        }
    }

    /// The same key gives the same comment.
    private func comment(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, entry) = (
            try request.id(ConsultationOffice.missing), try await request.json(NewCommentJSON.self)
        )
        do {
            let outcome = try await commenting.comment(
                FormData([("text", entry.text)])["text"] ?? "", on: entry.anchor ?? "", of: id,
                as: caller.account,
                once: try caller.account.once(request, "POST \(ConsultationPath.api)/\(id)/comments", entry),
                by: caller.actor(request), at: request.now)
            let isJoined = if case .joined = outcome { true } else { false }
            return try .json(SaidJSON(number: outcome.number, joined: isJoined), status: .created)
        } catch DomainError.invalid(let errors) {
            // The member of the document has another name than the field of the page.
            throw DomainError.invalid(
                errors.map { FieldError($0.field == "words" ? "text" : $0.field, $0.sentence) })
        }
    }
}

extension ConsultationAPI {
    private static let tag = "征求意见"

    private static let listing = APIOperation(
        id: "listConsultations", tag: tag,
        parameters: [
            .query("state", "open 或者 closed，不填为全部", .oneOf(["open", "closed"])),
            .query("after", "上一页给出的游标"),
        ],
        responses: [200: .page(of: .object(facts))])

    private static let reading = APIOperation(
        id: "readConsultation", tag: tag,
        responses: [
            200: .object(
                facts + [
                    .init(
                        "passages",
                        .list(
                            .object([
                                .init("anchor", .text, "条目的记号，各版不变"), .init("heading", .text),
                                .init("text", .text), .init("because", .list(.integer), "根据哪几条意见改的"),
                            ])))
                ])
        ])

    private static let comments = APIOperation(
        id: "listConsultationComments", tag: tag,
        parameters: [.query("anchor", "只看对这一条的"), .query("after", "上一页给出的游标")],
        responses: [
            200: .page(
                of: .object([
                    .init("number", .integer), .init("anchor", .text, "条目的记号，空为全文"), .init("text", .text),
                    .init("author", .text, "只有姓氏"), .init("created_at", .formatted("date-time")),
                    .init("supports", .integer), .init("state", .oneOf(["shown", "withdrawn"])),
                    .init("version", .integer, "说的是第几版，早先没有记下的没有这一项", optional: true),
                    .init(
                        "outcome", .oneOf(CommentAnswer.Outcome.allCases.map(\.rawValue)), "还没有答复时没有这一项",
                        optional: true),
                    .init("reason", .text, optional: true),
                ]))
        ])

    private static let saying = APIOperation(
        id: "commentOnConsultation", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会产生一条意见")],
        body: .json(
            .object([.init("text", .text), .init("anchor", .text, "条目的记号，不填为全文", optional: true)])),
        responses: [
            201: .object([
                .init("number", .integer), .init("joined", .boolean, "有人说过同样的话，算作对它的支持"),
            ])
        ])

    private static let facts: [Schema.Member] = [
        .init("id", .text), .init("title", .text), .init("organ", .text), .init("purpose", .text),
        .init("state", .oneOf(["open", "closed"])), .init("opens_on", .formatted("date")),
        .init("closes_on", .formatted("date")), .init("short_reason", .text, "时间短于一般时才有", optional: true),
        .init("version", .integer), .init("outcome", .text, "结束以后才有", optional: true),
    ]
}
