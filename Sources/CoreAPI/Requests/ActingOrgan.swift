import Cases
import Identity
import Journal
import Web

extension SignedIn {
    /// Who acts with this request, for the organ the matter asks for when the account holds posts in several.
    ///
    /// - Parameter organs: the organs that may act, the most likely one first; only looked up where it matters.
    func actor(_ request: WebRequest, for organs: () async throws -> [String]) async throws -> Actor {
        let own = Set(account.posts.map(\.organ))
        guard own.count > 1 else { return actor(request) }
        return actor(request, organ: try await organs().first(where: own.contains))
    }
}

extension Case {
    /// The organs that have something to do in this case now, then the one in charge.
    var actingOrgans: [String] { openTasks.map(\.organ) + [plan.organ] }
}
