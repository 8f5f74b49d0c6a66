import Cases
import HTTPTypes
import Identity
import Messaging
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// 代亲友办事: asking, agreeing, acting, ending.
struct RelativePages: Sendable {
    let mandates: PersonalMandates
    let library: ServiceLibrary
    let cases: Cases
    let database: Database
    let outbox: Outbox
    /// Whoever tries identity numbers need not occupy us.
    private let pace = RateLimit(burst: 10, perMinute: 2)

    init(
        mandates: PersonalMandates, library: ServiceLibrary, cases: Cases, database: Database, outbox: Outbox
    ) {
        (self.mandates, self.library, self.cases) = (mandates, library, cases)
        (self.database, self.outbox) = (database, outbox)
    }

    var routes: [Route] {
        [
            .get(RelativePath.relatives, .signedIn, RelativeListPage.title) { .page(try await list($0, $1)) },
            .get(RelativePath.new, .signedIn.fresh, RelativeFormPage.title) { request, _ in
                form(request, .new(on: request.now.day))
            },
            .post(
                RelativePath.relatives, .signedIn.fresh, journal: "relative_mandate.asked",
                RelativeFormPage.title
            ) { try await ask($0, $1) },
            // Whoever has somebody's open browser must not be let act in their name.
            .post(
                RelativePath.agreement("{id}"), .signedIn.fresh, journal: "relative_mandate.agreed", "同意代办"
            ) { request, caller in
                try await mandates.agree(
                    id(request), by: caller.account, caller.actor(request), at: request.now)
                return .redirect(to: RelativePath.relatives)
            },
            .post(
                RelativePath.code("{id}"), .signedIn, journal: "relative_mandate.code_sent", "发验证码到对方手机"
            ) { try await send($0, $1) },
            .post(
                RelativePath.confirmation("{id}"), .signedIn, journal: "relative_mandate.agreed", "输入对方的验证码"
            ) { try await confirm($0, $1) },
            .post(
                RelativePath.ending("{id}"), .signedIn, journal: "relative_mandate.ended", "结束代办"
            ) { request, caller in
                try await mandates.end(
                    id(request), by: caller.account, caller.actor(request), at: request.now)
                return .redirect(to: RelativePath.relatives)
            },
        ] + RelativeMatterPages(mandates: mandates, cases: cases, database: database).routes
    }

    private func id(_ request: WebRequest) throws -> Int64 {
        try request.id(PersonalMandate.unknown.sentence)
    }

    private func list(
        _ request: WebRequest, _ caller: SignedIn, errors: [FieldError] = []
    ) async throws -> Page {
        let received = try await mandates.received(by: caller.account, after: request.query("after"))
        return RelativeListPage(
            received: received.items, given: try await mandates.given(by: caller.account), names: names,
            today: request.now.day, token: request.csrf, pager: Pager(next: received.next, of: request),
            errors: errors
        ).page
    }

    private func ask(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let entry = RelativeForm(try await request.form())
        guard !caller.isStaff else { throw DomainError.forbidden("工作人员账号不能代亲友办事，请用个人账号登录。") }
        try pace.admit(String(caller.accountID), at: request.now)
        do {
            try await mandates.ask(
                for: entry.trimmed("name"), identity: entry.number("identity"), entry.relation, scope(entry),
                entry.term(), by: caller.account, caller.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            return form(request, entry, errors: errors)
        } catch DomainError.conflict(let sentence) {
            return form(request, entry, refusal: sentence)
        }
        return .redirect(to: RelativePath.relatives)
    }

    /// - Throws: `invalid` for a service that is none for persons.
    private func scope(_ entry: RelativeForm) throws -> Mandate.Scope {
        if case .services(let slugs) = entry.scope, !slugs.isSubset(of: Set(offered.map(\.item.slug))) {
            throw DomainError.invalid("services", "请从列出的事项中选择。")
        }
        return entry.scope
    }

    private func send(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (outbox, asker, now) = (outbox, caller.accountID, request.now)
        try await mandates.sendCode(
            id(request), by: caller.account, caller.actor(request), at: now
        ) { number, words, tx in
            try outbox.text(
                words, to: number, askedBy: asker, about: RelativePath.relatives,
                told: "验证码已发到对方登记的手机，10 分钟内有效。请对方告诉您以后，在“代亲友办事”中输入。", at: now, in: tx)
        }
        return .redirect(to: RelativePath.relatives)
    }

    private func confirm(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let code = try await request.form()["code"] ?? ""
        let isRight = try await mandates.agree(
            id(request), code: code, by: caller.account, caller.actor(request), at: request.now)
        guard !isRight else { return .redirect(to: RelativePath.relatives) }
        let errors = [FieldError("code", "验证码不对，请对方再念一遍短信中的 6 位数字。")]
        return .page(try await list(request, caller, errors: errors), status: .unprocessableContent)
    }

    private func form(
        _ request: WebRequest, _ entry: RelativeForm, errors: [FieldError] = [], refusal: Sentence? = nil
    ) -> WebResponse {
        let page = RelativeFormPage(
            entry: entry, offered: offered, errors: errors, refusal: refusal, token: request.csrf)
        let status: HTTPResponse.Status =
            refusal != nil ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return .page(page.page, status: status)
    }

    private var offered: [PublicService] {
        library.catalogue.services.filter {
            $0.item.audiences.contains(.person) && ($0.item.proxy ?? .anyone) == .anyone
        }
    }

    private var names: [String: String] {
        Dictionary(library.catalogue.services.map { ($0.item.slug, $0.item.name) }) { first, _ in first }
    }
}
