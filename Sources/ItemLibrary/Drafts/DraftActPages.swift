import HTTPTypes
import Identity
import Refusals
import Services
import Web
import WorkingTime

/// What is done with a draft: handed in, approved, sent back, withdrawn.
struct DraftActPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            act("submission", .editItems, "item.submitted", "提交事项草稿") { drafts, id, form, editor, now in
                try await drafts.submit(
                    id, effectiveOn: try form.day("effective_on"), endsOn: try form.optionalDay("ends_on"),
                    by: editor, at: now)
            },
            act("approval", .reviewItems, "item.approved", "审核通过事项草稿") { drafts, id, _, editor, now in
                try await drafts.approve(id, by: editor, at: now)
            },
            act("return", .reviewItems, "item.returned", "退回事项草稿") { drafts, id, form, editor, now in
                try await drafts.sendBack(id, because: form["reason"] ?? "", by: editor, at: now)
            },
            act("withdrawal", .editItems, "item.withdrawn", "撤回事项草稿") { drafts, id, _, editor, now in
                try await drafts.withdraw(id, by: editor, at: now)
            },
        ]
    }

    private func act(
        _ name: String, _ power: Power, _ journal: String, _ title: String,
        _ perform:
            @escaping @Sendable (ItemDrafts, Int64, FormData, DraftEditor, Instant) async throws -> Void
    ) -> Route {
        .post(ItemLibraryPath.act(name, of: "{id}"), .may(power), journal: journal, title) {
            request, officer in
            let (id, form) = (try request.draftID, try await request.form())
            let editor = try await desk.editor(officer, with: power, request)
            do {
                try await perform(desk.drafts, id, form, editor, request.now)
                return .redirect(to: ItemLibraryPath.draft(String(id)))
            } catch DomainError.invalid(let errors) {
                return .page(
                    try await desk.draftPage(request, officer, entered: form, errors: errors),
                    status: .unprocessableContent)
            }
        }
    }
}

extension FormData {
    /// - Throws: `invalid` for what is no day.
    func day(_ name: String) throws -> CivilDate {
        guard let day = try optionalDay(name) else { throw DomainError.invalid(name, "请写明日期。") }
        return day
    }

    /// - Throws: `invalid` for what is no day.
    func optionalDay(_ name: String) throws -> CivilDate? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let day = CivilDate(iso: text) else {
            throw DomainError.invalid(name, "日期请写成 2026-12-31 的样子。")
        }
        return day
    }
}
