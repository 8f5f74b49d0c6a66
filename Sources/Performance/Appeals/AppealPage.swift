import Journal
import Refusals
import Web
import WorkingTime

/// One appeal: what it is about, what was said, what was put right, and what may be done.
struct AppealPage {
    let appeal: ScoreAppeal
    let subject: AppealDesk.Subject
    /// How long it has to be decided.
    let clock: Reckoning
    let mayWithdraw: Bool
    let mayDecide: Bool
    let actor: Actor
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var path: String { PerformancePath.appeal(String(appeal.id)) }
    private var assessment: Assessment { subject.assessment }
    private var isOpen: Bool { appeal.state == .submitted }

    var page: Page {
        Page(
            "\(subject.indicator.name)申诉",
            crumbs: [
                Link("工作台", "/desk"), Link("绩效申诉", PerformancePath.appeals),
                Link(
                    assessment.name(appeal.organ),
                    PerformancePath.sheet(appeal.period.text, appeal.organ)),
                Link(subject.indicator.name, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>申诉：\(subject.indicator.name)</h1>
                <p>\(assessment.name(appeal.organ))，\(appeal.period.chinese) \(appeal.state.badge)</p>
                \(if: isOpen, ClockBadge(clock).html)
                \(SummaryList(head).html)
                \(CorrectionTable(assessment: assessment, corrections: corrections).html)
                \(EvidenceCourse(steps: appeal.course, unit: subject.indicator.unit, file: { "\(path)/files/\(String($0))" }).html)
                \(if: isOpen && mayDecide, deciding)
                \(if: isOpen && mayWithdraw, withdrawing)
                """)
    }

    private var corrections: [Correction] { assessment.corrections.filter { $0.appealID == appeal.id } }

    private var head: [SummaryList.Row] {
        let frozen = assessment.score(appeal.organ).lines.first { $0.indicator.key == appeal.indicator }
        let figures = (frozen?.figures ?? []).map { "\($0.figure.chinese) \($0.amount)" }
        return [
            .init("怎样算", "\(subject.indicator.words)"),
            .init("核定的数", "\(figures.isEmpty ? "—" : figures.joined(separator: "，"))"),
            .init(
                "核定的结果", "\(frozen?.value.map { "\($0.short) \(subject.indicator.unit)" } ?? "不计")"),
            .init("核定的得分", "\(frozen?.points?.short ?? "不计")，权重 \(subject.indicator.weight)"),
        ]
    }

    private var refusal: String? {
        do { try appeal.requireImpartial(actor, subject.involved) } catch {
            return (error as? DomainError)?.sentence.chinese
        }
        return nil
    }

    private var deciding: HTML {
        if let refusal { return Notice("不能由您裁定", "<p>\(refusal)</p>").html }
        return Card(
            "裁定",
            Form(
                action: "\(path)/decision", token: token,
                fields: DecisionForm.fields(subject, entered, errors),
                also: "<input type=\"hidden\" name=\"seen\" value=\"\(appeal.revision)\">", submit: "作出裁定"
            ).html
        ).html
    }

    private var withdrawing: HTML {
        let field = Field("words", "撤回的原因", .longText, isRequired: false, value: entered?["words"] ?? "")
        return Card(
            "撤回",
            Form(action: "\(path)/withdrawal", token: token, fields: [field], submit: "撤回申诉").html
        ).html
    }
}

/// Where an organ says why an indicator is wrong.
struct NewAppealPage {
    let subject: AppealDesk.Subject
    let address: ReportAddress
    let now: Instant
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let (assessment, name) = (subject.assessment, subject.indicator.name)
        let sheet = PerformancePath.sheet(address.period.text, address.organ)
        return Page(
            "对\(name)申诉",
            crumbs: [
                Link("工作台", "/desk"), Link(assessment.name(address.organ), sheet), Link("申诉", nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>对\(name)申诉</h1>
                <p class="lead">\(assessment.name(address.organ))，\(address.period.chinese)，核定得分 \(subject.line.points?.short ?? "不计")。</p>
                \(form)
                """)
    }

    private var form: HTML {
        guard let until = subject.assessment.record?.appealsUntil, now <= until else {
            return Notice("现在不能申诉", "<p>只在核定以后的申诉期限以内可以申诉。</p>").html
        }
        let words = Field(
            "words", "申诉的理由", .longText, hint: "写明哪个数不对、应当是多少、依据是什么。\(until.day.chinese)以前可以申诉。",
            value: entered?["words"] ?? "", error: errors["words"])
        let path = PerformancePath.newAppeal(address.period.text, address.organ, address.indicator)
        return Form(
            action: path, token: token, fields: [words] + EvidenceForm.fields(errors), submit: "提出申诉"
        ).html
    }
}
