import Identity
import Refusals
import Services
import Web

/// The way to a draft: every route of an application goes through here.
struct DraftDoor: Sendable {
    let drafts: Drafts
    let library: ServiceLibrary
    let prechecks: PreChecks

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
        let service = try library.service(draft.itemCode)
        return try await handle(
            Wizard(
                draft: draft, service: service, children: library.catalogue.children(of: service),
                precheck: try await prechecks.ofOwn(draft, account: caller.accountID)))
    }
}
