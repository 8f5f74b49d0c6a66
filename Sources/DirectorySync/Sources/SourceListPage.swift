import Identity
import Refusals
import Web
import WorkingTime

/// The directories that are registered, and how another one is.
struct SourceListPage {
    let sources: [DirectorySource]
    let entry: SourceEntry
    let errors: [FieldError]
    let officer: OfficerContext
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            "目录来源", crumbs: [Link("工作台", "/desk"), Link("目录来源", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>目录来源</h1>
                <p class="lead">人事等单位的目录系统可以按 SCIM 2.0 同步工作人员账号。系统管理员登记，安全管理员批准；\
                目录只能建立、停用账号和报告组的成员，岗位仍由安全管理员逐项审定。</p>
                \(sources.isEmpty ? empty : table)
                \(if: officer.roles.contains(.sysadmin), form)
                """)
    }

    private var empty: HTML { EmptyState("还没有目录来源", "<p>登记并批准以后会出现在这里。</p>").html }

    private var table: HTML {
        Table(
            "目录来源", columns: [.init("名称"), .init("用途"), .init("登记"), .init("状态")],
            rows: sources.map { source in
                [
                    "<a href=\"\(SourcePath.source(String(source.id)))\">\(source.name)</a>",
                    "\(source.purpose)",
                    "\(source.drafted.name)<div class=\"hint\">\(source.drafted.at.shortChinese)</div>",
                    source.badge(at: now),
                ]
            }
        ).html
    }

    private var form: HTML {
        """
        <h2>登记目录来源</h2>
        \(Form(
            action: SourcePath.sources, token: token,
            fields: [
                Field("name", "名称", hint: "例如：市人社局组织人事系统。", value: entry.name, error: errors["name"]),
                Field("purpose", "用途和运行单位", .longText, value: entry.purpose, error: errors["purpose"]),
                Field(
                    "days", "令牌有效期（天）", .integer, hint: "1 到 365 天，到期前重新领取。", value: entry.days,
                    error: errors["days"]),
            ], submit: "登记").html)
        """
    }
}

/// What is entered to register a directory.
struct SourceEntry: Sendable {
    let name: String
    let purpose: String
    let days: String

    init(_ form: FormData) {
        (name, purpose, days) = (form["name"] ?? "", form["purpose"] ?? "", form["days"] ?? "")
    }

    /// Nothing entered yet.
    static let empty = SourceEntry(FormData([(name: "days", value: "180")]))
}

extension DirectorySource {
    /// The state, and whether its token counts.
    func badge(at now: Instant) -> HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .draft: .near
            case .approved: .done
            case .refused, .revoked: .waiting
            }
        return
            "\(StatusBadge(state.chinese, tone).html)\(if: state == .approved, "<div class=\"hint\">\(tokenWords(at: now))</div>")"
    }

    /// How the token stands, in words.
    func tokenWords(at now: Instant) -> String {
        guard let token else { return "还没有领取令牌" }
        return now < token.expiresAt
            ? "令牌有效至 \(token.expiresAt.shortChinese)" : "令牌已于 \(token.expiresAt.shortChinese)过期"
    }
}

/// Where the registry stands.
enum SourcePath {
    static let sources = "/desk/directory-sources"

    /// One of them.
    static func source(_ id: String) -> String { "\(sources)/\(id)" }

    /// Where it is settled: `approval`, `refusal`, `revocation`, `token`.
    static func settling(_ id: String, _ how: String) -> String { "\(sources)/\(id)/\(how)" }

    /// Where the post of a group is said.
    static func post(_ id: String, _ group: String) -> String { "\(sources)/\(id)/groups/\(group)/post" }
}
