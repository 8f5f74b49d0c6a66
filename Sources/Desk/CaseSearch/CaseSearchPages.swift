import Cases
import Government
import Identity
import Licences
import Storage
import Web

/// Finding a case by its number, its service or its applicant, among those the officer may see.
struct CaseSearchPages: Sendable {
    let cases: Cases
    let directory: Directory

    var routes: [Route] {
        [.get(DeskPath.search, .staff, "查找办件") { request, officer in try await show(request, officer) }]
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let search = CaseSearch(request, officer: officer)
        let found = try await cases.list(
            search.filter(now: cases.now), for: officer.viewer, after: request.query("after"))
        let page = CaseSearchPage(
            search: search, rows: found.items, pager: Pager(next: found.next, of: request),
            organs: try await directory.everyOrgan(), counts: try await cases.deskCounts(for: officer.viewer),
            isClerk: officer.may(.fileAtCounter), readsLicences: officer.may(.readLicences),
            calendar: try await directory.calendar(), now: cases.now,
            token: request.csrf)
        return .page(page.page)
    }
}
