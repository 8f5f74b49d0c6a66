import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The telephone exchanges: their tokens are given out and taken back here.
struct ExchangePages: Sendable {
    let database: Database
    let directory: Directory

    var routes: [Route] {
        [
            .get(HotlinePath.exchanges, .may(.editExchanges), "电话系统接入") { request, _ in
                try await show(request)
            },
            .post(
                HotlinePath.exchanges, .may(.editExchanges), journal: "hotline.exchange_issued", "领取电话系统的令牌"
            ) { try await issue($0, $1) },
            .post(
                HotlinePath.revocation("{id}"), .may(.editExchanges), journal: "hotline.exchange_revoked",
                "停用电话系统的令牌"
            ) { try await revoke($0, $1) },
        ]
    }

    private func show(
        _ request: WebRequest, issued: ExchangeToken? = nil, errors: [FieldError] = [],
        entered: FormData? = nil
    ) async throws -> WebResponse {
        let page = ExchangesPage(
            exchanges: try await database.read { try ExchangeStore.exchanges(in: $0) },
            organs: try await directory.organs().filter(\.isLiving), issued: issued, errors: errors,
            entered: entered, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }

    /// The token stands in this one answer and nowhere else.
    private func issue(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, actor, now) = (try await request.form(), officer.actor(request), request.now)
        let (name, token) = (form["name"] ?? "", ExchangeToken.random())
        do {
            guard let organ = try await directory.organ(form["organ"] ?? ""), organ.isLiving else {
                throw DomainError.invalid("organ", "请选择接听热线的单位。")
            }
            try await database.write { tx in
                let inUse = try ExchangeStore.exchanges(in: tx).count { $0.revokedAt == nil }
                try Exchange.requireIssuable(name, beside: inUse)
                let exchange = Exchange(
                    id: tx.ids.next(), organ: organ.key, name: name, issuedBy: actor.name, issuedAt: now,
                    revokedAt: nil)
                try ExchangeStore.insert(exchange, token, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "hotline.exchange_issued",
                        subject: "exchange:\(exchange.id)", sentence: "\(actor.name)给电话系统「\(name)」发放了令牌。"),
                    in: tx)
            }
            return try await show(request, issued: token)
        } catch DomainError.invalid(let errors) {
            return try await show(request, errors: errors, entered: form)
        }
    }

    private func revoke(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, actor, now) = (try request.id("没有这个电话系统。"), officer.actor(request), request.now)
        try await database.write { tx in
            guard try ExchangeStore.revoke(id, at: now, in: tx) else {
                throw DomainError.notFound("没有这个在用的令牌。")
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "hotline.exchange_revoked", subject: "exchange:\(id)",
                    sentence: "\(actor.name)停用了一个电话系统的令牌。"), in: tx)
        }
        return .redirect(to: HotlinePath.exchanges)
    }
}
