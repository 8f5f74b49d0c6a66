import Identity
import Refusals
import Web

/// What leaders instruct (批示) in a program of theirs, about a case or a post of the forum: the order of the page, by the
/// rules of the page. The same key instructs once.
extension OrderAPI {
    var instructing: [Route] {
        [
            route("/api/v1/cases/{number}/instructions", Self.aboutCase) {
                .matter(try $0.parameter("number"))
            },
            route("/api/v1/forum-posts/{id}/instructions", Self.aboutPost) {
                .post(try $0.id("没有这条帖子，或者已经不公开。"))
            },
        ]
    }

    private func route(
        _ path: String, _ operation: APIOperation,
        _ subject: @escaping @Sendable (WebRequest) throws -> InstructionSubject
    ) -> Route {
        .post(path, .may(.instruct), journal: "order.assigned", "领导批示", api: operation) {
            request, officer in
            let entry = try await request.json(OrderJSON.self)
            let once = try officer.account.once(request, "POST \(request.path)", entry)
            let instructed = try subject(request)
            var form = entry.form
            (form.source, form.reference) = (.instruction, instructed.reference)
            return try await answer(request, officer) { [form] in
                try await desk.file(form, instructed: instructed, request, officer, once: once)
            }
        }
    }

    private static let aboutCase = operation("instructAboutCase")
    private static let aboutPost = operation("instructAboutForumPost")

    private static func operation(_ id: String) -> APIOperation {
        APIOperation(
            id: id, tag: "督办", parameters: [key], body: .json(.object([title] + task)),
            responses: [201: OrderDocument.schema])
    }
}
