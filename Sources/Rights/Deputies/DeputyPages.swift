import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Deputies for those who are away, organ by organ.
struct DeputyPages: Sendable {
    let delegations: Delegations
    let directory: Directory

    var routes: [Route] {
        [
            .get(RightsPath.deputies, .staff, "请假代理") { request, officer in try await show(request, officer)
            },
            .post(RightsPath.deputies, .staff, journal: "delegation.arranged", "安排代理") { request, officer in
                let entry = DeputyForm(try await request.form())
                let organ = try Self.organ(entry.organ, of: officer)
                do {
                    try await delegations.arrange(
                        away: entry.account("away"), deputy: entry.account("deputy"), in: organ, entry.term(),
                        reason: entry.reason, by: officer.actor(request, organ: organ), at: request.now)
                } catch let refusal as DomainError {
                    return try await show(request, officer, entry: entry, refusal: refusal)
                }
                return .redirect(to: "\(RightsPath.deputies)?organ=\(organ)")
            },
            .post(RightsPath.ending("{id}"), .staff, journal: "delegation.ended", "结束代理") {
                request, officer in
                let organ = try Self.organ(try await request.form()["organ"], of: officer)
                do {
                    try await delegations.end(
                        request.id("没有这项代理，可能链接不完整。"), by: officer.actor(request, organ: organ),
                        at: request.now)
                } catch DomainError.conflict(let sentence) {
                    return try await show(request, officer, refusal: .conflict(sentence))
                }
                return .redirect(to: "\(RightsPath.deputies)?organ=\(organ)")
            },
        ]
    }

    /// One of the officer's organs; the first where none is named.
    private static func organ(_ named: String?, of officer: OfficerContext) throws -> String {
        let organs = officer.account.posts.map(\.organ)
        guard let named, !named.isEmpty else { return organs[0] }
        guard organs.contains(named) else { throw DomainError.notFound("没有找到这个部门，可能链接不完整。") }
        return named
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entry: DeputyForm? = nil,
        refusal: DomainError? = nil
    ) async throws -> WebResponse {
        let organ = try Self.organ(entry?.organ ?? request.query("organ"), of: officer)
        let known = try await delegations.delegations(of: organ, after: request.query("after"))
        var errors: [FieldError] = []
        if case .invalid(let wrong)? = refusal { errors = wrong }
        let page = DeputyPage(
            organ: organ, organs: OrganNames(try await directory.organs()), delegations: known.items,
            members: try await delegations.members(of: organ, on: request.now.day),
            entry: entry ?? DeputyForm(FormData([("away", String(officer.account.id))])), errors: errors,
            refusal: errors.isEmpty ? refusal?.sentence : nil, pager: Pager(next: known.next, of: request),
            officer: officer, today: request.now.day, token: request.csrf)
        let status: HTTPResponse.Status =
            refusal == nil ? .ok : errors.isEmpty ? .conflict : .unprocessableContent
        return .page(page.page, status: status)
    }
}
