import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Where one is signed in, and ending it.
struct SessionPages: Sendable {
    let security: AccountSecurity

    /// More sessions than anybody looks through; the oldest of them end by themselves.
    static let mostListed = 50

    var routes: [Route] {
        [
            .get(SecurityPath.sessions, .signedIn, "登录的设备") { request, holder in
                try await list(request, holder)
            },
            .post(SecurityPath.sessionEnd, .signedIn, journal: "session.ended", "退出一台设备") { request, holder in
                try await end(request, holder)
            },
            .post(SecurityPath.otherSessionsEnd, .signedIn, journal: "session.ended", "退出其他所有设备") {
                request, holder in
                try await security.change(holder, request) { try EndedSessions.allOthers($0) }
                return .redirect(to: SecurityPath.sessions)
            },
        ]
    }

    private func end(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let id = try request.parameter("id")
        try await security.change(holder, request) { try EndedSessions.one(id, $0) }
        guard id == holder.sessionID else { return .redirect(to: SecurityPath.sessions) }
        return .redirect(to: "/").cookie(SetCookie(security.settings.cookieName, "", maxAgeSeconds: 0))
    }

    private func list(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let (id, now) = (holder.account.id, request.now)
        let idle = security.settings.sessions.idleSeconds(isStaff: holder.isStaff)
        let sessions = try await security.database.read {
            try SessionStore.sessions(
                of: id, idleSeconds: idle, at: now, limit: Self.mostListed, in: $0)
        }
        let others = PostButton(
            "退出其他所有设备", action: SecurityPath.otherSessionsEnd, token: request.csrf, tone: .danger)
        let body: HTML = """
            <h1>登录的设备</h1>
            <p class="lead">您的账号现在登录在这些地方。有不认识的，请退出它并修改密码。</p>
            <ul class="links">\(each: sessions, { item($0, holder, request) })</ul>
            \(if: sessions.count > 1, others.html)
            """
        return .page(SecurityPage(holder: holder).page("登录的设备", body: body))
    }

    private func item(_ session: Session, _ holder: SignedIn, _ request: WebRequest) -> HTML {
        let isHere = session.idHash == holder.sessionID
        let name = session.kind == .api ? "接口令牌" : DeviceName(agent: session.agent).chinese
        let end = PostButton(
            "退出", action: SecurityPath.of(session.idHash, SecurityPath.sessionEnd), token: request.csrf)
        return """
            <li><div>\(name) \(if: isHere, StatusBadge("本机", .active).html)
            <p class="hint">网络地址 <span class="code">\(session.address)</span>，\(session.createdAt.shortChinese)以\
            \(session.factors.chinese)登录，最近活动 \(session.lastSeenAt.shortChinese)</p></div>
            \(end.html)</li>
            """
    }
}

/// Ends sessions of an account.
enum EndedSessions {
    /// - Throws: `DomainError.notFound` when the account has no such session.
    static func one(_ id: String, _ act: SecurityAct) throws {
        guard try SessionStore.delete(id, of: act.account.id, in: act.transaction) else {
            throw DomainError.notFound("没有找到这个登录，它可能已经退出。")
        }
        try act.record("session.ended", "\(act.actor.name)退出了一台设备上的登录。")
    }

    static func allOthers(_ act: SecurityAct) throws {
        let count = try SessionStore.deleteAll(
            of: act.account.id, except: act.sessionID, in: act.transaction)
        try act.record("session.ended", "\(act.actor.name)退出了其他 \(count) 台设备上的登录。")
    }
}
