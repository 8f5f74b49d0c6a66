import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// The way to a draft: every route of an application goes through here.
struct DraftDoor: Sendable {
    let drafts: Drafts
    let library: ServiceLibrary
    let prechecks: PreChecks
    let reuse: LicenceReuse

    /// Hands the caller's own draft to a handler; one that has been handed in leads to its receipt, whatever
    /// was asked for, so that a form sent twice shows the same case.
    ///
    /// - Throws: `notFound` for a draft that is not the caller's.
    func open(
        _ request: WebRequest, _ caller: SignedIn, _ handle: (Wizard) async throws -> WebResponse
    ) async throws -> WebResponse {
        guard let id = Int64(try request.parameter("id")) else { throw Drafts.missing }
        let draft = try await drafts.draft(id, of: caller.accountID)
        if let number = draft.submittedNumber { return .redirect(to: ApplicationPath.receipt(number)) }
        let (service, changes) = try await offered(draft)
        return try await handle(
            Wizard(
                draft: draft, service: service, changes: changes,
                children: library.catalogue.children(of: service),
                precheck: try await prechecks.ofOwn(draft, account: caller.accountID),
                stale: try await stale(draft, service.item, request),
                confirmation: draft.isAtCounter
                    ? try await drafts.database.read { try Confirmations.find(draft.id, in: $0) } : nil))
    }

    /// A licence may have been revoked since it filled something in; nothing is looked up for a form that asks none.
    private func stale(_ draft: Draft, _ item: ServiceItem, _ request: WebRequest) async throws
        -> StaleAnswers
    {
        guard item.fields.contains(where: { $0.licence != nil && draft.known[$0.name] != nil }) else {
            return .none
        }
        let facts = try await reuse.facts(of: draft.applicant, on: request.now.day)
        return StaleAnswers(of: draft, for: item, facts)
    }

    /// Hands the caller's own draft to a handler, whether or not its item is still offered.
    ///
    /// - Throws: `notFound` for a draft that is not the caller's.
    func draft(_ request: WebRequest, _ caller: SignedIn) async throws -> Draft {
        guard let id = Int64(try request.parameter("id")) else { throw Drafts.missing }
        return try await drafts.draft(id, of: caller.accountID)
    }

    /// The item as it is offered today, and what it says otherwise than when the draft was begun. It may have got another
    /// code since, when its organ merged with another.
    ///
    /// - Throws: `conflict` when it is no longer offered.
    private func offered(_ draft: Draft) async throws -> (PublicService, [ItemChange]) {
        let now = library.catalogue.service(draft.itemCode)
        if let now, now.version == draft.itemVersion { return (now, []) }
        let begun = try await library.service(draft.itemCode, version: draft.itemVersion).item
        guard let service = now ?? library.catalogue.service(begun.slug) else {
            throw DomainError.conflict("「\(draft.itemName)」已经停止办理，这份申请不能再提交。您可以在“我的办件”删除它。")
        }
        return (service, service.item.changes(since: begun).filter(\.concernsApplicants))
    }
}
