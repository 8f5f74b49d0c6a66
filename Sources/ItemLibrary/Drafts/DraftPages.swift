import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// The drafts: those under way, and one of them with everything that is wrong with it and what it changes.
struct DraftPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.drafts, .may(.readItems), "事项草稿") { request, _ in
                let state = request.query("state").flatMap(ItemDraft.State.init(rawValue:)) ?? .submitted
                let drafts = try await desk.drafts.drafts(state, after: request.query("after"))
                return .page(
                    DraftListPage(
                        state: state, drafts: drafts.items, pager: Pager(next: drafts.next, of: request),
                        organNames: try await desk.organNames()
                    ).page)
            },
            .get(ItemLibraryPath.draft("{id}"), .may(.readItems), "事项草稿") { request, officer in
                .page(try await desk.draftPage(request, officer))
            },
        ]
    }
}

extension WebRequest {
    /// The draft in the path.
    var draftID: Int64 {
        get throws { try id("没有这份事项草稿，可能链接不完整。") }
    }
}

extension ItemDesk {
    /// The page of a draft, with what was entered at the foot of it.
    func draftPage(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> Page {
        let (draft, check) = try await drafts.find(request.draftID)
        let slug = draft.item.slug
        let base = try await database.read { tx in
            try ServiceLibrary.versions(of: slug, in: tx).first { $0.id == draft.basedOn }
        }
        let editor = try await editor(officer, with: .editItems, request)
        let reviewer = try await self.editor(officer, with: .reviewItems, request)
        return DraftPage(
            draft: draft, check: check, base: base, organNames: try await organNames(),
            mayEdit: officer.may(.editItems) && editor.reaches(draft.item.organ),
            mayReview: officer.may(.reviewItems) && reviewer.reaches(draft.item.organ)
                && !draft.writers.contains(officer.account.id),
            entered: entered, errors: errors, today: request.now.day, token: request.csrf
        ).page
    }
}

/// The drafts in a state.
struct DraftListPage {
    let state: ItemDraft.State
    let drafts: [ItemDraft]
    let pager: Pager
    let organNames: [String: String]

    var page: Page {
        Page(
            "事项草稿", crumbs: [Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items), Link("事项草稿", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>事项草稿</h1>
                <form class="filters" action="\(ItemLibraryPath.drafts)">
                <div class="filter"><label class="label" for="state">状态</label>
                <select class="input" id="state" name="state">\(each: ItemDraft.State.allCases, { state in
                    "<option value=\"\(state.rawValue)\"\(attribute: "selected", if: state == self.state)>\(state.chinese)</option>"
                })</select></div><button class="button quiet">查看</button></form>
                \(drafts.isEmpty ? EmptyState("没有\(state.chinese)的草稿").html : table)
                \(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "事项草稿",
            columns: [.init("事项"), .init("实施主体"), .init("状态"), .init("起草"), .init("生效日期")],
            rows: drafts.map { draft in
                [
                    """
                    <a href="\(ItemLibraryPath.draft(String(draft.id)))">\(draft.item.name)</a><br>
                    <span class="quiet-words">\(draft.note)</span>
                    """,
                    "\(organNames[draft.item.organ] ?? draft.item.organ)", draft.state.badge(draft.purpose),
                    "\(draft.author.name) \(draft.author.at.shortChinese)",
                    "\(draft.effectiveOn?.iso ?? "—")",
                ]
            }
        ).html
    }
}
