import Web

/// The screen of a kiosk while it waits, and when somebody has said yes.
struct KioskPage {
    let signIn: KioskSignIn
    let code: KioskCode
    let site: String

    func page(_ request: WebRequest) throws -> Page {
        Page(
            "等待手机确认", scripts: ["live.js"], offersSearch: false,
            body: """
                <div data-live="\(signIn.confirmedAt == nil ? "2" : "")">
                <h1>\(signIn.confirmedAt == nil ? "请用手机扫一扫" : "已确认")</h1>
                \(try content(request))</div>
                """)
    }

    private func content(_ request: WebRequest) throws -> HTML {
        guard signIn.confirmedAt == nil else {
            return """
                <p class="lead">手机上已经确认，可以开始办事。10 分钟后自动退出，离开前请点“退出”。</p>
                \(PostButton("开始办事", action: KioskPath.session, token: request.csrf, tone: .primary).html)
                """
        }
        return """
            <p>\(try QRPicture(site + KioskPath.confirmation(code), label: "登录码的二维码").html)</p>
            <p>或在手机上打开“账号与安全”，填写登录码：</p>
            <p class="lead"><span class="code secret">\(code.text)</span></p>
            <p class="hint">登录码 3 分钟内有效。请核对手机上显示的是“\(signIn.kiosk)”。</p>
            <p><a href="\(KioskPath.waiting)">手机上已经确认，继续</a></p>
            """
    }
}
