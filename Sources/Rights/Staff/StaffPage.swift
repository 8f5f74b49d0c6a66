import Identity
import Refusals
import Web
import WorkingTime

/// One of the staff: their posts, what was asked for them, and how to ask for more.
struct StaffPage {
    let holder: PostHolder
    let changes: [PostChange]
    let organs: OrganNames
    let entry: PostForm
    let errors: [FieldError]
    let refusal: Sentence?
    let isAsked: Bool
    let officer: OfficerContext
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            holder.displayName,
            crumbs: [
                Link("工作台", "/desk"), Link("账号与岗位", RightsPath.staff), Link(holder.displayName, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refused)\(asked)
                <h1>\(holder.displayName)</h1>
                <p class="lead">账号 <span class="code">\(holder.name)</span>\(if: holder.isDisabled, "（已停用）")</p>
                <h2>现有岗位</h2>\(held)
                \(if: mayAsk, form)
                <h2>岗位变动</h2>\(history)
                """)
    }

    private var mayAsk: Bool { officer.may(.askPosts) && officer.account.id != holder.id }

    private var refused: HTML? {
        refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html }
    }

    private var asked: HTML? {
        isAsked && refusal == nil && errors.isEmpty
            ? Notice("已提出，等待安全管理员审定", "<p>审定以后立即生效。</p>", tone: .done).html : nil
    }

    private var held: HTML {
        guard !holder.posts.isEmpty else { return EmptyState("没有岗位", "<p>没有岗位的账号不能进入工作台。</p>").html }
        let last = mayAsk ? [Table.Column("收回")] : []
        return Table(
            "现有岗位", columns: [.init("岗位"), .init("任期")] + last,
            rows: holder.posts.map { held in
                ["\(organs.words(held.post, in: held.office))", term(held.term)]
                    + (mayAsk ? [revocation(held.post)] : [])
            }
        ).html
    }

    private func term(_ term: PostTerm) -> HTML {
        term.contains(today)
            ? "\(term.chinese)" : "\(term.chinese) \(StatusBadge("不在任期内", .waiting).html)"
    }

    private func revocation(_ post: Post) -> HTML {
        """
        <details class="more"><summary>提出收回</summary>
        <form class="form" method="post" action="\(RightsPath.asking(for: String(holder.id)))">\(token.field)\
        <input type="hidden" name="kind" value="revoke"><input type="hidden" name="organ" value="\(post.organ)">\
        <input type="hidden" name="role" value="\(post.role.rawValue)">
        <label class="label" for="reason-\(post.organ)-\(post.role.rawValue)">原因</label>
        <input class="input" id="reason-\(post.organ)-\(post.role.rawValue)" name="reason" maxlength="500">
        <button class="button danger">提出收回</button></form></details>
        """
    }

    private var form: HTML {
        let roles = Role.allCases.filter { $0 != .citizen }.map { Field.Option($0.rawValue, $0.chinese) }
        return """
            <h2>提出授予岗位</h2>
            \(Form(
                action: RightsPath.asking(for: String(holder.id)), token: token,
                fields: [
                    field("organ", "部门", .choice, entry.organ, options: organs.options),
                    field("role", "岗位", .choice, entry.role, options: roles),
                    field(
                        "office", "科室", .choice, entry.office, hint: "不选表示不在任何科室。已有的岗位再提出一次，可以改科室和任期。",
                        isRequired: false, options: organs.officeOptions),
                    field("from", "开始日期", .date, entry.from, hint: "留空表示立即。", isRequired: false),
                    field("until", "截止日期", .date, entry.until, hint: "留空表示没有期限。", isRequired: false),
                    field("reason", "原因", .text, entry.reason, hint: "例如任职文件的文号。"),
                ], submit: "提出").html)
            """
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, _ value: String, hint: String? = nil,
        isRequired: Bool = true, options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: value, options: options,
            error: errors[name])
    }

    private var history: HTML {
        guard !changes.isEmpty else { return "<p class=\"quiet-words\">还没有提出过变动。</p>" }
        return ChangeTable(
            lines: changes.map { ($0, holder.displayName) }, organs: organs, officer: officer, token: token
        ).html
    }
}
