import Cases
import Desk
import Refusals
import Services
import Web

/// A draft with its service: the steps of the application, where each leads, and what is still missing.
struct Wizard: Sendable {
    let draft: Draft
    let service: PublicService
    /// What the item says otherwise than when the draft was begun, as far as it touches who applies.
    var changes: [ItemChange] = []
    /// The services a joint service is made of.
    var children: [PublicService] = []
    /// What the hall said of it before it is handed in; `nil` when it was not asked.
    var precheck: PreCheck?
    /// What a licence filled in and no longer says.
    var stale = StaleAnswers.none
    /// The applicant's yes at the counter, or the code by which it was asked for.
    var confirmation: ApplicantConfirmation?

    var item: ServiceItem { service.item }

    /// The answers to the questions the item has today, with what follows from them; the item may have changed since the
    /// draft began.
    var form: FormAnswers {
        let asked = Set(item.fields.map(\.name))
        return item.completed(draft.form.filter { asked.contains($0.key) })
    }

    /// Who may sign.
    var signatories: Set<String> { draft.applicant.signatories }

    private var hasMaterials: Bool { !item.askedMaterials.isEmpty }

    /// The names of the steps.
    var steps: [String] { item.pages.map(\.title) + (hasMaterials ? ["上传材料"] : []) + ["核对提交"] }

    /// The page with this number, from 1.
    ///
    /// - Throws: `notFound`.
    func page(_ number: Int) throws -> FormPage {
        guard item.pages.indices.contains(number - 1) else { throw DomainError.notFound("这份申请没有这一页。") }
        return item.pages[number - 1]
    }

    /// Where a step is, counted from 0.
    func path(ofStep step: Int) -> String {
        if item.pages.indices.contains(step) { return ApplicationPath.page(draft.id, step + 1) }
        return hasMaterials && step == item.pages.count
            ? ApplicationPath.materials(draft.id) : ApplicationPath.check(draft.id)
    }

    /// Where to go on: the first step on which something is missing.
    var path: String {
        guard let error = problems.first else { return ApplicationPath.check(draft.id) }
        return path(to: error, returning: false)
    }

    /// What keeps the application from being handed in, in the order of its pages.
    var problems: [FieldError] {
        let shown = item.visibleNames(in: form)
        return item.check(form, signedBy: signatories)
            + stale.errors(among: item.fields.filter { shown.contains($0.name) }) + missingMaterials
    }

    private var missingMaterials: [FieldError] {
        missing.filter { !mayPromise($0) }
            .map { FieldError(Wizard.inputName(of: $0), "请上传「\($0.name)」。") }
    }

    /// The page on which a problem is solved, at the field.
    func path(to error: FieldError, returning: Bool = true) -> String {
        let page = item.pages.firstIndex { $0.fields.contains { $0.inputName == error.field } }
        let path =
            page.map { ApplicationPath.page(draft.id, $0 + 1, returning: returning) }
            ?? ApplicationPath.materials(draft.id)
        return "\(path)#f-\(error.field)"
    }

    /// The file that answers a question.
    func upload(answering field: FormField) -> DraftMaterial? {
        if field.kind == .signature { return draft.uploads(for: field.drawingName).last }
        return draft.uploads(for: field.inputName).first { String($0.fileID) == draft.form[field.name]?.text }
    }

    /// The answer to a question as a person reads it.
    func words(of field: FormField, in form: FormAnswers) -> HTML {
        guard let upload = upload(answering: field) else { return field.words(for: form[field.name]) }
        let link: HTML = "<a href=\"\(ApplicationPath.file(upload.fileID))\">\(upload.name)</a>"
        return field.kind == .signature ? "\(field.words(for: form[field.name]))（\(link)）" : link
    }

    /// The name of a material's upload field, and of what is wrong with it.
    static func inputName(of material: Material) -> String { "materials.\(material.id)" }

    /// Where the answer comes from, while it is still what the government filled in.
    func provenance(of field: FormField) -> String? {
        guard let known = draft.known[field.name], draft.form[field.name] == known, !stale.contains(field)
        else { return nil }
        return field.provenance
    }
}

extension Applicant {
    /// Who may sign: the applicant, and whoever files for them.
    var signatories: Set<String> { Set([name] + [agentName].compactMap(\.self)) }
}
