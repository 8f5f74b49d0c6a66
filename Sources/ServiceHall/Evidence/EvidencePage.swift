import Cases
import Codes
import Files
import Refusals
import Web
import WorkingTime

/// The 补正 form: exactly what is missing, by organ, a place for each file, and one button.
struct EvidencePage {
    let subject: Case
    let demand: EvidenceDemand
    let upload: EvidenceUpload
    let errors: [FieldError]
    let token: CSRFToken
    let limitMegabytes: Int

    private static let accepted = MediaType.materials.flatMap { $0.endings.sorted() }.map { ".\($0)" }
        .joined(separator: ",")

    var page: Page {
        let number = subject.number.text
        return Page(
            "补正材料",
            crumbs: [
                Link("我的办件", ApplicantPath.cases), Link(number, ApplicantPath.progress(number)),
                Link("补正材料", nil),
            ],
            body: """
                \(ErrorSummary(errors).html)
                <h1>补正材料</h1>
                <p class="lead">\(subject.plan.name) · \(subject.applicant.name)</p>
                <p>下面是各部门一次性告知的全部内容，以后不会再要求补正别的。每个文件不超过 \(limitMegabytes) MB，可以是 PDF、图片、Word、Excel 或 OFD。</p>
                <form class="form" method="post" action="\(ApplicantPath.evidence(number))" enctype="multipart/form-data" novalidate>
                \(token.field)
                \(each: demand.groups, list)
                <h2>上传材料</h2>
                \(each: demand.requirements, { input($0.requirement ?? "", $0.words, isRequired: true) })
                \(others)\(note.html)
                <p class="actions"><button class="button">提交补正</button>
                <a class="button quiet" href="\(ApplicantPath.progress(number))">以后再补</a></p></form>
                """)
    }

    private func list(_ group: EvidenceDemand.Group) -> HTML {
        Card("\(group.organ)要求", "<ul>\(each: group.items, { "<li>\($0.words)</li>" })</ul>").html
    }

    private var others: HTML {
        guard !demand.others.isEmpty else { return .empty }
        return """
            <details class="more"><summary>还要提交或更换其他材料</summary>
            \(each: demand.others, { input($0.id, $0.name, isRequired: false) })</details>
            """
    }

    private func input(_ requirement: String, _ label: String, isRequired: Bool) -> HTML {
        let name = EvidenceUpload.fieldName(requirement)
        let received = upload.received.first { $0.requirement == requirement }
        let field = Field(
            name, label, .file, isRequired: isRequired, value: received?.name ?? "", error: errors[name],
            accept: Self.accepted)
        guard let received else { return field.html }
        return
            "\(field.html)<input type=\"hidden\" name=\"\(EvidenceUpload.keptName(requirement))\" value=\"\(received.fileID)\">"
    }

    private var note: Field {
        Field(
            "note", "情况说明", .longText, hint: "部门要求说明的情况，或不能提供某份材料的原因，写在这里。", isRequired: false,
            value: upload.note, error: errors["note"] ?? errors["opinion"] ?? errors["materials"])
    }
}
