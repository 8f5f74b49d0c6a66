import Identity
import Refusals
import Web
import WorkingTime

/// One program: what is registered, its secret, and what was asked for.
struct ClientPage {
    let client: Client
    let changes: [ClientChange]
    let organs: [Field.Option]
    /// A secret that has just been made; it is never seen again.
    let secret: OpaqueSecret?
    let refusal: Sentence?
    let officer: OfficerContext
    let now: Instant
    let token: CSRFToken

    private var id: String { String(client.id) }
    private var mayChange: Bool { officer.roles.contains(.sysadmin) && !client.isClosed }

    var page: Page {
        Page(
            client.terms.name,
            crumbs: [Link("工作台", "/desk"), Link("接入系统", OpenIDPath.clients), Link(client.terms.name, nil)],
            width: .wide, area: .desk,
            body: """
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })\(fresh)
                <h1>\(client.terms.name)</h1>
                <p>\(client.badge)</p>
                \(summary)
                \(if: client.terms.kind == .confidential, secretPart)
                \(if: mayChange, changePart)
                <h2>申请记录</h2>
                \(ClientChangeTable(changes: changes, organs: organs, officer: officer, token: token).html)
                """)
    }

    private var fresh: HTML? {
        secret.map { secret in
            Notice(
                "新密钥只显示这一次",
                """
                <p>请现在抄给“\(client.terms.name)”的管理人员。系统里只留下它的指纹，离开本页就再也看不到。</p>
                <p class="code" id="client-secret">\(secret.text)</p>
                """, tone: .done
            ).html
        }
    }

    private var summary: HTML {
        let terms = client.terms
        return SummaryList([
            .init("系统标识（client_id）", "<span class=\"code\">\(client.clientID)</span>"),
            .init("负责部门", "\(organs.name(terms.organ))"), .init("系统类型", "\(terms.kind.chinese)"),
            .init("登录后返回", addresses(terms.redirectURIs)),
            .init("退出后返回", addresses(terms.logoutURIs)),
            .init("退出通知", addresses(terms.backChannelURI.map { [$0] } ?? [])),
            .init("可用资料", "\(each: terms.scopes, { "<div>\($0.chinese)</div>" })"),
            .init("标识分区", "\(terms.sector)"), .init("签名算法", "\(terms.algorithm.rawValue)"),
            .init("征求同意", terms.isFirstParty ? "不再征求（本区自建）" : "第一次登录时征求"),
        ]).html
    }

    private func addresses(_ all: [String]) -> HTML {
        all.isEmpty ? "没有登记" : "\(each: all, { "<div class=\"code\">\($0)</div>" })"
    }

    private var secretPart: HTML {
        """
        <h2>密钥</h2>
        <p>\(client.secretMadeAt.map { "现在的密钥生成于 \($0.shortChinese)。" } ?? "还没有密钥，系统不能登录。")\
        \(client.formerSecretUntil.flatMap { now < $0 ? "上一个密钥到 \($0.shortChinese) 失效。" : nil } ?? "")</p>
        \(if: mayChange, PostButton(
            client.secretHash == nil ? "生成密钥" : "更换密钥", action: OpenIDPath.secret(id), token: token).html)
        <p class="hint">更换以后，上一个密钥还能用 24 小时，方便对方改配置。</p>
        """
    }

    private var changePart: HTML {
        """
        <h2>变更</h2>
        <p><a class="button quiet" href="\(OpenIDPath.amendment(id))">提出变更</a></p>
        <details class="more"><summary>提出停用</summary>
        <form class="form" method="post" action="\(OpenIDPath.closure(id))">\(token.field)\
        <label class="label" for="closure-reason">原因</label>
        <input class="input" id="closure-reason" name="reason" maxlength="500">
        <button class="button danger">提出停用</button></form></details>
        """
    }
}
