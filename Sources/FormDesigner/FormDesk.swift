import Government
import Identity
import Licences
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What the pages of the designer work with.
struct FormDesk: Sendable {
    let drafts: ItemDrafts
    let library: ServiceLibrary
    let directory: Directory
    let database: Database

    /// The form of an item as it is being drawn, or as it is offered where nobody draws.
    ///
    /// - Throws: `notFound` for an item that is neither offered nor drawn.
    func subject(_ slug: String) async throws -> FormSubject {
        if let open = try await drafts.open(of: slug), open.purpose == .publish {
            let (draft, check) = try await drafts.find(open.id)
            return FormSubject(item: draft.item, draft: draft, findings: check.findings)
        }
        return FormSubject(item: try library.service(slug).item, draft: nil, findings: [])
    }

    /// The officer as somebody who works on drafts: on those of their own organs, and in the bureau that runs the hall on
    /// those of every organ.
    func editor(_ officer: OfficerContext, _ request: WebRequest) async throws -> DraftEditor {
        let own = officer.account.organs(for: .designForms)
        let halls = try await directory.organs().filter { $0.kind == .hall }.map(\.key)
        let reachesAll = officer.account.reachesDistrict(with: .designForms) || !own.isDisjoint(with: halls)
        return DraftEditor(actor: officer.actor(request), organs: reachesAll ? nil : own)
    }

    /// What the types of licences in force can fill in.
    func licences(on day: CivilDate) async throws -> [LicencePrefill] {
        try await database.read { tx in
            try LicenceTypes.inForce(on: day, in: tx).flatMap { type in
                (type.fields + LicencePrefill.Heading.allCases.map(\.rawValue)).map {
                    LicencePrefill(type: type.code, name: type.name, fact: $0)
                }
            }
        }
    }

    /// Changes the form that is being drawn.
    ///
    /// - Throws: `conflict` when nothing is being drawn, or somebody else has saved since; what the change throws.
    func edit(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData,
        _ change: @escaping @Sendable (inout FormDesign) throws -> Void
    ) async throws {
        let slug = try request.parameter("slug")
        guard let draft = try await drafts.open(of: slug), draft.purpose == .publish else {
            throw DomainError.conflict("这张表单还没有开始修改，请先点“修改这张表单”。")
        }
        try await drafts.write(
            draft.id, seen: form["seen"].flatMap { Int($0) } ?? -1, by: editor(officer, request),
            at: request.now
        ) { item in
            var design = FormDesign(item.pages)
            try change(&design)
            item.pages = design.pages
        }
    }
}

/// A form, and how far its next version is.
struct FormSubject: Sendable {
    let item: ServiceItem
    /// The draft; nil while nobody draws.
    let draft: ItemDraft?
    let findings: [ItemFinding]

    /// Whether it can be changed now.
    var isWritable: Bool { draft?.state.isWritable == true }

    /// What is wrong with one question.
    func findings(of field: FormField) -> [ItemFinding] {
        let path = "pages.\(field.name)"
        return findings.filter { $0.path == path || $0.path.hasPrefix("\(path).") }
    }

    /// What is wrong with the form as a whole.
    var formFindings: [ItemFinding] {
        findings.filter { finding in
            finding.path == "pages"
                || finding.path.hasPrefix("pages.")
                    && !item.fields.contains { findings(of: $0).contains(finding) }
        }
    }
}
