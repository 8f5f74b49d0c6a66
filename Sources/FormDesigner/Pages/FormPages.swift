import Government
import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web

/// The forms, and one with all its pages.
struct FormPages: Sendable {
    let desk: FormDesk

    var routes: [Route] {
        [
            .get(FormDesignerPath.forms, .may(.designForms), "表单设计") { request, _ in
                .page(try await list(request))
            },
            .get(FormDesignerPath.form("{slug}"), .may(.designForms), "事项的表单") { request, officer in
                .page(try await desk.page(request, officer))
            },
            .post(
                FormDesignerPath.draft("{slug}"), .may(.designForms), journal: "item.drafted", "修改表单"
            ) { request, officer in
                let slug = try request.parameter("slug")
                _ = try await desk.drafts.begin(slug, by: desk.editor(officer, request), at: request.now)
                return .redirect(to: FormDesignerPath.form(slug))
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> Page {
        let query = ServiceQuery(words: request.query("q"), organ: request.query("organ"))
        let slice = try desk.library.catalogue.page(query, after: request.query("after"))
        let organs = try await desk.directory.organs()
        let offered = Set(desk.library.catalogue.services.map(\.item.organ))
        return FormListPage(
            services: slice.items,
            organs: organs.filter { offered.contains($0.key) }.map { ($0.key, $0.name) },
            query: query, pager: Pager(next: slice.next, of: request)
        ).page
    }
}

extension FormDesk {
    /// The page of a form, with what was entered and refused.
    func page(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let subject = try await subject(try request.parameter("slug"))
        return DesignPage(
            subject: subject, mayEdit: try await editor(officer, request).reaches(subject.item.organ),
            entered: entered, errors: errors, token: request.csrf
        ).page
    }

    /// A change of a form, whose page shows again what was refused.
    func change(
        _ request: WebRequest, _ officer: OfficerContext,
        _ change: @escaping @Sendable (FormData, inout FormDesign) throws -> Void
    ) async throws -> WebResponse {
        let (slug, form) = (try request.parameter("slug"), try await request.form())
        do {
            try await edit(request, officer, form) { try change(form, &$0) }
            return .redirect(to: "\(FormDesignerPath.form(slug))\(form["back"].map { "#\($0)" } ?? "")")
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }
}
