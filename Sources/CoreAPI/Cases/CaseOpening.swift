import Cases
import Codes
import Identity
import Refusals
import Services
import Web

/// Opens a case for a program. Staff leave the line in the journal that they leave on the page, and see people's
/// numbers hidden unless they say what for; an applicant's own reading writes nothing.
struct CaseOpening: Sendable {
    let cases: Cases
    let library: ServiceLibrary

    /// The case as its caller may read it.
    ///
    /// - Throws: `notFound` for a case out of reach, `invalid` for a purpose that is none,
    ///   `forbidden` when the post lets them see no more, `ReadingNotRecorded`.
    func document(
        _ number: String, _ request: WebRequest, by caller: SignedIn,
        _ disclosure: Disclosure = .masked(error: nil)
    ) async throws -> CaseDocument {
        if case .masked(let error?) = disclosure { throw DomainError.invalid("purpose", error) }
        let view = try await cases.view(number, for: caller.viewer)
        guard caller.viewer.isStaff else { return CaseDocument(view, seenBy: caller.viewer) }
        let disclosure = try disclosure.within(view.grade(for: caller.account))
        let actor = try await caller.actor(request) { view.subject.actingOrgans }
        try await cases.record(disclosure, of: view.subject.number.text, by: actor)
        return CaseDocument(
            view, seenBy: caller.viewer,
            masking: disclosure.isWhole ? nil : FormMasking(item: try await item(of: view.subject)))
    }

    private func item(of subject: Case) async throws -> ServiceItem? {
        do {
            return try await library.service(subject.plan.code, version: subject.plan.version).item
        } catch DomainError.notFound {
            return nil
        }
    }
}

/// What somebody needs the whole of people's data for.
struct DisclosureInput: Codable, Sendable {
    let purpose: String
}
