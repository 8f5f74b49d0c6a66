import Storage
import Web

/// Making recovery codes, and showing them once.
struct RecoveryCodePages: Sendable {
    let security: AccountSecurity

    var routes: [Route] {
        [
            .get(SecurityPath.recoveryCodes, .signedIn, "恢复码") { request, holder in
                try await show(request, holder)
            },
            .post(SecurityPath.recoveryCodes, .signedIn.fresh, journal: "recovery-codes.made", "生成恢复码") {
                request, holder in
                let codes = try await security.change(holder, request) { try RecoveryCodes.renew($0) }
                return .page(Self.page(codes, holder, "新的恢复码"))
            },
        ]
    }

    private func show(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let id = holder.account.id
        let left = try await security.database.read { try RecoveryCodeStore.unusedCount(of: id, in: $0) }
        let page = SecurityPage(holder: holder).page(
            "恢复码",
            body: """
                <h1>恢复码</h1>
                <p class="lead">手机丢失或损坏时，可以用一个恢复码代替动态口令登录。每个只能用一次。</p>
                <p>现在还有 \(left) 个没有用过的恢复码。重新生成后，旧的全部作废。</p>
                \(PostButton(left == 0 ? "生成恢复码" : "重新生成", action: SecurityPath.recoveryCodes, token: request.csrf, tone: .primary).html)
                """)
        return .page(page)
    }

    /// The one time that codes are shown: only their digests are kept.
    static func page(_ codes: [RecoveryCode], _ holder: any SessionHolder, _ title: String) -> Page {
        SecurityPage(holder: holder).page(
            title,
            body: """
                <h1>\(title)</h1>
                \(Notice("请现在就保存这些恢复码", "<p>离开本页后不能再次查看。请打印或抄写，放在安全的地方，不要存在手机里。</p>", tone: .warning).html)
                <ul class="codes">\(each: codes, { "<li><span class=\"code\">\($0.text)</span></li>" })</ul>
                <p class="actions" data-print="打印恢复码"><a class="button" href="\(SecurityPath.overview)">已保存</a></p>
                """)
    }
}
