import Identity
import Refusals
import Web
import WorkingTime

/// A bulletin on the desk: its sections with what was changed, and what can be done with it.
struct DeskPage {
    let bulletin: Bulletin
    let editions: [EditionLine]
    let issuer: BulletinIssuer?
    let officer: OfficerContext
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var period: String { bulletin.period.text }
    var isWritten: Bool { bulletin.state == .draft || bulletin.state == .approved }

    var page: Page {
        let title = "\(bulletin.period.chinese)监察通报"
        return Page(
            title,
            crumbs: [
                Link("工作台", "/desk"), Link(DeskListPage.title, BulletinPath.desk),
                Link(bulletin.period.chinese, nil),
            ],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p>\(bulletin.badge) <a href="\(BulletinPath.act(period, "draft.pdf"))">看 PDF</a>\
                \(if: bulletin.edition > 0, " <a href=\"\(BulletinPath.one(period))\">公开的页面</a>")</p>
                <p class="hint">数据取自 \(bulletin.generatedAt.chinese)，和通报一起保存，公布以后不再变化。</p>
                \(if: bulletin.figures.isEmpty, Notice("这一期没有数据", "<p>没有统计到办件和监察信号，可以不公布。</p>", tone: .warning).html)
                \(bulletin.remark.map { Notice("更正说明", "<p>\($0)</p>").html })
                \(bulletin.withdrawnRemark.map { Notice(bulletin.isDiscarded ? "草稿已撤回" : "已撤回", "<p>\($0)</p>", tone: .warning).html })
                \(replacing)
                \(signing)
                \(refreshing)
                \(each: bulletin.sections, section)
                \(steps)
                \(if: !editions.isEmpty, history)
                """)
    }

    private func section(_ section: Bulletin.Section) -> HTML {
        let edit = BulletinPath.section(period, section.key)
        return """
            <section class="diff"><h2>\(section.title)</h2>
            <div class="diff-text">\(section.isEdited ? WordChanges(from: section.original, to: section.text).html : "\(section.text)")</div>
            \(if: section.isEdited, "<p class=\"hint\">和自动写成的不同：删去的字划掉，加上的字有下划线。</p>")
            \(mark(section))
            \(if: isWritten && officer.may(.editBulletins), "<p><a href=\"\(edit)\">修改<span class=\"sr\">\(section.title)</span></a></p>")
            \(section.chart?.drawing(bulletin.figures)?.html)</section>
            """
    }

    private var steps: HTML {
        HTML.joined([approval, publication, correction, withdrawal, discarding])
    }

    private var approval: HTML {
        guard bulletin.state == .draft, officer.may(.approveBulletins) else { return .empty }
        guard !bulletin.editors.contains(officer.account.id) else {
            return Notice("等待审定", "<p>这期通报是您生成或者修改的，要由另一人审定。</p>").html
        }
        return Card(
            "审定",
            """
            <p>核对过各部分以后审定；再有修改，要重新审定。</p>
            \(answering("审定这期通报", "approval"))
            """
        ).html
    }

    private var publication: HTML {
        guard bulletin.state == .approved, officer.may(.publishBulletins) else { return .empty }
        guard !bulletin.editors.contains(officer.account.id) else {
            return Notice("等待公布", "<p>这期通报已经审定。是您生成或者修改的，要由另一人公布。</p>").html
        }
        return Card(
            "公布",
            """
            <p>公布到门户，作为第 \(bulletin.edition + 1) 版保存，以后不能悄悄改动。</p>
            \(answering("公布这期通报", "publication"))
            """
        ).html
    }

    /// A button for what stands on the page, and nothing that is changed meanwhile.
    private func answering(_ label: String, _ act: String) -> HTML {
        PostButton(
            label, action: BulletinPath.act(period, act), token: token, tone: .primary,
            values: [("seen", String(bulletin.revision))]
        ).html
    }

    func form(
        _ title: String, _ name: String, _ label: String, _ hint: String, _ act: String, _ submit: String
    ) -> HTML {
        let field = Field(
            name, label, .longText, hint: hint, value: entered?[name] ?? "", error: errors[name])
        return Card(
            title,
            Form(action: BulletinPath.act(period, act), token: token, fields: [field], submit: submit).html
        ).html
    }

    private var history: HTML {
        let lines = editions.map { line -> HTML in
            "<li>第 \(line.number) 版，\(line.publishedAt.chinese)公布\(line.remark.map { "：\($0)" } ?? "")</li>"
        }
        return "<h2>公布过的各版</h2><ul>\(HTML.joined(lines))</ul>"
    }
}
