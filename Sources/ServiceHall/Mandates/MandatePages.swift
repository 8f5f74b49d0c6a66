import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// 授权办事: a legal representative authorises others to apply in the enterprise's name, and either side ends it.
struct MandatePages: Sendable {
    let mandates: Mandates
    let library: ServiceLibrary

    var routes: [Route] {
        [
            .get(MandatePath.mandates, .signedIn, MandateListPage.title) { try await overview($0, $1) },
            .get(MandatePath.enterprise("{code}"), .signedIn, "单位的授权") { try await show($0, $1) },
            .get(MandatePath.new("{code}"), .signedIn.fresh, "授权他人办事") { try await form($0, $1) },
            // Whoever has somebody's open browser must not become an agent of their company.
            .post(MandatePath.enterprise("{code}"), .signedIn.fresh, journal: "mandate.granted", "授权他人办事") {
                try await grant($0, $1)
            },
            .post(MandatePath.ending("{id}"), .signedIn, journal: "mandate.ended", "结束授权") {
                request, caller in
                try await mandates.end(
                    request.id("没有这项授权，可能链接不完整。"), by: caller.account, caller.actor(request),
                    at: request.now)
                let code = try await request.form()["enterprise"] ?? ""
                return .redirect(to: code.isEmpty ? MandatePath.mandates : MandatePath.enterprise(code))
            },
        ]
    }

    private func overview(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let received = try await mandates.received(by: caller.account, after: request.query("after"))
        return .page(
            MandateListPage(
                enterprises: try await mandates.enterprises(representedBy: caller.account),
                received: MandateTable(
                    mandates: received.items, names: names, today: request.now.day, token: request.csrf,
                    side: .agent),
                pager: Pager(next: received.next, of: request)
            ).page)
    }

    private func grant(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let entry = MandateForm(try await request.form())
        let code = try request.parameter("code")
        do {
            try await mandates.grant(
                for: code, to: entry.name, identity: entry.identity, scope(entry), entry.term(),
                by: caller.account, caller.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            return try await form(request, caller, entry: entry, errors: errors)
        } catch DomainError.conflict(let sentence) {
            return try await form(request, caller, entry: entry, refusal: sentence)
        }
        return .redirect(to: MandatePath.enterprise(code))
    }

    /// - Throws: `invalid` for a service that is none for enterprises.
    private func scope(_ entry: MandateForm) throws -> Mandate.Scope {
        if case .services(let slugs) = entry.scope, !slugs.isSubset(of: Set(offered.map(\.item.slug))) {
            throw DomainError.invalid("services", "请从列出的事项中选择。")
        }
        return entry.scope
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let enterprise = try await enterprise(request, caller)
        let given = try await mandates.given(for: enterprise, after: request.query("after"))
        return .page(
            EnterpriseMandatesPage(
                enterprise: enterprise,
                given: MandateTable(
                    mandates: given.items, names: names, today: request.now.day, token: request.csrf,
                    side: .enterprise(enterprise.code)),
                pager: Pager(next: given.next, of: request)
            ).page)
    }

    private func form(
        _ request: WebRequest, _ caller: SignedIn, entry: MandateForm? = nil, errors: [FieldError] = [],
        refusal: Sentence? = nil
    ) async throws -> WebResponse {
        let page = MandateFormPage(
            enterprise: try await enterprise(request, caller), entry: entry ?? .new(on: request.now.day),
            offered: offered, errors: errors, refusal: refusal, token: request.csrf)
        let status: HTTPResponse.Status =
            refusal != nil ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return .page(page.page, status: status)
    }

    /// - Throws: `notFound` for one that the caller does not represent.
    private func enterprise(_ request: WebRequest, _ caller: SignedIn) async throws -> Mandate.Enterprise {
        let code = try request.parameter("code")
        let represented = try await mandates.enterprises(representedBy: caller.account)
        guard let enterprise = represented.first(where: { $0.code == code }) else {
            throw DomainError.notFound("没有这个单位，可能链接不完整。")
        }
        return enterprise
    }

    private var offered: [PublicService] {
        library.catalogue.services.filter { $0.item.audiences.contains(.enterprise) }
    }

    private var names: [String: String] {
        Dictionary(library.catalogue.services.map { ($0.item.slug, $0.item.name) }) { first, _ in first }
    }
}
