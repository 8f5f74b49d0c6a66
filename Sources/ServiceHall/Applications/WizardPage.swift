import Cases
import Codes
import Refusals
import Services
import Web

/// What stands around every step of an application: the service, the applicant, the steps, the way out.
struct WizardPage {
    let wizard: Wizard
    let step: Int
    let token: CSRFToken

    /// The page with the content of its step; `problems` stand first.
    func page(problems: HTML = .empty, scripts: [String] = [], _ content: HTML) -> Page {
        let name = wizard.steps[step]
        return Page(
            "\(name) - \(wizard.item.name)", crumbs: crumbs, area: wizard.draft.isAtCounter ? .desk : .hall,
            scripts: scripts, offersSearch: false,
            body: """
                \(problems)
                <h1>\(name)</h1>
                <p class="hint">\(wizard.item.name) · 申请人：\(applicant)</p>
                \(Steps(wizard.steps, current: step).html)
                \(changed)
                \(content)
                \(wayOut)
                """)
    }

    private var crumbs: [Link] {
        let way =
            wizard.draft.isAtCounter
            ? Link("窗口代办", CounterPath.counter) : Link(wizard.item.name, ServicePath.guide(wizard.service))
        return [way, Link("填写申请", nil)]
    }

    private var applicant: String {
        let applicant = wizard.draft.applicant
        let name =
            wizard.draft.isAtCounter && applicant.kind == .person
            ? Masking.name(applicant.name) : applicant.name
        return applicant.agentName.map { "\(name)（经办人\($0)）" } ?? name
    }

    /// So many changes are told; more than that are read in the guide.
    private static let mostChanges = 8

    /// The guide has changed since the draft was begun: what is asked for may not be what was answered.
    private var changed: HTML? {
        let changes = wizard.changes
        guard !changes.isEmpty else { return nil }
        let rest = changes.count - Self.mostChanges
        return Notice(
            "您填写期间，这个事项的办事指南更新过",
            """
            <p>已经填写的内容都保留着，请按新的要求核对：</p>
            <ul>\(each: changes.prefix(Self.mostChanges), { "<li>\($0.sentence)</li>" })</ul>
            \(if: rest > 0, "<p>另有 \(rest) 处改动。</p>")
            <p><a href="\(ServicePath.guide(wizard.service))">查看现在的办事指南</a></p>
            """, tone: .warning
        ).html
    }

    private var wayOut: HTML {
        """
        <hr>
        <details><summary>不想办了</summary>
        <p>删除后，填写的内容和上传的文件都不再保留。草稿最多保留 \(Drafts.keptDays) 天。</p>
        \(PostButton("删除这份草稿", action: ApplicationPath.removal(wizard.draft.id), token: token, tone: .danger).html)
        </details>
        """
    }

    /// The step before this one, as a quiet link beside the button.
    var back: HTML? {
        step == 0 ? nil : "<a class=\"button quiet\" href=\"\(wizard.path(ofStep: step - 1))\">返回上一步</a>"
    }
}
