import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The register on the desk: a system administrator asks, a security administrator decides.
struct ClientPages: Sendable {
    let clients: Clients
    let directory: Directory
    let keys: KeyShelf

    var routes: [Route] {
        [
            .get(OpenIDPath.clients, .may(.readClients), "接入系统") { request, officer in
                try await list(request, officer)
            },
            .get(OpenIDPath.newClient, .may(.askClients), "接入新系统") { request, _ in
                try await entry(ClientForm(), nil, request)
            },
            .post(OpenIDPath.clients, .may(.askClients), journal: "client.asked", "提出接入") {
                request, officer in
                try await ask(.register, nil, request, officer)
            },
            .get(OpenIDPath.client("{id}"), .may(.readClients), "接入系统详情") {
                request, officer in try await show(request, officer)
            },
            .get(OpenIDPath.amendment("{id}"), .may(.askClients), "变更接入系统") { request, _ in
                let client = try await clients.client(id(request)).client
                return try await entry(ClientForm(client.terms), client, request)
            },
            .post(OpenIDPath.amendment("{id}"), .may(.askClients), journal: "client.asked", "提出变更") {
                request, officer in
                try await ask(.amend, clients.client(id(request)).client, request, officer)
            },
            .post(OpenIDPath.closure("{id}"), .may(.askClients), journal: "client.asked", "提出停用") {
                request, officer in
                let reason = try await request.form()["reason"] ?? ""
                do {
                    try await clients.ask(
                        .close, nil, for: id(request), reason: reason, by: officer.actor(request),
                        at: request.now)
                } catch let refusal as DomainError {
                    return try await show(request, officer, refusal: refusal.sentence)
                }
                return .redirect(to: OpenIDPath.clients)
            },
        ]
    }

    private func id(_ request: WebRequest) throws -> Int64 { try request.id("没有找到这个系统，可能链接不完整。") }

    func list(
        _ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let found = try await clients.all(after: request.query("after"))
        let page = ClientListPage(
            clients: found.clients.items, open: found.open, keys: try await keys.overview(at: request.now),
            organs: try await organs(), refusal: refusal, officer: officer,
            pager: Pager(next: found.clients.next, of: request), token: request.csrf)
        return .page(page.page, status: status)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil
    ) async throws -> WebResponse {
        let (client, changes) = try await clients.client(id(request))
        let page = ClientPage(
            client: client, changes: changes, organs: try await organs(), secret: nil, refusal: refusal,
            officer: officer, now: request.now, token: request.csrf)
        return .page(page.page, status: refusal == nil ? .ok : .conflict)
    }

    func organs() async throws -> [Field.Option] {
        try await directory.organs().map { Field.Option($0.key, $0.name) }
    }

    private func ask(
        _ kind: ClientChange.Kind, _ client: Client?, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> WebResponse {
        let form = ClientForm(try await request.form())
        do {
            try await clients.ask(
                kind, form.terms(organs: try await organs()), for: client?.id, reason: form.reason,
                by: officer.actor(request), at: request.now)
        } catch let refusal as DomainError {
            return try await entry(form, client, request, refusal: refusal)
        }
        return .redirect(to: OpenIDPath.clients)
    }

    private func entry(
        _ form: ClientForm, _ client: Client?, _ request: WebRequest, refusal: DomainError? = nil
    ) async throws -> WebResponse {
        var errors: [FieldError] = []
        if case .invalid(let wrong)? = refusal { errors = wrong }
        let page = ClientFormPage(
            form: form, client: client, organs: try await organs(), errors: errors,
            refusal: errors.isEmpty ? refusal?.sentence : nil, token: request.csrf)
        return .page(page.page, status: refusal == nil ? .ok : .unprocessableContent)
    }
}
