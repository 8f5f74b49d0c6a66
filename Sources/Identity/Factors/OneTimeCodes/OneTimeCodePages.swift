import HTTPTypes
import Refusals
import Storage
import Web
import WorkingTime

/// Binding and releasing one-time codes.
struct OneTimeCodePages: Sendable {
    let security: AccountSecurity

    private var enrolment: OneTimeCodeEnrolment { OneTimeCodeEnrolment(settings: security.settings) }

    var routes: [Route] {
        [
            .get(SecurityPath.oneTimeCode, .holder.fresh, "动态口令") { request, holder in
                try await show(request, holder)
            },
            .post(SecurityPath.oneTimeCode, .holder.fresh, journal: "one-time-code.begun", "开始绑定动态口令") {
                request, holder in
                try await security.change(holder, request) { [enrolment] in try enrolment.begin($0) }
                return .redirect(to: SecurityPath.oneTimeCode)
            },
            .post(
                SecurityPath.oneTimeCodeConfirmation, .holder.fresh, journal: "one-time-code.enrolled",
                "绑定动态口令"
            ) { request, holder in try await confirm(request, holder) },
            .get(SecurityPath.oneTimeCodeRemoval, .signedIn.fresh, "解除动态口令") { request, holder in
                .page(removalPage(request, holder))
            },
            .post(
                SecurityPath.oneTimeCodeRemoval, .signedIn.fresh, journal: "one-time-code.removed", "解除动态口令"
            ) { request, holder in
                try await security.change(holder, request) { [enrolment] in try enrolment.remove($0) }
                return .redirect(to: SecurityPath.overview)
            },
        ]
    }

    private func show(
        _ request: WebRequest, _ holder: any SessionHolder, error: Sentence? = nil
    ) async throws -> WebResponse {
        let (id, now) = (holder.account.id, request.now)
        let (isBound, secret) = try await security.database.read { tx in
            (
                try FactorCount.load(of: id, in: tx).hasOneTimeCode,
                try OneTimeCodeStore.pending(of: id, at: now, in: tx)
            )
        }
        let content = isBound ? boundContent : try secret.map { try bindContent($0, request, holder, error) }
        let page = SecurityPage(holder: holder).page(
            "动态口令", body: content ?? beginContent(request))
        return .page(page, status: error == nil ? .ok : .unprocessableContent)
    }

    private func confirm(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let code = (try await request.form()["otp"] ?? "").filter { !$0.isWhitespace }
        do {
            let (token, codes) = try await security.change(holder, request) { [enrolment] in
                try enrolment.confirm(code, $0)
            }
            let response =
                codes.isEmpty
                ? WebResponse.redirect(to: SecurityPath.overview)
                : .page(RecoveryCodePages.page(codes, holder, "动态口令已绑定"))
            return security.cookie(token, on: response)
        } catch DomainError.invalid(let errors) {
            return try await show(request, holder, error: errors.first?.sentence)
        }
    }

    private func beginContent(_ request: WebRequest) -> HTML {
        """
        <h1>动态口令</h1>
        <p class="lead">绑定后，登录时除密码外还要填写手机上每 30 秒变化一次的 6 位数字。别人知道密码也登录不了。</p>
        <p>请先在手机上装好一个动态口令软件（支持 TOTP 的均可）。</p>
        \(PostButton("开始绑定", action: SecurityPath.oneTimeCode, token: request.csrf, tone: .primary).html)
        """
    }

    private var boundContent: HTML {
        """
        <h1>动态口令</h1>
        <p class="lead">本账号已绑定动态口令。</p>
        <p>要换手机，请先解除，再用新手机重新绑定。</p>
        <p class="actions"><a class="button quiet" href="\(SecurityPath.oneTimeCodeRemoval)">解除动态口令</a></p>
        """
    }

    private func bindContent(
        _ secret: String, _ request: WebRequest, _ holder: any SessionHolder, _ error: Sentence?
    ) throws -> HTML {
        let address = enrolment.address(secret, accountName: holder.account.name)
        let field = Field(
            "otp", "手机上显示的 6 位数字", hint: "扫描之后，软件里会出现“\(security.settings.siteName)”。", error: error,
            autocomplete: "one-time-code")
        return """
            \(ErrorSummary(error.map { [FieldError("otp", $0)] } ?? []).html)
            <h1>绑定动态口令</h1>
            <p>用手机上的动态口令软件扫描这个二维码：</p>
            <p>\(try QRPicture(address, label: "绑定动态口令的二维码").html)</p>
            <p>不能扫描时，在软件里选“手动输入”，填写这个密钥：<br>
            <span class="code secret">\(Base32.grouped(secret, separator: " "))</span></p>
            \(Form(action: SecurityPath.oneTimeCodeConfirmation, token: request.csrf, fields: [field], submit: "完成绑定").html)
            """
    }

    private func removalPage(_ request: WebRequest, _ holder: any SessionHolder) -> Page {
        SecurityPage(holder: holder).page(
            "解除动态口令",
            body: """
                <h1>解除动态口令</h1>
                <p class="lead">解除后，登录不再需要手机上的 6 位数字，账号的保护会减弱。</p>
                \(PostButton("解除", action: SecurityPath.oneTimeCodeRemoval, token: request.csrf, tone: .danger).html)
                <p><a href="\(SecurityPath.overview)">不解除，返回</a></p>
                """)
    }
}
