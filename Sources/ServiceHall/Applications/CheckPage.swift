import Cases
import Refusals
import Services
import Web
import WorkingTime

/// All answers and materials once more before they are handed in, each with the way to change it.
struct CheckPage {
    /// The name of the box with which the applicant stands for the truth of it all (行政许可法 art. 31).
    static let promise = "promise"
    /// The name under which the version is sent that was checked.
    static let version = "version"

    let wizard: Wizard
    let problems: [FieldError]
    var promiseErrors: [FieldError] = []
    var choice = PromiseChoice()
    /// The number of a case by which the same was applied for and which is not over.
    var earlier: String?
    let now: Instant
    let token: CSRFToken

    var page: Page {
        let frame = WizardPage(wizard: wizard, step: wizard.steps.count - 1, token: token)
        return frame.page(
            problems: missing ?? ErrorSummary(promiseErrors).html,
            """
            \(sameMatter)
            \(each: wizard.item.pages.enumerated(), answers)
            \(materials)
            \(PreCheckPanel(wizard: wizard, token: token).html)
            \(submission(frame))
            """)
    }

    private var sameMatter: HTML? {
        earlier.map { number in
            Notice(
                "您已经有一件“\(wizard.item.name)”正在办理",
                """
                <p>办件编号 <a href="\(ApplicantPath.progress(number))">\(number)</a>。如果是同一件事，不用再提交，到那里查看进度、补充材料或者撤回。</p>
                """, tone: .warning
            ).html
        }
    }

    /// What is missing stands on other pages, so each line leads to its page.
    private var missing: HTML? {
        guard !problems.isEmpty else { return nil }
        return """
            <div class="error-summary" role="alert" tabindex="-1" data-focus>
            <h2>还有 \(problems.count) 处没有填好</h2>
            <ul>\(each: problems, { "<li><a href=\"\(wizard.path(to: $0))\">\($0.sentence)</a></li>" })</ul>
            </div>
            """
    }

    private func answers(_ index: Int, _ page: FormPage) -> HTML {
        let change = ApplicationPath.page(wizard.draft.id, index + 1, returning: true)
        let form = wizard.form
        let shown = wizard.item.visibleNames(in: form)
        let rows = page.fields.filter { shown.contains($0.name) }.map { field in
            SummaryList.Row(
                field.label, wizard.words(of: field, in: form), provenance: wizard.provenance(of: field),
                change: field.calculated == nil ? "\(change)#f-\(field.inputName)" : nil)
        }
        return "<h2>\(page.title)</h2>\(SummaryList(rows).html)"
    }

    private var materials: HTML? {
        guard !wizard.item.askedMaterials.isEmpty else { return nil }
        let path = ApplicationPath.materials(wizard.draft.id)
        let rows = wizard.item.askedMaterials.map { material in
            SummaryList.Row(
                material.name, uploads(of: material), change: "\(path)#f-\(Wizard.inputName(of: material))")
        }
        return "<h2>材料</h2>\(SummaryList(rows).html)"
    }

    private func uploads(of material: Material) -> HTML {
        let uploads = wizard.draft.uploads(for: material.id)
        if uploads.isEmpty {
            return "<span class=\"hint\">\(material.isRequired ? "还没有上传" : "没有上传（选填）")</span>"
        }
        return HTML.joined(
            uploads.map { "<a href=\"\(ApplicationPath.file($0.fileID))\">\($0.name)</a>" }, separator: "<br>"
        )
    }

    private func submission(_ frame: WizardPage) -> HTML {
        guard problems.isEmpty else {
            return
                "<p class=\"actions\"><a class=\"button\" href=\"\(wizard.path(to: problems[0]))\">去补齐</a></p>"
        }
        if wizard.draft.isAtCounter, wizard.confirmed == nil {
            return ConfirmationPanel(
                wizard: wizard, errors: promiseErrors,
                awaitsCode: wizard.confirmation?.awaitsCode(for: wizard.content.digest, at: now) ?? false,
                token: token
            ).html
        }
        let promise = Field(
            Self.promise, "真实性承诺", .choices,
            options: [.init("true", "以上内容和材料真实、有效；如有虚假，愿意承担相应的法律责任")],
            error: promiseErrors[Self.promise])
        let promises = PromiseForm(wizard: wizard, choice: choice, errors: promiseErrors)
        let form = Form(
            action: ApplicationPath.submission(wizard.draft.id), token: token,
            fields: promises.fields + [promise],
            also: "<input type=\"hidden\" name=\"\(Self.version)\" value=\"\(wizard.service.version)\">",
            submit: "提交申请", secondary: frame.back ?? .empty)
        let confirmed = wizard.draft.isAtCounter ? wizard.confirmed : nil
        return promises.told
            + (confirmed.map { Notice("申请人已确认", "<p>\($0.words)</p>", tone: .done).html } ?? .empty)
            + form.html
    }
}
