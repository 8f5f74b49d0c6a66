import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The staff, one by one: what posts they hold, and how that is changed.
struct StaffPages: Sendable {
    let posts: Posts
    let directory: Directory

    var routes: [Route] {
        [
            .get(RightsPath.staff, .may(.readPosts), "账号与岗位") { request, _ in
                let search = StaffSearch(text: request.query("q") ?? "", organ: request.query("organ"))
                let found = try await posts.staff(search, after: request.query("after"))
                return .page(
                    StaffListPage(
                        staff: found.items, search: search, organs: try await names,
                        pager: Pager(next: found.next, of: request), today: request.now.day
                    ).page)
            },
            .get(RightsPath.holder("{id}"), .may(.readPosts), "人员岗位") {
                request, officer in try await show(request, officer)
            },
            .post(
                RightsPath.asking(for: "{id}"), .may(.askPosts), journal: "post.asked", "提出岗位变动"
            ) { request, officer in
                let (id, entry) = (try id(request), PostForm(try await request.form()))
                do {
                    try await posts.ask(
                        entry.kind, entry.post(), entry.term(),
                        office: entry.office.isEmpty ? nil : entry.office,
                        for: id, reason: entry.reason, by: officer.actor(request), at: request.now)
                } catch let refusal as DomainError {
                    return try await show(request, officer, entry: entry, refusal: refusal)
                }
                return .redirect(to: "\(RightsPath.holder(String(id)))?done=asked")
            },
        ]
    }

    private var names: OrganNames {
        get async throws { OrganNames(try await directory.organs(), try await directory.everyOffice()) }
    }

    private func id(_ request: WebRequest) throws -> Int64 {
        try request.id("没有找到这个账号，可能链接不完整。")
    }

    /// What stands in the way is said on the page.
    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entry: PostForm = .empty,
        refusal: DomainError? = nil
    ) async throws -> WebResponse {
        let (holder, changes) = try await posts.holder(id(request))
        var errors: [FieldError] = []
        if case .invalid(let wrong)? = refusal { errors = wrong }
        let page = StaffPage(
            holder: holder, changes: changes, organs: try await names, entry: entry,
            errors: errors, refusal: errors.isEmpty ? refusal?.sentence : nil,
            isAsked: request.query("done") == "asked", officer: officer, today: request.now.day,
            token: request.csrf)
        return .page(page.page, status: refusal.map { $0.status } ?? .ok)
    }
}

extension DomainError {
    /// The status of a page that says why.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .forbidden: .forbidden
        default: .conflict
        }
    }
}
