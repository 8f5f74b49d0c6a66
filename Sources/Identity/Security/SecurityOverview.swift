import Government
import Storage
import Web
import WorkingTime

/// 账号与安全: how one signs in, and where one is signed in.
struct SecurityOverview: Sendable {
    let security: AccountSecurity
    /// Where messages are read.
    let messagesPath: String?
    /// Where one authorises others.
    let mandatesPath: String?
    /// Where one sees which other systems one has signed in to.
    let programsPath: String?

    var routes: [Route] {
        [
            .get(SecurityPath.overview, .holder, SecurityPage.title) { request, holder in
                try await show(request, holder)
            }
        ]
    }

    private func show(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let id = holder.account.id
        let (count, changedAt) = try await security.database.read { tx in
            (try FactorCount.load(of: id, in: tx), try PasswordStore.changedAt(of: id, in: tx))
        }
        let body: HTML = """
            <h1>\(SecurityPage.title)</h1>
            \(obligation(holder))
            <h2>登录方式</h2>
            \(SummaryList(rows(count, changedAt)).html)
            \(if: holder.account.personID != nil, realName(holder.account))
            \(if: !(holder is Obliged), elsewhere)
            \(if: !(holder is Obliged) && !holder.account.isStaff, agency)
            """
        return .page(SecurityPage(holder: holder).page(SecurityPage.title, body: body))
    }

    private func obligation(_ holder: any SessionHolder) -> HTML? {
        guard let obliged = holder as? Obliged else { return nil }
        let words =
            switch obliged.obligation {
            case .newPassword: "您现在用的是管理员给的一次性密码，设置新密码之后才能办理其他事项。"
            case .secondFactor: "工作人员登录须有密码以外的第二种方式。请绑定动态口令或添加通行密钥，之后才能进入工作台。"
            }
        return Notice("还差一步", "<p>\(words)</p>", tone: .warning).html
    }

    private func rows(_ count: FactorCount, _ changedAt: Instant?) -> [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init(
                "密码", "\(changedAt.map { "\($0.day.written)修改" } ?? "没有修改过")", change: SecurityPath.password),
            .init("动态口令", "\(count.hasOneTimeCode ? "已绑定" : "没有绑定")", change: SecurityPath.oneTimeCode),
            .init(
                "通行密钥", "\(count.passkeys == 0 ? "没有" : "\(count.passkeys) 个")", change: SecurityPath.passkeys
            ),
            .init(
                "恢复码", "\(count.recoveryCodes == 0 ? "没有" : "还剩 \(count.recoveryCodes) 个")",
                change: SecurityPath.recoveryCodes),
        ]
        if security.settings.certificates != nil {
            let words = count.certificates == 0 ? "没有绑定" : "\(count.certificates) 张"
            rows.append(.init("数字证书", "\(words)", change: SecurityPath.certificates))
        }
        return rows
    }

    private var elsewhere: HTML {
        """
        <h2>登录的设备</h2>
        <p><a href="\(SecurityPath.sessions)">查看和退出登录的设备</a></p>
        \(programsPath.map { "<p><a href=\"\($0)\">查看用本站账号登录的其他系统</a></p>" as HTML })
        \(messagesPath.map { "<p>安全提醒会发到<a href=\"\($0)\">站内消息</a>。</p>" as HTML })
        \(if: !security.settings.kiosks.isEmpty, kiosk)
        """
    }

    private func realName(_ account: Account) -> HTML {
        let words = account.assurance < .present ? "少数事项须当面核验一次身份才能网上办理，请本人带身份证到政务服务大厅综合窗口。" : ""
        return """
            <h2>实名等级</h2>
            <p>\(account.assurance.chinese)。\(words)</p>
            """
    }

    private var agency: HTML {
        mandatesPath.map { "<h2>代表单位办事</h2><p><a href=\"\($0)\">授权他人，或查看我得到的授权</a></p>" } ?? .empty
    }

    private var kiosk: HTML {
        """
        <h2>自助终端登录</h2>
        <form class="form" method="get" action="\(KioskPath.confirmations)">
        \(Field("code", "自助终端屏幕上的登录码", autocomplete: "off").html)
        <div class="actions"><button class="button quiet">下一步</button></div>
        </form>
        """
    }
}
