import Cases
import Codes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The matters somebody follows, as the public page of progress shows them: nothing of what was filled in.
struct FollowedPages: Sendable {
    let database: Database
    let cases: Cases

    var routes: [Route] {
        [
            .get(ProgressPath.followed("{id}"), .signedIn, "亲友的办件") { try await list($0, $1) },
            .get(ProgressPath.followed("{id}", "{number}"), .signedIn, "亲友的办件进度") {
                try await show($0, $1)
            },
        ]
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (follow, owner) = try await follow(request, caller)
        if case .matter(let number) = follow.scope {
            return .redirect(to: ProgressPath.followed(String(follow.id), number))
        }
        var filter = CaseFilter()
        filter.rootsOnly = true
        let matters = try await cases.list(filter, for: owner.ownMatters, after: request.query("after"))
        try await record(nil, of: owner, request, caller)
        return .page(
            FollowedListPage(
                follow: follow, matters: matters.items, now: request.now,
                pager: Pager(next: matters.next, of: request)
            ).page)
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (follow, owner) = try await follow(request, caller)
        let view = try await cases.view(try request.parameter("number"), for: owner.ownMatters)
        let numbers = Set([view.subject, view.parent].compactMap { $0?.number.text })
        guard follow.reaches(numbers, on: request.now.day) else { throw Follow.unknown }
        try await record(view.subject, of: owner, request, caller)
        return .page(FollowedCasePage(follow: follow, view: view).page)
    }

    /// - Throws: `notFound` for one that is not the caller's, is over, or whose owner's account is closed.
    private func follow(_ request: WebRequest, _ caller: SignedIn) async throws -> (Follow, Account) {
        let (id, day) = (try request.id(Follow.unknown.sentence), request.now.day)
        return try await database.read { tx in
            guard let follow = try FollowStore.find(id, in: tx),
                follow.follower.accountID == caller.accountID, follow.state(on: day) == .inForce,
                let owner = try Accounts.account(follow.owner.accountID, on: day, in: tx)
            else { throw Follow.unknown }
            return (follow, owner)
        }
    }

    /// A look at somebody else's matters is written down before it is answered: in the matter, unless that keeps its
    /// author's name from whoever reads there.
    private func record(
        _ subject: Case?, of owner: Account, _ request: WebRequest, _ caller: SignedIn
    ) async throws {
        let named = subject.flatMap { $0.applicant.pseudonym == nil ? $0.number.text : nil }
        let entry = JournalEntry(
            at: request.now, actor: caller.actor(request), action: "case.progress_read",
            subject: named ?? "account:\(owner.id)",
            sentence: "\(caller.account.displayName)作为亲友查看了\(owner.displayName)的办理进度。")
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }
}
