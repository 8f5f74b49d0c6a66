import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// What is decided about programs, and the secrets that follow.
struct ClientDecisionPages: Sendable {
    let pages: ClientPages
    private var clients: Clients { pages.clients }

    var routes: [Route] {
        [
            settling("approval", .may(.decideClients), "client.approved", "审定接入系统") {
                change, remark, request, officer in
                try change.approve(remark: remark, by: officer.actor(request), at: request.now)
            },
            settling("refusal", .may(.decideClients), "client.refused", "不同意接入系统") {
                change, remark, request, officer in
                try change.refuse(remark: remark, by: officer.actor(request), at: request.now)
            },
            settling("withdrawal", .may(.askClients), "client.withdrawn", "撤回接入申请") {
                change, _, request, officer in
                try change.withdraw(by: officer.actor(request), at: request.now)
            },
            .post(
                OpenIDPath.secret("{id}"), .may(.askClients).fresh, journal: "client.secret-renewed", "更换系统密钥"
            ) { request, officer in try await renewSecret(request, officer) },
            .post(
                OpenIDPath.keyRotation, .may(.rotateSigningKeys).fresh, journal: "openid.keys-rotated",
                "更换签名密钥"
            ) { request, officer in try await rotateKeys(request, officer) },
        ]
    }

    private typealias Rule =
        @Sendable (inout ClientChange, String, WebRequest, OfficerContext) throws -> Void

    private func settling(
        _ how: String, _ policy: Policy<OfficerContext>, _ journal: String, _ title: String,
        _ rule: @escaping Rule
    ) -> Route {
        .post(OpenIDPath.settling("{id}", how), policy, journal: journal, title) { request, officer in
            let remark = try await request.form()["remark"] ?? ""
            let id = try request.id("没有这项申请，可能链接不完整。")
            do {
                _ = try await clients.settle(id, by: officer.actor(request), at: request.now) {
                    try rule(&$0, remark, request, officer)
                }
            } catch DomainError.conflict(let sentence) {
                return try await pages.list(request, officer, refusal: sentence, status: .conflict)
            } catch DomainError.invalid(let errors) {
                return try await pages.list(
                    request, officer, refusal: errors.first?.sentence, status: .unprocessableContent)
            }
            return .redirect(to: OpenIDPath.clients)
        }
    }

    private func renewSecret(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.id("没有找到这个系统，可能链接不完整。")
        let (_, secret) = try await clients.renewSecret(of: id, by: officer.actor(request), at: request.now)
        let (client, changes) = try await clients.client(id)
        return .page(
            ClientPage(
                client: client, changes: changes, organs: try await pages.organs(), secret: secret,
                refusal: nil,
                officer: officer, now: request.now, token: request.csrf
            ).page)
    }

    private func rotateKeys(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (actor, now) = (officer.actor(request), request.now)
        try await KeyRotation.rotate(in: clients.database, at: now) { keys, tx in
            let names = keys.map(\.kid).joined(separator: "、")
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "openid.keys-rotated", subject: "openid/keys",
                    sentence: "\(actor.name)更换了统一登录的签名密钥：\(names)。"), in: tx)
        }
        return .redirect(to: OpenIDPath.clients)
    }
}
