import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// What deputies see and where they propose.
struct OversightPages: Sendable {
    let office: OversightOffice

    var routes: [Route] {
        [
            .get(OversightPath.home, .may(.readOversight), "代表监督") { request, officer in
                .page(try await home(request, officer))
            },
            .post(
                OversightPath.proposals, .may(.propose), journal: "deputy_proposal.raised", "提出督办建议"
            ) { request, officer in
                let form = try await request.form()
                do {
                    let id = try await office.raise(form, by: officer.actor(request), at: request.now)
                    return .redirect(to: OversightPath.proposal(String(id)))
                } catch DomainError.invalid(let errors) {
                    return .page(
                        try await home(request, officer, entered: form, errors: errors),
                        status: .unprocessableContent)
                }
            },
            .get(OversightPath.proposal("{id}"), .may(.propose), "我的督办建议") { request, officer in
                let id = try request.id(ProposalStore.missing)
                let names = try await office.names()
                let followed = try await office.database.read { tx in
                    try office.followed([ProposalStore.proposal(id, of: officer.account.id, in: tx)], in: tx)
                }
                guard let one = followed.first else { throw DomainError.notFound(ProposalStore.missing) }
                return .page(ProposalPage(followed: one, names: names).page)
            },
        ]
    }

    private func home(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (now, account) = (request.now, officer.account.id)
        let organs = try await office.directory.organs().filter(\.isLiving)
        let names = try await office.names()
        return try await office.database.read { tx in
            let own = try ProposalStore.list(of: account, after: request.query("after"), in: tx)
            return OversightPage(
                standings: try office.sources.standings(tx), cards: try office.sources.cards(now, tx),
                bulletins: try office.sources.bulletins(tx), own: try office.followed(own.items, in: tx),
                organs: organs, names: names, entered: entered, errors: errors, token: request.csrf,
                pager: Pager(next: own.next, of: request)
            ).page
        }
    }
}
