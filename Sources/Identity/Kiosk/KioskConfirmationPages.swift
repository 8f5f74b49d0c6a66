import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What stands on the telephone: which kiosk asks, and for whom the session would be.
struct KioskConfirmationPages: Sendable {
    let security: AccountSecurity
    let limit: RateLimit

    var routes: [Route] {
        [
            .get(KioskPath.confirmations, .signedIn, "填写登录码") { request, _ in
                guard let code = request.query("code").flatMap(KioskCode.init) else { throw KioskSignIn.over }
                return .redirect(to: KioskPath.confirmation(code))
            },
            .get(KioskPath.confirmation, .signedIn, "确认自助终端登录") { request, holder in
                try await show(request, holder)
            },
            .post(KioskPath.confirmation, .signedIn, journal: "kiosk.confirmed", "确认自助终端登录") {
                request, holder in
                try await confirm(request, holder)
            },
        ]
    }

    /// Codes are short, so nobody tries many.
    private func code(_ request: WebRequest, _ holder: SignedIn) throws -> KioskCode {
        try limit.admit("account:\(holder.account.id)", at: request.now)
        guard let code = KioskCode(try request.parameter("code")) else { throw KioskSignIn.over }
        return code
    }

    private func show(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let code = try code(request, holder)
        let found = try await security.database.read { try KioskStore.signIn(code, in: $0) }
        guard let found, found.isWaiting(at: request.now) else { throw KioskSignIn.over }
        let rows: [SummaryList.Row] = [
            .init("自助终端", "\(found.kiosk)"), .init("登录码", "<span class=\"code\">\(code.text)</span>"),
            .init("登录的账号", "\(holder.account.displayName)（\(holder.account.name)）"),
            .init("有效时间", "确认后 10 分钟，到时自动退出"),
        ]
        let body: HTML = """
            <h1>在自助终端上登录？</h1>
            <p class="lead">确认后，这台自助终端就能以您的名义办事。请确定您就站在它面前，屏幕上的登录码与下面一致。</p>
            \(SummaryList(rows).html)
            \(PostButton("确认登录", action: KioskPath.confirmation(code), token: request.csrf, tone: .primary).html)
            <p>不是您在操作？关闭本页即可，什么也不会发生。</p>
            """
        return .page(SecurityPage(holder: holder).page("确认自助终端登录", body: body))
    }

    private func confirm(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let code = try code(request, holder)
        let kiosk = try await security.change(holder, request) { act -> String in
            guard let found = try KioskStore.signIn(code, in: act.transaction) else { throw KioskSignIn.over }
            var signIn = try KioskStore.locked(found, in: act.transaction)
            try signIn.confirm(by: act.account, at: act.now)
            try KioskStore.save(signIn, in: act.transaction)
            try act.record("kiosk.confirmed", "\(act.actor.name)确认了在\(signIn.kiosk)登录。")
            try act.tell("您确认了在\(signIn.kiosk)登录，10 分钟后自动退出。如果不是您本人操作，请立即在“登录的设备”中退出它。")
            return signIn.kiosk
        }
        let body: HTML = """
            <h1>已确认</h1>
            \(Notice("请回到\(kiosk)继续办事", "<p>10 分钟后自动退出，离开前请在终端上点“退出”。</p>", tone: .done).html)
            """
        return .page(SecurityPage(holder: holder).page("已确认", body: body))
    }
}
