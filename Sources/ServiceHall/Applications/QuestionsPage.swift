import Desk
import Refusals
import Services
import Web

/// One page of questions: a group that belongs together, filled in with what the government knows.
struct QuestionsPage {
    let wizard: Wizard
    /// From 1.
    let number: Int
    let questions: FormPage
    /// The answers to show: those kept, or those just sent with their mistakes.
    let answers: FormAnswers
    var errors: [FieldError] = []
    /// The repeating group that gets one more row.
    var growing: String?
    /// What the person should know about the page, first of all.
    var remark: Remark?
    let isReturning: Bool
    /// What the scanner of the window has sent.
    var scans: [TrayFile] = []
    let token: CSRFToken

    var page: Page {
        let frame = WizardPage(wizard: wizard, step: number - 1, token: token)
        let form = Form(
            action: ApplicationPath.page(wizard.draft.id, number, returning: isReturning), token: token,
            also: blocks.html, submit: isReturning ? "保存，回到核对" : "保存，下一步",
            secondary: later + (frame.back ?? .empty), carriesFiles: blocks.carriesFiles)
        return frame.page(
            problems: ErrorSummary(errors + stale(among: questions.fields)).html, scripts: blocks.scripts,
            (notice ?? .empty) + form.html)
    }

    private var blocks: QuestionBlocks {
        let shown = wizard.item.visibleNames(in: answers)
        let asked = questions.fields.filter { shown.contains($0.name) }
        return QuestionBlocks(
            asked, answers: answers, errors: errors + stale(among: asked),
            growing: growing, fileName: { [wizard] in wizard.upload(answering: $0)?.name },
            drawing: { [wizard] in wizard.upload(answering: $0).map { ApplicationPath.file($0.fileID) } },
            provenance: { [wizard, answers] field in
                answers[field.name] == wizard.draft.known[field.name] ? wizard.provenance(of: field) : nil
            }
        ).usingCamera(wizard.draft.isAtCounter).followed { [scans] in TrayChoice(field: $0, scans: scans).html
        }
    }

    /// What a licence no longer says is asked again where it stands.
    private func stale(among asked: [FormField]) -> [FieldError] {
        wizard.stale.errors(among: asked).filter { errors[$0.field] == nil }
    }

    /// Why the page looks as it does.
    enum Remark {
        /// The answers just given lead to further questions.
        case asksMore
        /// The draft was begun earlier.
        case isResumed
    }

    private var notice: HTML? {
        switch remark {
        case .asksMore: Notice("根据您的回答，这一页还有新的问题要填。").html
        case .isResumed:
            Notice(
                "您上次没有办完，已填的内容都在这里。",
                "<p><a href=\"\(ApplicationPath.draft(wizard.draft.id))\">直接到没填完的地方</a></p>"
            ).html
        case nil: nil
        }
    }

    private var later: HTML {
        wizard.draft.isAtCounter
            ? .empty : "<button class=\"button quiet\" name=\"then\" value=\"later\">保存，以后再填</button>"
    }
}
