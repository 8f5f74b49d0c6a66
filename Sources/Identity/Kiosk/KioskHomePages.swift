import Refusals
import Storage
import Web

/// One thing to press on the first page of a kiosk.
public struct KioskDoor: Sendable, Hashable {
    /// The words on it.
    public let label: String
    /// A line below them.
    public let hint: String
    /// Where it leads.
    public let href: String

    /// A door.
    public init(_ label: String, _ hint: String, _ href: String) {
        (self.label, self.hint, self.href) = (label, hint, href)
    }
}

/// The first page of a kiosk, and its end: the session is closed and the browser told to keep nothing.
struct KioskHomePages: Sendable {
    private static let mostDoors = 8

    let security: AccountSecurity

    var routes: [Route] {
        [
            .get(KioskPath.home, .anyone, "自助终端") { request, _ in try begin(request) },
            .get(KioskPath.end, .anyone, "结束办事") { request, _ in
                _ = try name(request)
                return .page(end(request)).header("Cache-Control", "no-store")
            },
            .post(KioskPath.end, .anyone, journal: "session.closed", "结束办事") { request, _ in
                try await finish(request)
            },
        ]
    }

    private var settings: IdentitySettings { security.settings }

    private func name(_ request: WebRequest) throws -> String {
        guard let name = settings.kiosks[request.address] else {
            throw DomainError.notFound("这里不是登记过的自助终端。")
        }
        return name
    }

    /// A browser that keeps no cookies sees the page too, without what belongs to a kiosk.
    private func begin(_ request: WebRequest) throws -> WebResponse {
        let name = try name(request)
        guard request.isKiosk || request.query("begun") != nil else {
            return .redirect(to: "\(KioskPath.home)?begun=1").cookie(.kioskDisplay)
        }
        return .page(home(name, request)).header("Cache-Control", "no-store")
    }

    private func home(_ name: String, _ request: WebRequest) -> Page {
        let doors = settings.kioskDoors.prefix(Self.mostDoors)
        return Page(
            "自助终端", offersSearch: false,
            body: """
                <div class="kiosk"><h1>\(request.principal.map { "\($0.displayName)，您要办什么？" } ?? "您要办什么？")</h1>
                <p class="lead">\(name)。办完请点“办完了，结束”，您的信息会马上清除。</p>
                <ul class="tiles">\(each: doors, { "<li><a href=\"\($0.href)\"><b>\($0.label)</b><small>\($0.hint)</small></a></li>" })</ul>
                </div>
                """)
    }

    private func end(_ request: WebRequest) -> Page {
        Page(
            "结束办事", offersSearch: false,
            body: """
                <div class="kiosk"><h1>结束并清除我的信息</h1>
                <p class="lead">没有提交的申请保存在您的账号里，回家可以接着填。</p>
                <form method="post" action="\(KioskPath.end)"\(attribute: "data-now", if: request.query("now") != nil)>\(request.csrf.field)\
                <div class="actions"><button class="button">结束</button>\
                <a class="button quiet" href="\(KioskPath.home)">继续办事</a></div></form></div>
                """)
    }

    private func finish(_ request: WebRequest) async throws -> WebResponse {
        _ = try name(request)
        if let holder = request.principal as? any SessionHolder {
            let actor = holder.account.actor(channel: request.channel.rawValue, address: request.address)
            try await security.signIn.close(holder.sessionID, by: actor, at: request.now)
        }
        return WebResponse.redirect(to: KioskPath.home)
            .cookie(SetCookie(settings.cookieName, "", maxAgeSeconds: 0))
            .cookie(SetCookie(settings.kioskCookieName, "", maxAgeSeconds: 0))
            .header("Clear-Site-Data", "\"cache\", \"storage\"")
    }
}
