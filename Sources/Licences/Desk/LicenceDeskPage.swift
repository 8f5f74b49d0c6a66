import Cases
import HTTPTypes
import Identity
import Refusals
import Web
import WorkingTime

/// A licence on the desk of its organ: what stands on it, what was done with it, what may be done.
struct LicenceDeskPage {
    let kept: KeptLicence
    let officer: OfficerContext
    let refusal: DomainError?
    let act: DeskAct?
    let form: FormData
    let request: WebRequest

    private var licence: Licence { kept.licence }
    private var today: CivilDate { request.now.day }

    var page: Page {
        Page(
            licence.name,
            crumbs: [Link("工作台", "/desk"), Link("本部门的证照", LicencePath.desk), Link(licence.name, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refused)\(waiting)
                <div class="card-head"><h1>\(licence.name)</h1>\(licence.badge(on: today))</div>
                \(Card("证照", SummaryList(facts).html).html)
                \(Card("办过的手续", LicenceHistory(acts: kept.acts).html).html)
                \(Card("用在哪里", UseTable(uses: kept.uses, linksCases: false).html).html)
                \(if: !offered.isEmpty, "<h2>办理</h2>\(each: offered, actForm)")
                """)
    }

    private var errors: [FieldError] { if case .invalid(let errors)? = refusal { errors } else { [] } }

    private var refused: HTML? {
        guard let refusal, errors.isEmpty else { return nil }
        return Notice("没有办成", "<p>\(refusal.sentence)</p>", tone: .error).html
    }

    private var waiting: HTML? {
        licence.waitingRevocation.map { asked in
            Notice(
                "等待审定：\(asked.ground.chinese)",
                "<p>\(asked.by.name)于 \(asked.at.chinese) 提出，理由：\(asked.reason) 由另一位负责人审定。</p>",
                tone: .warning
            ).html
        }
    }

    private var facts: [SummaryList.Row] {
        var rows = [SummaryList.Row("证照标识", "<span class=\"code\">\(licence.number)</span>")]
        for fact in licence.facts { rows.append(.init(fact.label, "\(fact.value)")) }
        if let reason = licence.reason {
            rows.append(.init("\(licence.words(on: today))的原因", "\(reason)"))
        }
        if let number = licence.caseNumber {
            rows.append(
                .init("签发的办件", "<a href=\"/desk/cases/\(number)\"><span class=\"code\">\(number)</span></a>"))
        }
        return rows
    }

    private var offered: [DeskAct] {
        DeskAct.allCases.filter { $0.isOffered(for: licence, on: today) && officer.may($0.power) }
    }

    private func actForm(_ offer: DeskAct) -> HTML {
        let id = String(licence.id)
        let isOpen = act == offer
        if offer == .confirmation || offer == .refusal {
            return PostButton(
                offer.title, action: LicencePath.act(id, offer), token: request.csrf,
                tone: offer == .confirmation ? .danger : .quiet
            ).html
        }
        return """
            <details class="more"\(attribute: "open", if: isOpen)><summary>\(offer.title)</summary>
            \(Form(action: LicencePath.act(id, offer), token: request.csrf, fields: fields(offer), submit: offer.title).html)
            </details>
            """
    }

    private func fields(_ offer: DeskAct) -> [Field] {
        func error(_ name: String) -> Sentence? {
            act == offer ? errors.first { $0.field == name }?.sentence : nil
        }
        let ground = Field(
            "ground", "怎样处理", .choice, value: act == offer ? form["ground"] ?? "" : "",
            options: [
                .init("penalty", "吊销", hint: "持有人违法，作为处罚"),
                .init("annulment", "撤销", hint: "本来就不该发，例如发错了人"),
            ], error: error("ground"))
        let reason = Field(
            "reason", "原因", .longText, hint: offer == .resumption ? "持有人会收到通知。" : "写明事实和依据，持有人会收到通知。",
            value: act == offer ? form["reason"] ?? "" : "", error: error("reason"))
        return offer == .revocation ? [ground, reason] : [reason]
    }
}
