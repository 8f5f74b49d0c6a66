import Cases
import Codes
import Refusals
import Web
import WorkingTime

/// The form for what was promised: until when, and a place for each file.
struct PromisedPage {
    let subject: Case
    let errors: [FieldError]
    let token: CSRFToken
    let limitMegabytes: Int

    var page: Page {
        let number = subject.number.text
        return Page(
            "补交承诺的材料",
            crumbs: [
                Link("我的办件", ApplicantPath.cases), Link(number, ApplicantPath.progress(number)),
                Link("补交承诺的材料", nil),
            ],
            body: """
                \(ErrorSummary(atFields).html)
                <h1>补交承诺的材料</h1>
                <p class="lead">\(subject.plan.name) · \(subject.applicant.name)</p>
                <p>\(until)可以分几次补交。每个文件不超过 \(limitMegabytes) MB。</p>
                \(Form(
                    action: ApplicantPath.promised(number), token: token, fields: fields, submit: "提交",
                    secondary: "<a class=\"button quiet\" href=\"\(ApplicantPath.progress(number))\">以后再补</a>"
                ).html)
                """)
    }

    private var until: String {
        guard let deferral = subject.deferral, let due = deferral.dueAt?.day else { return "" }
        return deferral.lapsedAt == nil
            ? "请在\(due.chinese)前补齐。" : "补交的期限（\(due.chinese)）已过，作出决定以前仍可补交。"
    }

    private var fields: [Field] {
        (subject.deferral?.outstanding ?? []).map { item in
            let name = EvidenceUpload.fieldName(item.requirement)
            return Field(
                name, item.name, .file, isRequired: false, error: errors[name] ?? unplaced(item),
                accept: MaterialsPage.accept)
        }
    }

    /// What is wrong with the whole stands at the first file.
    private func unplaced(_ item: Deferral.Item) -> Sentence? {
        item == subject.deferral?.outstanding.first ? errors["materials"] : nil
    }

    private var atFields: [FieldError] {
        let first = subject.deferral?.outstanding.first.map { EvidenceUpload.fieldName($0.requirement) }
        return errors.map { $0.field == "materials" ? FieldError(first ?? $0.field, $0.sentence) : $0 }
    }
}
