import Government
import Identity
import Storage
import Web
import WorkingTime

/// Who may do what, and why.
struct RightsPages: Sendable {
    let posts: Posts
    let directory: Directory
    let grants: GrantChanges
    let powers: PowerList
    /// Everything that can be done.
    let explained: [Route]

    var routes: [Route] {
        [
            .get(RightsPath.rights, .staff, "权限说明") { request, officer in
                let role = request.query("role").flatMap(Role.init(rawValue:))
                let organs = OrganNames(try await directory.organs())
                let acts = explained.filter { $0.operation == nil }
                return .page(
                    RightsPage(
                        acts: acts, role: role, holder: try await holder(request, officer), organs: organs,
                        grants: grants.grants(on: request.now.day), powers: powers, today: request.now.day
                    ).page)
            }
        ]
    }

    /// Administrators may ask about anybody, everybody else about themselves.
    private func holder(_ request: WebRequest, _ officer: OfficerContext) async throws -> PostHolder? {
        guard request.query("role") == nil else { return nil }
        let named = request.query("account").flatMap { Int64($0) }
        guard let named, officer.may(.readPosts) else {
            return try await posts.holder(officer.account.id).holder
        }
        return try await posts.holder(named).holder
    }
}
