import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What a program with an access token may know (OpenID Connect Core 1.0, 5.3).
struct UserInfo: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(OpenIDPath.userInfo, .accessToken, "读取登录人资料") { try await answer($0, $1) },
            .post(OpenIDPath.userInfo, .accessToken, journal: "openid.claims-read", "读取登录人资料") {
                try await answer($0, $1)
            },
        ]
    }

    /// Written down before it is answered: it is personal data that leaves the house.
    private func answer(_ request: WebRequest, _ holder: TokenHolder) async throws -> WebResponse {
        let (now, address) = (request.now, request.address)
        let claims = try await database.write { tx -> Claims? in
            guard let account = try Accounts.account(holder.accountID, on: now.day, in: tx),
                let login = try LoginStore.login(holder.grant.login, in: tx),
                let client = try ClientStore.client(holder.grant.client, in: tx), !client.isClosed
            else { return nil }
            let scopes = holder.token.scopes
            let actor = Actor(
                accountID: 0, name: client.terms.name, organ: client.terms.organ, channel: "standard",
                address: address)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "openid.claims-read", subject: "account:\(account.id)",
                    sentence: "「\(client.terms.name)」读取了\(account.displayName)的资料：\(scopes.rawValue)。",
                    detail: ["client": client.clientID]), in: tx)
            return Claims(try PersonalClaims.claims(of: account, subject: login.subject, scopes, in: tx))
        }
        guard let claims else { return try ProtocolError(.invalidToken, "the account has gone").response }
        return try WebResponse.json(claims).header("Cache-Control", "no-store")
    }
}
