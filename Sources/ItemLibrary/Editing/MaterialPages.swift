import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// The materials of a draft: a list, and a page for each.
struct MaterialPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        let material = "{material}"
        return [
            .get(ItemLibraryPath.materials(of: "{id}"), .may(.editItems), "申请材料") { request, _ in
                .page(MaterialListPage(draft: try await draft(request), token: request.csrf).page)
            },
            .get(ItemLibraryPath.newMaterial(of: "{id}"), .may(.editItems), "添加材料") { request, _ in
                .page(try await page(request))
            },
            .post(ItemLibraryPath.newMaterial(of: "{id}"), .may(.editItems), journal: "item.edited", "添加材料") {
                try await save($0, $1)
            },
            .get(ItemLibraryPath.material(material, of: "{id}"), .may(.editItems), "一份材料") { request, _ in
                .page(try await page(request))
            },
            .post(
                ItemLibraryPath.material(material, of: "{id}"), .may(.editItems), journal: "item.edited",
                "保存一份材料"
            ) { try await save($0, $1) },
            change("removal", "去掉一份材料") { item, id, _ in try item.removeMaterial(id) },
            change("position", "移动一份材料") { item, id, form in
                try item.moveMaterial(id, up: form["direction"] == "up")
            },
        ]
    }

    private func change(
        _ act: String, _ title: String,
        _ rule: @escaping @Sendable (inout ServiceItem, String, FormData) throws -> Void
    ) -> Route {
        .post(
            ItemLibraryPath.material("{material}", of: "{id}") + "/\(act)", .may(.editItems),
            journal: "item.edited", title
        ) { request, officer in
            let (id, material) = (try request.draftID, try request.parameter("material"))
            let form = try await request.form()
            try await write(id, form, request, officer) { try rule(&$0, material, form) }
            return .redirect(to: ItemLibraryPath.materials(of: String(id)))
        }
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.draftID, try await request.form())
        let known = try? request.parameter("material")
        do {
            try await write(id, form, request, officer) { item in
                let blank = Material(id: try known ?? MaterialPart.id(form, in: item), name: "")
                let before = known == nil ? blank : try Self.material(blank.id, of: item)
                try item.keep(MaterialPart.read(form, into: before, of: item))
            }
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(request, entered: form, errors: errors), status: .unprocessableContent)
        }
        let isMore = form["then"] == "more"
        return .redirect(
            to: isMore
                ? ItemLibraryPath.newMaterial(of: String(id)) : ItemLibraryPath.materials(of: String(id)))
    }

    private func write(
        _ id: Int64, _ form: FormData, _ request: WebRequest, _ officer: OfficerContext,
        _ change: @escaping @Sendable (inout ServiceItem) throws -> Void
    ) async throws {
        let editor = try await desk.editor(officer, with: .editItems, request)
        try await desk.drafts.write(
            id, seen: form["revision"].flatMap { Int($0) } ?? -1, by: editor, at: request.now, change)
    }

    private func page(
        _ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let draft = try await draft(request)
        let id = try? request.parameter("material")
        let material = try id.map { try Self.material($0, of: draft.item) }
        let fields = MaterialPart.fields(
            material ?? Material(id: "", name: ""), of: draft.item, try await desk.choices(),
            isNew: material == nil, entered: entered, errors: errors)
        return MaterialPage(
            draft: draft, material: material, fields: fields,
            revision: entered?["revision"].flatMap { Int($0) } ?? draft.revision, errors: errors,
            token: request.csrf
        ).page
    }

    private func draft(_ request: WebRequest) async throws -> ItemDraft {
        let draft = try await desk.drafts.find(request.draftID).draft
        guard draft.state.isWritable, draft.purpose == .publish else {
            throw DomainError.conflict("这份草稿\(draft.state.chinese)，不能再填写。")
        }
        return draft
    }

    private static func material(_ id: String, of item: ServiceItem) throws -> Material {
        guard let material = item.materials.first(where: { $0.id == id }) else {
            throw DomainError.notFound("没有这份材料，可能刚被别人去掉。")
        }
        return material
    }
}
