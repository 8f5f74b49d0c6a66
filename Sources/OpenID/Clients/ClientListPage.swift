import Identity
import Refusals
import Web
import WorkingTime

/// The programs, what waits for a decision, and the keys that sign.
struct ClientListPage {
    let clients: [Client]
    let open: [ClientChange]
    let keys: [SigningKey]
    let organs: [Field.Option]
    let refusal: Sentence?
    let officer: OfficerContext
    let pager: Pager
    let token: CSRFToken

    var page: Page {
        Page(
            "接入系统", crumbs: [Link("工作台", "/desk"), Link("接入系统", nil)], width: .wide, area: .desk,
            body: """
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>接入系统</h1>
                <p class="lead">这些系统用本站的账号登录（OpenID Connect）。系统管理员提出，安全管理员审定后生效。</p>
                \(if: officer.roles.contains(.sysadmin), "<p><a class=\"button\" href=\"\(OpenIDPath.newClient)\">接入新系统</a></p>")
                \(waiting)
                <h2>已接入</h2>
                \(clients.isEmpty ? EmptyState("还没有接入系统", "<p>审定以后会出现在这里。</p>").html : table)
                \(pager.html)
                \(keyList)
                """)
    }

    private var waiting: HTML? {
        guard !open.isEmpty else { return nil }
        return
            "<h2>待审定</h2>\(ClientChangeTable(changes: open, organs: organs, officer: officer, token: token).html)"
    }

    private var table: HTML {
        Table(
            "已接入的系统", columns: [.init("系统"), .init("负责部门"), .init("标识"), .init("状态")],
            rows: clients.map { client in
                [
                    "<a href=\"\(OpenIDPath.client(String(client.id)))\">\(client.terms.name)</a>",
                    "\(organs.name(client.terms.organ))", "<span class=\"code\">\(client.clientID)</span>",
                    client.badge,
                ]
            }
        ).html
    }

    private var keyList: HTML {
        """
        <h2>签名密钥</h2>
        <p>令牌用这些密钥签名，系统从公开地址自动取用。更换以后旧密钥再公布一天，不影响已登录的人。</p>
        \(Table(
            "签名密钥", columns: [.init("密钥"), .init("算法"), .init("生成时间"), .init("状态")],
            rows: keys.map { key in
                [
                    "<span class=\"code\">\(key.kid)</span>", "\(key.algorithm.rawValue)",
                    "\(key.createdAt.shortChinese)",
                    key.retiredAt == nil
                        ? StatusBadge("正在使用", .active).html : StatusBadge("已换下，仍公布", .waiting).html,
                ]
            }).html)
        \(if: officer.may(.rotateSigningKeys), rotation)
        """
    }

    private var rotation: HTML {
        let button = PostButton("更换签名密钥", action: OpenIDPath.keyRotation, token: token)
        return "<div class=\"actions\">\(button.html)</div>"
    }
}

extension Client {
    var badge: HTML {
        if isClosed { return StatusBadge("已停用", .waiting).html }
        let isReady = terms.kind == .open || secretHash != nil
        return (isReady ? StatusBadge("可以登录", .done) : StatusBadge("还没有密钥", .near)).html
    }
}

extension [Field.Option] {
    /// The name of an organ, or its key when there is none.
    func name(_ key: String) -> String { first { $0.value == key }?.label ?? key }
}
