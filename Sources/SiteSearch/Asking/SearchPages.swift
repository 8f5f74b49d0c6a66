import Government
import Services
import Storage
import Web

/// The search of the whole portal.
struct SearchPages: Sendable {
    let finding: Finding
    let database: Database
    /// What the sites are called, by their codes.
    let sites: @Sendable (Transaction) throws -> [String: String]
    let misses: Misses

    var routes: [Route] {
        [
            Route.get(SearchPath.search, .anyone, "搜索") { request, _ in try await show(request) }
                .inEveryLanguage
        ]
    }

    private func show(_ request: WebRequest) async throws -> WebResponse {
        let inquiry = Inquiry { request.query($0) }
        let answer = try await finding.answer(inquiry, after: request.query("after"))
        if answer.isMiss, !inquiry.isNarrowed, request.query("after") == nil {
            misses.add(inquiry.words, at: request.now)
        }
        let names = try await database.read { [sites] tx in
            (organs: try Directory.everyOrgan(in: tx).namesByKey, sites: try sites(tx))
        }
        return .page(
            ResultsPage(
                inquiry: inquiry, answer: answer, organs: names.organs, sites: names.sites,
                pager: Pager(next: answer.next, of: request)
            ).page)
    }
}

extension Directory {
    /// What organs are called, by their keys.
    func organNamesByKey() async throws -> [String: String] { try await everyOrgan().namesByKey }
}
