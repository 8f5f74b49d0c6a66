import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// Originals on the desk: what is where, who signed for what, and what was sent.
struct PaperPages: Sendable {
    let papers: Papers

    var routes: [Route] {
        [
            .get(HallPath.papers, .may(.handlePapers), "纸质原件") { request, officer in
                try await list(request, officer)
            },
            .post(HallPath.papers, .may(.handlePapers), journal: "paper.taken", "收下原件") { request, officer in
                let (form, now) = (try await request.form(), request.now)
                return try await attempt(request, officer, form) {
                    let id = try await papers.take(
                        form["words"] ?? "", of: form["number"] ?? "", by: hand(officer, request), at: now)
                    return HallPath.paper(String(id))
                }
            },
            .post(HallPath.deliveries, .may(.handlePapers), journal: "delivery.sent", "登记快递单号") {
                request, officer in
                let (form, now) = (try await request.form(), request.now)
                return try await attempt(request, officer, form) {
                    try await papers.send(
                        form["case"] ?? "", company: form["company"] ?? "", tracking: form["tracking"] ?? "",
                        by: hand(officer, request), at: now)
                    return "\(HallPath.papers)?done=sent"
                }
            },
            .get(HallPath.paper("{id}"), .may(.handlePapers), "原件交接单") { request, officer in
                try await show(request, officer)
            },
            act("handovers", "paper.handed_over", "交出原件") { .handOver($0["organ"] ?? "") },
            act("recall", "paper.taken_back", "收回原件") { _ in .takeBack },
            act("signature", "paper.signed", "签收原件") { _ in .sign },
            act("return", "paper.returned", "退还原件") { _ in .giveBack },
        ]
    }

    private func hand(_ officer: OfficerContext, _ request: WebRequest) -> Papers.Hand {
        Papers.Hand(
            actor: officer.actor(request), organs: officer.account.organs(for: .handlePapers),
            viewer: officer.viewer)
    }

    /// A form of the list; what is wrong with it is said there.
    private func attempt(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData,
        _ change: () async throws -> String
    ) async throws -> WebResponse {
        do { return .redirect(to: try await change()) } catch DomainError.invalid(let errors) {
            return try await list(request, officer, errors: errors, entered: form)
        } catch DomainError.notFound(let sentence) {
            let field = form["case"] == nil ? "number" : "case"
            return try await list(request, officer, errors: [FieldError(field, sentence)], entered: form)
        }
    }

    private func act(
        _ part: String, _ journal: String, _ title: String,
        _ action: @escaping @Sendable (FormData) -> PaperAction
    ) -> Route {
        .post(HallPath.paper("{id}", part), .may(.handlePapers), journal: journal, title) {
            request, officer in
            let (id, form) = (try request.number("id"), try await request.form())
            do {
                try await papers.act(action(form), on: id, by: hand(officer, request), at: request.now)
                return .redirect(to: "\(HallPath.paper(String(id)))?done=1")
            } catch DomainError.invalid(let errors) {
                return try await show(request, officer, errors: errors)
            } catch DomainError.conflict(let sentence) {
                return try await show(request, officer, errors: [FieldError("organ", sentence)])
            }
        }
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let (organs, after) = (hand(officer, request).organs, request.query("after"))
        let page = try await papers.database.read { tx in
            let here = try PaperStore.papers(at: organs, after: after, in: tx)
            return PaperListPage(
                here: here.items, heading: try PaperStore.heading(to: organs, in: tx),
                sent: try PaperStore.deliveries("organ IN \(list: organs.sorted())", after: nil, in: tx)
                    .items,
                names: try Self.names(in: tx), pager: Pager(next: here.next, of: request), errors: errors,
                entered: entered, done: request.query("done"), token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [])
        async throws
        -> WebResponse
    {
        let (id, organs) = (try request.number("id"), hand(officer, request).organs)
        let me = officer.account.id
        let page = try await papers.database.read { tx in
            let paper = try PaperStore.paper(id, in: tx)
            let receipts = try PaperStore.receipts(of: id, in: tx)
            let places = Set(
                receipts.flatMap { [$0.from, $0.to] } + [paper.place] + [paper.heading?.organ ?? ""])
            guard !places.isDisjoint(with: organs) else {
                throw DomainError.notFound("没有这份原件的记录，或者您无权查看。")
            }
            return PaperPage(
                paper: paper, receipts: receipts, names: try Self.names(in: tx), organs: organs, me: me,
                errors: errors, isDone: request.query("done") != nil, token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private static func names(in tx: Transaction) throws -> [(key: String, name: String)] {
        try Directory.organs(in: tx).map { (key: $0.key, name: $0.name) }
    }
}
