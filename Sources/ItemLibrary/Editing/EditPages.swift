import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// A group of a draft, to be filled in.
struct EditPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.group("{group}", of: "{id}"), .may(.editItems), "填写事项") { request, _ in
                .page(try await page(request))
            },
            .post(
                ItemLibraryPath.group("{group}", of: "{id}"), .may(.editItems), journal: "item.edited", "保存事项"
            ) { try await save($0, $1) },
        ]
    }

    private func page(
        _ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let group = try request.group
        let draft = try await desk.drafts.find(request.draftID).draft
        guard draft.state.isWritable, draft.purpose == .publish else {
            throw DomainError.conflict("这份草稿\(draft.state.chinese)，不能再填写。")
        }
        try group.require(draft.item)
        return EditPage(
            group: group, draft: draft,
            fields: group.fields(draft.item, try await desk.choices(), entered: entered, errors: errors),
            note: entered?["change_note"] ?? draft.note,
            // What was seen stays what was seen: somebody else may have saved meanwhile.
            revision: entered?["revision"].flatMap { Int($0) } ?? draft.revision, errors: errors,
            token: request.csrf
        ).page
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (group, id, form) = (try request.group, try request.draftID, try await request.form())
        let editor = try await desk.editor(officer, with: .editItems, request)
        do {
            try await desk.drafts.write(
                id, seen: form["revision"].flatMap { Int($0) } ?? -1, note: form["change_note"], by: editor,
                at: request.now
            ) { try group.apply(form, to: &$0) }
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(request, entered: form, errors: errors), status: .unprocessableContent)
        }
        let draft = try await desk.drafts.find(id).draft
        guard form["then"] == "next", let next = group.next(in: draft.item) else {
            return .redirect(to: ItemLibraryPath.draft(String(id)))
        }
        return .redirect(to: next.path(of: String(id)))
    }
}

extension WebRequest {
    fileprivate var group: ItemGroup {
        get throws {
            guard let group = ItemGroup(rawValue: try parameter("group")), group != .materials else {
                throw DomainError.notFound("没有这一组，可能链接不完整。")
            }
            return group
        }
    }
}

extension ItemGroup {
    /// The group after this one.
    func next(in item: ServiceItem) -> ItemGroup? {
        let all = Self.all(of: item)
        guard let place = all.firstIndex(of: self), place + 1 < all.count else { return nil }
        return all[place + 1]
    }
}

/// One group of a draft with its fields.
struct EditPage {
    let group: ItemGroup
    let draft: ItemDraft
    let fields: [Field]
    let note: String
    let revision: Int
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(draft.id) }

    var page: Page {
        Page(
            "\(group.title)：\(draft.item.name)",
            crumbs: ItemCrumbs.of(draft, Link(group.title, nil)), area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(group.title)</h1>
                <p class="lead">\(draft.item.name)</p>
                \(form)
                <p><a href="\(ItemLibraryPath.draft(id))">回到草稿，不保存</a></p>
                """)
    }

    private var form: HTML {
        let note = Field(
            "change_note", "修改说明", .longText, hint: "改了什么、为什么改，供审核的人了解。", isRequired: false, value: note,
            error: errors["change_note"])
        return Form(
            action: ItemLibraryPath.group(group.rawValue, of: id), token: token, fields: fields + [note],
            also: "<input type=\"hidden\" name=\"revision\" value=\"\(revision)\">", submit: "保存",
            secondary: group.next(in: draft.item).map { next in
                "<button class=\"button quiet\" name=\"then\" value=\"next\">保存，接着填“\(next.title)”</button>"
                    as HTML
            } ?? .empty
        ).html
    }
}
