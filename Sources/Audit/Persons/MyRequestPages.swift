import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What a person asks for about their own data, and the complaint about a reading.
struct MyRequestPages: Sendable {
    let database: Database
    let requests: PersonRequests

    var routes: [Route] {
        [
            .get(PersonPath.requests, .signedIn, "我的信息请求") { try await show($0, $1) },
            .post(PersonPath.requests, .signedIn, journal: "person_request.asked", "提出信息请求") {
                try await ask($0, $1)
            },
            .get(PersonPath.complaint("{id}"), .signedIn, "投诉查看") { request, caller in
                try await complaint(request, caller)
            },
            .post(PersonPath.complaint("{id}"), .signedIn, journal: "person_request.asked", "投诉查看") {
                try await complain($0, $1)
            },
        ]
    }

    private func ask(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let form = try await request.form()
        do {
            guard let kind = form["kind"].flatMap(PersonRequest.Kind.init(rawValue:)),
                PersonRequest.Kind.ofCases.contains(kind)
            else { throw DomainError.invalid("kind", "请选择要求什么。") }
            try await requests.ask(
                kind, about: form["case"] ?? "", form["words"] ?? "", by: caller.account,
                as: caller.actor(request), at: request.now)
            return .redirect(to: PersonPath.requests)
        } catch DomainError.invalid(let errors) {
            return try await show(request, caller, entered: form, errors)
        }
    }

    private func show(
        _ request: WebRequest, _ caller: SignedIn, entered: FormData = FormData([]),
        _ errors: [FieldError] = []
    ) async throws -> WebResponse {
        if caller.isStaff { return .redirect(to: "/desk") }
        let after = request.query("after")
        let (asked, numbers) = try await database.read { tx in
            (
                try PersonRequestStore.requests(of: caller.accountID, after: after, in: tx),
                try Cases.personalNumbers(of: caller.account, limit: MyRequestsPage.mostChoices, in: tx)
            )
        }
        let page = MyRequestsPage(
            requests: asked.items, numbers: numbers, entered: entered, chosen: request.query("case"),
            errors: errors, pager: Pager(next: asked.next, of: request), today: request.now.day,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func complaint(
        _ request: WebRequest, _ caller: SignedIn, words: String = "", _ errors: [FieldError] = []
    ) async throws -> WebResponse {
        let id = try request.id("没有找到这次查看的记录。")
        let stored = try await database.read { try MyReadings.reading(id, of: caller.account, in: $0) }
        let page = ComplaintPage(stored: stored, words: words, errors: errors, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func complain(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let words = try await request.form()["words"] ?? ""
        do {
            try await requests.complain(
                about: request.id("没有找到这次查看的记录。"), words, by: caller.account, as: caller.actor(request),
                at: request.now)
            return .redirect(to: PersonPath.requests)
        } catch DomainError.invalid(let errors) {
            return try await complaint(request, caller, words: words, errors)
        }
    }
}
