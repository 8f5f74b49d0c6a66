import Cases
import Codes
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where a leader instructs (批示): about a case, from its desk, or about a post, from the forum. Either becomes an order.
struct InstructionPages: Sendable {
    let desk: OrderDesk

    var routes: [Route] {
        routes(OrderPath.instruction("{number}"), matter) + routes(OrderPath.postInstruction("{id}"), post)
    }

    private func routes(
        _ path: String,
        _ find: @escaping @Sendable (WebRequest, OfficerContext) async throws -> InstructedThing
    ) -> [Route] {
        [
            .get(path, .may(.instruct), "领导批示") { request, officer in
                let thing = try await find(request, officer)
                let pages = NewOrderPages(desk: desk)
                let linked = try await pages.begun(request, officer)
                return .page(try await pages.page(request, instructed: thing, entered: thing.begun ?? linked))
            },
            .post(path, .may(.instruct), journal: "order.assigned", "领导批示") { request, officer in
                try await instruct(about: find(request, officer), request, officer)
            },
        ]
    }

    private func instruct(about thing: InstructedThing, _ request: WebRequest, _ officer: OfficerContext)
        async throws -> WebResponse
    {
        let form = try await request.form()
        var order = NewOrderPages.order(form)
        (order.source, order.reference) = (.instruction, thing.subject.reference)
        do {
            let id = try await desk.file(order, instructed: thing.subject, request, officer)
            return .redirect(to: OrderPath.order(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await NewOrderPages(desk: desk).page(
                    request, instructed: thing, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    /// A case that the officer may see. Throws `notFound`.
    private func matter(_ request: WebRequest, _ officer: OfficerContext) async throws -> InstructedThing {
        let asked = try request.parameter("number")
        let number = try await desk.cases.view(asked, for: officer.viewer).subject.number.text
        return .matter(number, accused: try await desk.accused(by: number))
    }

    /// A post that everybody reads, and about which nobody has instructed. Throws the reason why not.
    private func post(_ request: WebRequest, _ officer: OfficerContext) async throws -> InstructedThing {
        let id = try request.id("没有这条帖子，或者已经不公开。")
        return .post(id, try await desk.database.read { try desk.posts.find(id, request.now, $0) })
    }
}

/// What a leader instructs about, as the form shows it.
struct InstructedThing: Sendable {
    let subject: InstructionSubject
    /// Above the form.
    let words: HTML
    /// Where the form is sent.
    let action: String
    /// What stands in the form at first; nil for what the link says that led here.
    let begun: FormData?
    /// The organs that it accuses: they are not offered.
    var accused: Set<String> = []

    static func matter(_ number: String, accused: Set<String>) -> InstructedThing {
        InstructedThing(
            subject: .matter(number),
            words: """
                <p class="lead">对办件 <span class="code">\(number)</span> 作出批示，交办以后有期限、要反馈。公开的进度只显示有批示，不显示内容。</p>
                """, action: OrderPath.instruction(number), begun: nil, accused: accused)
    }

    static func post(_ id: Int64, _ post: InstructedPosts.Post) -> InstructedThing {
        InstructedThing(
            subject: .post(id),
            words: """
                <p class="lead">对论坛话题“\(post.title)”里的帖子作出批示，交办以后有期限、要反馈。论坛里只显示有批示，不显示内容；作者会收到通知。</p>
                \(Card("帖子", "<p class=\"words\">\(post.words)</p>").html)
                """, action: OrderPath.postInstruction(String(id)),
            begun: FormData([(name: "title", value: String(post.title.prefix(100)))]))
    }
}
