import Identity
import Messaging
import Refusals
import Web
import WorkingTime

/// One program: who let it in, its keys, what it sends.
struct ProgramPage {
    /// What is known of it.
    struct Facts: Sendable {
        let program: MessageProgram
        let keys: [MessageKey]
        let templates: [TemplateVersion]
        let sentToday: Int
    }

    let facts: Facts
    let secret: String?
    let refusal: Sentence?
    let entry: FormData
    let errors: [FieldError]
    let officer: OfficerContext
    let token: CSRFToken

    private var program: MessageProgram { facts.program }
    private var id: String { String(program.id) }
    private var mayAsk: Bool { officer.may(.askPrograms) }

    var page: Page {
        Page(
            program.name,
            crumbs: [
                Link("工作台", "/desk"), Link("发送消息的系统", MessageDeskPath.programs), Link(program.name, nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })\(shown)
                <h1>\(program.name) \(program.badge)</h1>
                \(SummaryList(rows).html)
                <div class="actions">\(acts)</div>
                <h2>密钥</h2>
                \(keys)
                <h2>模板</h2>
                \(templates)
                \(if: mayAsk && program.state != .ended, ProgramTemplateForm(id: id, entry: entry, errors: errors, token: token).html)
                """)
    }

    private var shown: HTML? {
        secret.map {
            Notice(
                "密钥只显示这一次", "<p class=\"code\">\($0)</p><p>请立即交给系统的管理员保管。</p>", tone: .done
            ).html
        }
    }

    private var rows: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("用途", "\(program.purpose)"), .init("服务编号", "<span class=\"code\">\(program.code)</span>"),
            .init("今天已发", "\(facts.sentToday) 条，上限 \(program.dailyLimit) 条"),
            .init("登记", "\(program.drafted.name)，\(program.drafted.at.chinese)"),
        ]
        if let decided = program.decided {
            rows.append(.init("批准", "\(decided.name)，\(decided.at.chinese)"))
        }
        return rows
    }

    private var acts: HTML {
        let mayDecide = officer.may(.decidePrograms)
        return """
            \(if: mayDecide && program.state == .draft, PostButton("批准", action: MessageDeskPath.part(id, "approval"), token: token, tone: .primary).html)\
            \(if: (mayDecide || mayAsk) && program.state != .ended, PostButton("停用", action: MessageDeskPath.part(id, "ending"), token: token, tone: .danger).html)
            """
    }

    private var keys: HTML {
        """
        \(facts.keys.isEmpty ? "<p>还没有密钥。</p>" : keyTable)
        \(if: mayAsk && program.state == .approved, keyForm)
        """
    }

    private var keyTable: HTML {
        Table(
            "密钥", columns: [.init("名称"), .init("种类"), .init("领取"), .init("状态")],
            rows: facts.keys.map { key in
                [
                    "\(key.name)", key.isTest ? "试用，不真正发送" : "正式",
                    "\(key.issuer)，\(key.issuedAt.shortChinese)",
                    key.revokedAt.map { "已于 \($0.shortChinese)停用" }
                        ?? (mayAsk
                            ? PostButton(
                                "停用「\(key.name)」", action: MessageDeskPath.revocation(id, String(key.id)),
                                token: token
                            ).html : "有效"),
                ]
            }
        ).html
    }

    private var keyForm: HTML {
        Form(
            action: MessageDeskPath.part(id, "keys"), token: token,
            fields: [
                Field("name", "密钥的名称", value: entry["name"] ?? "", error: errors["name"]),
                Field(
                    "kind", "种类", .choice, value: "normal",
                    options: [.init("normal", "正式"), .init("test", "试用", hint: "一切照常，但不真正发送")]),
            ], submit: "领取密钥"
        ).html
    }

    private var templates: HTML {
        guard !facts.templates.isEmpty else { return "<p>还没有模板。系统只能按模板发送。</p>" }
        return Table(
            "模板", columns: [.init("名称"), .init("方式"), .init("文字"), .init("模板编号"), .init("版本")],
            rows: facts.templates.map { template in
                [
                    "\(template.name)", "\(template.channel?.chinese ?? "")", "\(template.body.text)",
                    "<span class=\"code\">\(template.key)</span>", "第 \(template.version) 版",
                ]
            }
        ).html
    }
}
