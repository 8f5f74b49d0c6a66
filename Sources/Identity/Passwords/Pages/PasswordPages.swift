import HTTPTypes
import Refusals
import Web

/// Changing one's own password.
struct PasswordPages: Sendable {
    let security: AccountSecurity

    var routes: [Route] {
        [
            .get(SecurityPath.password, .holder, "修改密码") { request, holder in
                .page(page(request, holder, []))
            },
            .post(SecurityPath.password, .holder, journal: "password.changed", "修改密码") { request, holder in
                try await change(request, holder)
            },
        ]
    }

    private func change(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let form = try await request.form()
        let entry = PasswordChange.Entry(
            current: form["current"] ?? "", new: form["new"] ?? "", again: form["again"] ?? "")
        do {
            let token = try await PasswordChange(security: security).perform(entry, by: holder, request)
            return security.cookie(token, on: .redirect(to: SecurityPath.overview))
        } catch DomainError.invalid(let errors) {
            return .page(page(request, holder, errors), status: .unprocessableContent)
        }
    }

    private func page(_ request: WebRequest, _ holder: any SessionHolder, _ errors: [FieldError]) -> Page {
        let least = holder.isStaff ? PasswordRules.staffLength : PasswordRules.citizenLength
        let isObliged = (holder as? Obliged)?.obligation == .newPassword
        let fields: [HTML] = [
            HiddenField(
                name: "current", label: isObliged ? "一次性密码" : "当前密码", error: errors["current"]?.chinese,
                autocomplete: "current-password"
            ).html,
            HiddenField(
                name: "new", label: "新密码",
                hint: "至少 \(least) 个字符。常用词、连续或重复的字符、年份、您的账号、电话和生日都容易被猜到。几个不相干的词连在一起就很好。",
                error: errors["new"]?.chinese, autocomplete: "new-password"
            ).html,
            HiddenField(
                name: "again", label: "再填一次新密码", error: errors["again"]?.chinese,
                autocomplete: "new-password"
            ).html,
        ]
        return SecurityPage(holder: holder).page(
            "修改密码",
            body: """
                \(ErrorSummary(errors).html)
                <h1>修改密码</h1>
                \(if: isObliged, Notice("请先设置自己的密码", "<p>您现在用的是管理员给的一次性密码，设置新密码之后才能办理其他事项。</p>", tone: .warning).html)
                \(Form(action: SecurityPath.password, token: request.csrf, also: HTML.joined(fields), submit: "修改密码").html)
                <p class="hint">修改后，其他设备上的登录会全部退出。</p>
                """)
    }
}
