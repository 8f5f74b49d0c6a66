import Government
import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// The library: its list, one item with its versions, the beginning of a draft, the end of an item.
struct ItemPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.items, .may(.readItems), "事项库") { .page(try await list($0, $1)) },
            .get(ItemLibraryPath.item("{slug}"), .may(.readItems), "事项") { .page(try await item($0, $1)) },
            .post(ItemLibraryPath.begin("{slug}"), .may(.editItems), journal: "item.drafted", "起草下一版") {
                request, officer in
                let editor = try await desk.editor(officer, with: .editItems, request)
                let id = try await desk.drafts.begin(
                    request.parameter("slug"), by: editor, at: request.now)
                return .redirect(to: ItemLibraryPath.draft(String(id)))
            },
            .post(ItemLibraryPath.end("{slug}"), .may(.editItems), journal: "item.end_asked", "提请注销事项") {
                try await end($0, $1)
            },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let filter = ItemFilter(request)
        let listing = try await ItemListing(desk, filter)
        let slice = try listing.page(after: request.query("after"))
        let types = try await desk.database.read { try ItemTypes.all(in: $0) }
        return ItemListPage(
            rows: slice.items, count: listing.rows.count, pager: Pager(next: slice.next, of: request),
            filter: filter, organs: try await desk.directory.everyOrgan(), types: types,
            mayEdit: officer.may(.editItems), waiting: try await desk.drafts.drafts(.submitted).items.count
        ).page
    }

    private func item(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let slug = try request.parameter("slug")
        let versions = try await desk.database.read { try ServiceLibrary.versions(of: slug, in: $0) }
        let drafts = try await desk.drafts.drafts(of: slug)
        guard !versions.isEmpty || !drafts.isEmpty else {
            throw DomainError.notFound("没有代号为“\(slug)”的事项。")
        }
        let editor = try await desk.editor(officer, with: .editItems, request)
        let organ = versions.first?.service.item.organ ?? drafts[0].item.organ
        return ItemPage(
            slug: slug, versions: versions, drafts: drafts, organNames: try await desk.organNames(),
            mayEdit: officer.may(.editItems) && editor.reaches(organ), entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    private func end(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let editor = try await desk.editor(officer, with: .editItems, request)
        do {
            guard let day = form["ends_on"].flatMap({ CivilDate(iso: $0) }) else {
                throw DomainError.invalid("ends_on", "日期请写成 2026-12-31 的样子。")
            }
            let id = try await desk.drafts.end(
                request.parameter("slug"), after: day, because: form["reason"] ?? "", by: editor,
                at: request.now)
            return .redirect(to: ItemLibraryPath.draft(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await item(request, officer, entered: form, errors: errors),
                status: .unprocessableContent)
        }
    }
}
