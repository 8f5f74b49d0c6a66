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
    func page(problems: HTML = .empty, _ content: HTML) -> Page {
        let name = wizard.steps[step]
        return Page(
            "\(name) - \(wizard.item.name)", crumbs: crumbs, area: wizard.draft.isAtCounter ? .desk : .hall,
            offersSearch: false,
            body: """
                \(problems)
                <h1>\(name)</h1>
                <p class="hint">\(wizard.item.name) · 申请人：\(applicant)</p>
                \(Steps(wizard.steps, current: step).html)
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
