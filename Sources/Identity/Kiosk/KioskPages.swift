import Refusals
import Storage
import Web
import WorkingTime

/// What stands on the screen of a kiosk: a code to be confirmed on the telephone, then a short session.
///
/// Only the machines that the installation knows by their address may ask for a code, so that nobody else's page can hold
/// one under a visitor's nose.
struct KioskPages: Sendable {
    let security: AccountSecurity
    let limit: RateLimit

    var routes: [Route] {
        [
            .get(KioskPath.start, .anyone, "自助终端登录") { request, _ in
                .page(try start(request))
            },
            .post(KioskPath.start, .anyone, journal: "kiosk.asked", "获取登录码") { request, _ in
                try await ask(request)
            },
            .get(KioskPath.waiting, .anyone, "等待手机确认") { request, _ in try await wait(request) },
            .post(KioskPath.session, .anyone, journal: "session.opened", "在自助终端开始办事") { request, _ in
                try await collect(request)
            },
        ]
    }

    private func name(_ request: WebRequest) throws -> String {
        guard let name = security.settings.kiosks[request.address] else {
            throw DomainError.notFound("这里不是登记过的自助终端。")
        }
        return name
    }

    private func start(_ request: WebRequest) throws -> Page {
        let kiosk = try name(request)
        return Page(
            "自助终端登录", offersSearch: false,
            body: """
                <h1>用手机登录</h1>
                <p class="lead">在\(kiosk)办事，用已经登录的手机确认一下就可以，不用在这里输入密码。</p>
                \(PostButton("获取登录码", action: KioskPath.start, token: request.csrf, tone: .primary).html)
                """)
    }

    private func ask(_ request: WebRequest) async throws -> WebResponse {
        let kiosk = try name(request)
        try limit.admit(request.address, at: request.now)
        let (code, holder, now) = (KioskCode.random(), SessionToken.random(), request.now)
        try await security.database.write { tx in
            let signIn = KioskSignIn(
                id: tx.ids.next(), kiosk: kiosk, createdAt: now,
                expiresAt: now.adding(seconds: KioskSignIn.lifeSeconds))
            try KioskStore.insert(signIn, code: code, holder: holder, in: tx)
            try KioskJournal(kiosk: kiosk, address: request.address, now: now).asked(in: tx)
        }
        let held = SetCookie(
            security.settings.kioskCookieName, "\(holder.text).\(code.text)",
            maxAgeSeconds: KioskSignIn.lifeSeconds)
        return WebResponse.redirect(to: KioskPath.waiting).cookie(held)
    }

    /// The token and the code that this very machine holds.
    private func held(_ request: WebRequest) -> (SessionToken, KioskCode)? {
        let parts = (request.cookie(security.settings.kioskCookieName) ?? "").split(separator: ".")
        guard parts.count == 2, let token = SessionToken(String(parts[0])),
            let code = KioskCode(String(parts[1]))
        else { return nil }
        return (token, code)
    }

    private func wait(_ request: WebRequest) async throws -> WebResponse {
        guard let (token, code) = held(request) else { return .redirect(to: KioskPath.start) }
        let signIn = try await security.database.read { try KioskStore.signIn(heldBy: token, in: $0) }
        guard let signIn, signIn.isWaiting(at: request.now) || signIn.isReady(at: request.now) else {
            return .redirect(to: KioskPath.start)
        }
        let page = KioskPage(signIn: signIn, code: code, site: security.settings.publicAddress)
        return .page(try page.page(request)).header("Cache-Control", "no-store")
    }

    private func collect(_ request: WebRequest) async throws -> WebResponse {
        guard let (token, _) = held(request) else { throw KioskSignIn.over }
        let arrival = Arrival(request, kind: .page, security.settings)
        let entrance = security.signIn.entrance
        let opened = try await security.database.write { tx -> OpenedSession in
            guard let found = try KioskStore.signIn(heldBy: token, in: tx) else { throw KioskSignIn.over }
            var signIn = try KioskStore.locked(found, in: tx)
            let id = try signIn.collect(at: arrival.now)
            guard let (account, standing) = try AccountStore.standing(id, on: arrival.now.day, in: tx) else {
                throw KioskSignIn.over
            }
            try KioskStore.save(signIn, in: tx)
            return try entrance.admit(account, standing, by: Factors(.kiosk), arrival, in: tx)
        }
        return security.cookies(opened, on: .redirect(to: request.isKiosk ? KioskPath.home : "/"))
            .cookie(SetCookie(security.settings.kioskCookieName, "", maxAgeSeconds: 0))
    }
}
