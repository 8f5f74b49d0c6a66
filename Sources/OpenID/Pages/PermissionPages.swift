import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Which programs somebody let know about them, and taking it back (个人信息保护法 art. 15).
struct PermissionPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(OpenIDPath.permissions, .signedIn, "已登录的系统") { request, caller in
                let id = caller.accountID
                let all = try await database.read { try ConsentStore.all(of: id, in: $0) }
                return .page(page(all, request.csrf))
            },
            .post(
                OpenIDPath.permission("{id}"), .signedIn, journal: "openid.consent-withdrawn", "撤回同意"
            ) { request, caller in
                let (client, actor) = (try request.id("没有找到这个系统。"), caller.actor(request))
                try await withdraw(client, by: actor, at: request.now)
                return .redirect(to: OpenIDPath.permissions)
            },
        ]
    }

    /// What was agreed to ends, and with it every token that rests on it.
    private func withdraw(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            guard try ConsentStore.withdraw(of: actor.accountID, client: id, in: tx),
                let client = try ClientStore.client(id, in: tx)
            else { throw DomainError.notFound("您没有同意过这个系统。") }
            try GrantStore.revokeAll(of: actor.accountID, client: id, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "openid.consent-withdrawn",
                    subject: "account:\(actor.accountID)",
                    sentence: "\(actor.name)撤回了对「\(client.terms.name)」的同意。",
                    detail: ["client": client.clientID]), in: tx)
        }
    }

    private func page(_ all: [ConsentStore.Permission], _ token: CSRFToken) -> Page {
        let list: HTML =
            all.isEmpty
            ? EmptyState("没有系统", "<p>用本站账号登录其他系统并同意以后，会列在这里。</p>").html
            : "<ul class=\"links\">\(each: all, { item($0, token) })</ul>"
        return Page(
            "已登录的系统", crumbs: [Link("账号安全", "/account/security"), Link("已登录的系统", nil)],
            body: """
                <h1>已登录的系统</h1>
                <p class="lead">您同意过这些系统使用您的资料。撤回以后，它们手里的令牌立即失效；对方已经保存的资料，请向对方提出删除。</p>
                \(list)
                """)
    }

    private func item(_ permission: ConsentStore.Permission, _ token: CSRFToken) -> HTML {
        let withdrawal = PostButton(
            "撤回", action: OpenIDPath.permission(String(permission.client.id)), token: token, tone: .danger)
        return """
            <li><div>\(permission.client.terms.name)<p class="hint">\(permission.givenAt.shortChinese)同意：\
            \(permission.scopes.all.map(\.chinese).joined(separator: "；"))</p></div>\(withdrawal.html)</li>
            """
    }
}
