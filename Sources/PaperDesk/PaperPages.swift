import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Web

/// Templates of papers: the list, one form with its draft, and what is done with it.
struct PaperPages: Sendable {
    let templates: PaperTemplates
    let library: PaperLibrary

    var routes: [Route] {
        [
            .get(PaperDeskPath.papers, .may(.readPapers), "文书模板") { _, _ in
                let drafts = try await templates.drafts()
                return .page(PaperListPage(inForce: library.template(of:), drafts: drafts).page)
            },
            .get(PaperDeskPath.paper("{form}"), .may(.readPapers), "文书模板") { request, officer in
                .page(try await page(request, officer).page)
            },
            .post(PaperDeskPath.paper("{form}"), .may(.editPapers), journal: "paper.drafted", "保存文书模板的草稿") {
                try await save($0, $1)
            },
            .get(PaperDeskPath.preview("{form}"), .may(.readPapers), "预览文书（PDF）") { request, _ in
                try await preview(request)
            },
            .post(
                PaperDeskPath.publication("{form}"), .may(.publishPapers), journal: "paper.published",
                "公布文书模板"
            ) { request, officer in
                let form = try form(request)
                let seen = Int(try await request.form()["revision"] ?? "") ?? 0
                try await templates.publish(form, seen: seen, by: officer.actor(request), at: request.now)
                return .redirect(to: PaperDeskPath.paper(form.rawValue))
            },
            .post(PaperDeskPath.discard("{form}"), .may(.editPapers), journal: "paper.discarded", "放弃文书模板的草稿")
            {
                request, officer in
                let form = try form(request)
                try await templates.discard(form, by: officer.actor(request), at: request.now)
                return .redirect(to: PaperDeskPath.paper(form.rawValue))
            },
        ]
    }

    private func form(_ request: WebRequest) throws -> PaperForm {
        guard let form = PaperForm(rawValue: try request.parameter("form")) else {
            throw DomainError.notFound("没有这种文书。")
        }
        return form
    }

    private func page(_ request: WebRequest, _ officer: OfficerContext) async throws -> PaperPage {
        let form = try form(request)
        return PaperPage(
            form: form, inForce: library.template(of: form), versions: try await templates.versions(of: form),
            mayEdit: officer.may(.editPapers), mayPublish: officer.may(.publishPapers),
            account: officer.account.id, token: request.csrf)
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try form(request)
        let entry = try await request.form()
        let template = PaperTemplate(form: form, title: entry["title"] ?? "", text: entry["text"] ?? "")
        do {
            try await templates.save(
                template, seen: Int(entry["revision"] ?? "") ?? 0, by: officer.actor(request), at: request.now
            )
        } catch DomainError.invalid(let errors) {
            var page = try await page(request, officer)
            (page.entered, page.errors) = (template, errors)
            return .page(page.page, status: .unprocessableContent)
        }
        return .redirect(to: PaperDeskPath.paper(form.rawValue))
    }

    private func preview(_ request: WebRequest) async throws -> WebResponse {
        let form = try form(request)
        let draft = try await templates.versions(of: form).first { $0.state == .draft }
        guard let template = draft?.template ?? library.template(of: form)?.template else {
            throw DomainError.notFound("这种文书还没有模板。")
        }
        let bytes = try await PaperPreview(template: template).pdf(at: request.now)
        return WebResponse.file(
            bytes, name: "\(template.title)（预览）.pdf", contentType: "application/pdf", disposition: .inline
        ).header("Cache-Control", "private, no-store")
    }
}
