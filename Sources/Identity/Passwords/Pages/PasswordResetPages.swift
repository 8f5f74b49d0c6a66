import HTTPTypes
import Journal
import Refusals
import Web
import WorkingTime

/// The security administrator lets people in again who have lost their keys.
struct PasswordResetPages: Sendable {
    let security: AccountSecurity

    var routes: [Route] {
        [
            .get(SecurityPath.passwordResets, .may(.resetPasswords).fresh, "重置密码") { request, _ in
                .page(page(request, nil, []))
            },
            .post(
                SecurityPath.passwordResets, .may(.resetPasswords).fresh, journal: "password.reset", "重置密码"
            ) { request, officer in try await reset(request, officer) },
        ]
    }

    private func reset(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let entry = try Self.entry(form)
            let password = try await PasswordReset(signIn: security.signIn).perform(
                entry, by: officer.actor(request), isOnServer: false, at: request.now)
            return .page(done(entry.account.text, password))
        } catch DomainError.invalid(let errors) {
            return .page(page(request, form, errors), status: .unprocessableContent)
        } catch DomainError.notFound(let sentence) {
            return .page(
                page(request, form, [FieldError("account", sentence)]), status: .unprocessableContent)
        }
    }

    private static func entry(_ form: FormData) throws -> PasswordReset.Entry {
        let account = try form.required("account", "请填写账号。")
        let reason = try form.required("reason", "请写明理由和核验身份的方式。")
        guard reason.count <= 200 else { throw DomainError.invalid("reason", "理由请不要超过 200 字。") }
        return PasswordReset.Entry(
            account: LoginName(account), reason: reason, removesFactors: form["factors"] == "lost")
    }

    private func page(_ request: WebRequest, _ form: FormData?, _ errors: [FieldError]) -> Page {
        let fields = [
            Field(
                "account", "账号", value: form?["account"] ?? "", error: errors["account"], autocomplete: "off"),
            Field(
                "reason", "理由和核验身份的方式", hint: "例如：本人持身份证到窗口，核对照片无误。", value: form?["reason"] ?? "",
                error: errors["reason"]),
            Field(
                "factors", "第二因素", .choice, value: form?["factors"] ?? "kept",
                options: [
                    Field.Option("kept", "保留"),
                    Field.Option("lost", "一并清除", hint: "手机和恢复码都丢失时选择。动态口令、恢复码、通行密钥和数字证书全部解除。"),
                ]),
        ]
        return Page(
            "重置密码", crumbs: [Link("重置密码", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>重置密码</h1>
                <p class="lead">为忘记密码的人生成一次性密码，72 小时内有效，登录后须立即改成自己的。该账号的登录会全部退出。</p>
                \(Form(action: SecurityPath.passwordResets, token: request.csrf, fields: fields, submit: "生成一次性密码").html)
                """)
    }

    private func done(_ account: String, _ password: String) -> Page {
        Page(
            "一次性密码", crumbs: [Link("重置密码", SecurityPath.passwordResets), Link("一次性密码", nil)], area: .desk,
            body: """
                <h1>一次性密码</h1>
                \(Notice("请当面交给本人，离开本页后不能再次查看", tone: .warning).html)
                \(SummaryList([.init("账号", "\(account)"), .init("一次性密码", "<span class=\"code secret\">\(password)</span>")]).html)
                <p><a href="\(SecurityPath.passwordResets)">再重置一个</a></p>
                """)
    }
}
