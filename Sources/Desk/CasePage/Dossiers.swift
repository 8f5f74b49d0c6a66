import Cases
import Government
import Identity
import Licences
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// Opens dossiers, and records who looked.
struct Dossiers: Sendable {
    let cases: Cases
    let library: ServiceLibrary
    let directory: Directory
    let database: Database
    /// The pages that features have for a case.
    var links: @Sendable (Case, OfficerContext) -> [Link] = { _, _ in [] }
    /// What was said in a case that is no application for a service; nil for every other.
    var words: @Sendable (Case) -> [(label: String, words: String)]? = { _ in nil }

    /// Reads a case for its page and records the reading before anything leaves the house.
    ///
    /// - Throws: `notFound` when the officer may not see it, `forbidden` when they ask for more than their post
    ///   lets them see, ``ReadingNotRecorded`` when the journal cannot be
    ///   written: personal data is then not shown.
    func open(
        _ number: String, _ request: WebRequest, _ officer: OfficerContext,
        _ disclosure: Disclosure = .masked(error: nil)
    ) async throws -> Dossier {
        let view = try await cases.view(number, for: officer.viewer)
        let grade = view.grade(for: officer.account)
        let disclosure = try disclosure.within(grade)
        let names = try await directory.organNames()
        let duties = CaseDuties(
            matter: view.matter, subject: view.subject, definition: view.definition,
            account: officer.account, calendar: view.calendar, now: view.now)
        let materials = (view.parent ?? view.subject).materials
        let licences = try await database.read {
            try UsedLicences.among(materials, on: view.now.day, in: $0)
        }
        let dossier = Dossier(
            view: view, item: try await item(of: view.subject),
            organs: names,
            colleagues: try await members(of: duties.organ, on: request.now.day), duties: duties,
            disclosure: disclosure, grade: grade, licences: licences, links: links(view.subject, officer),
            words: words(view.subject))
        try await cases.record(
            disclosure, of: dossier.number, by: officer.actor(request, organ: duties.organ))
        return dossier
    }

    /// Everybody who works in an organ.
    func members(of organ: String?, on day: CivilDate) async throws -> [OrganMember] {
        guard let organ else { return [] }
        return try await database.read { try Accounts.members(of: organ, on: day, in: $0) }
    }

    private func item(of subject: Case) async throws -> ServiceItem? {
        do {
            return try await library.service(subject.plan.code, version: subject.plan.version).item
        } catch DomainError.notFound {
            return nil
        }
    }
}
