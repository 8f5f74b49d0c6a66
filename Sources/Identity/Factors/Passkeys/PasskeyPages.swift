import HTTPTypes
import Refusals
import Storage
import Web
import WebAuthn
import WorkingTime

/// The passkeys of whoever is signed in.
struct PasskeyPages: Sendable {
    let security: AccountSecurity

    var routes: [Route] {
        [
            .get(SecurityPath.passkeys, .holder, "通行密钥") { request, holder in
                try await list(request, holder)
            },
            .get(SecurityPath.newPasskey, .holder.fresh, "添加通行密钥") { request, holder in
                try await form(request, holder)
            },
            .post(SecurityPath.passkeys, .holder.fresh, journal: "passkey.enrolled", "添加通行密钥") {
                request, holder in
                try await add(request, holder)
            },
            .get(SecurityPath.passkeyRemoval, .signedIn.fresh, "移除通行密钥") { request, holder in
                try await removal(request, holder)
            },
            .post(SecurityPath.passkeyRemoval, .signedIn.fresh, journal: "passkey.removed", "移除通行密钥") {
                request, holder in
                let id = try Self.id(request)
                let enrolment = try enrolment
                try await security.change(holder, request) { try enrolment.remove(id, $0) }
                return .redirect(to: SecurityPath.passkeys)
            },
        ]
    }

    private var enrolment: PasskeyEnrolment {
        get throws {
            guard let site = security.settings.relyingParty else { throw PasskeyProof.unavailable }
            return PasskeyEnrolment(
                site: site, challenges: security.challenges, settings: security.settings)
        }
    }

    private static func id(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("id")) else { throw DomainError.notFound("没有找到这个通行密钥。") }
        return id
    }

    private func passkeys(of holder: any SessionHolder) async throws -> [Passkey] {
        let id = holder.account.id
        return try await security.database.read { try PasskeyStore.passkeys(of: id, in: $0) }
    }

    private func list(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let passkeys = try await passkeys(of: holder)
        let add: HTML =
            security.settings.relyingParty == nil
            ? Notice("本站的地址不支持通行密钥").html
            : "<p class=\"actions\"><a class=\"button\" href=\"\(SecurityPath.newPasskey)\">添加通行密钥</a></p>"
        let body: HTML = """
            <h1>通行密钥</h1>
            <p class="lead">用手机或电脑的指纹、面容或锁屏密码登录，不用记密码，也不会被假网站骗走。</p>
            \(passkeys.isEmpty ? EmptyState("还没有通行密钥").html : items(passkeys))
            \(add)
            """
        return .page(SecurityPage(holder: holder).page("通行密钥", body: body))
    }

    private func items(_ passkeys: [Passkey]) -> HTML {
        "<ul class=\"links\">\(each: passkeys, item)</ul>"
    }

    private func item(_ passkey: Passkey) -> HTML {
        """
        <li><div>\(passkey.name)<p class="hint">\(passkey.createdAt.shortChinese)添加，\
        \(passkey.lastUsedAt.map { "最近使用 \($0.shortChinese)" } ?? "还没有用过")\
        \(passkey.credential.isBackedUp ? "，在您的设备间同步" : "")</p></div>
        <span><a href="\(SecurityPath.of(passkey.id, SecurityPath.passkeyRemoval))">移除\
        <span class="sr">\(passkey.name)</span></a></span></li>
        """
    }

    private func form(
        _ request: WebRequest, _ holder: any SessionHolder, error: Sentence? = nil
    ) async throws -> WebResponse {
        let enrolment = try enrolment
        let options = PasskeyOptions(
            challenge: security.challenges.make(
                for: .registration, holder: holder.sessionID, at: request.now),
            for: holder.account, at: enrolment.site, having: try await passkeys(of: holder))
        let name = Field(
            "name", "名称", hint: "方便以后辨认，例如“我的手机”。不填就用设备的名称。", isRequired: false, error: error)
        let form = PasskeyForm(
            action: SecurityPath.passkeys, token: request.csrf, options: try options.json, submit: "创建通行密钥",
            content: name.html, isPrimary: true)
        let body: HTML = """
            \(ErrorSummary(error.map { [FieldError("name", $0)] } ?? []).html)
            <h1>添加通行密钥</h1>
            <p>按下按钮后，浏览器会请您用指纹、面容或 PIN 确认。</p>
            \(form.html)
            """
        let page = SecurityPage(holder: holder).page("添加通行密钥", scripts: [PasskeyForm.script], body: body)
        return .page(page, status: error == nil ? .ok : .unprocessableContent)
    }

    private func add(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let data = try await request.form()
        let name = Passkey.name(data["name"] ?? "", agent: request.header("User-Agent") ?? "")
        let (json, session) = (data["credential"] ?? "", holder.sessionID)
        let enrolment = try enrolment
        do {
            let token = try await security.change(holder, request) { act in
                try enrolment.add(json, name: name, holder: session, act)
            }
            return security.cookie(token, on: .redirect(to: SecurityPath.passkeys))
        } catch DomainError.invalid(let errors) {
            return try await form(request, holder, error: errors.first?.sentence)
        }
    }

    private func removal(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let id = try Self.id(request)
        guard let passkey = try await passkeys(of: holder).first(where: { $0.id == id }) else {
            throw DomainError.notFound("没有找到这个通行密钥。")
        }
        let path = SecurityPath.of(id, SecurityPath.passkeyRemoval)
        let body: HTML = """
            <h1>移除通行密钥</h1>
            <p class="lead">移除“\(passkey.name)”后，它不能再登录本账号。</p>
            \(PostButton("移除", action: path, token: request.csrf, tone: .danger).html)
            <p><a href="\(SecurityPath.passkeys)">不移除，返回</a></p>
            """
        return .page(SecurityPage(holder: holder).page("移除通行密钥", body: body))
    }
}
