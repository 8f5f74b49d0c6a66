import CSV
import Codes
import Government
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The figures on the desk, and as a file.
struct AccessPages: Sendable {
    let database: Database
    let directory: Directory

    var routes: [Route] {
        [
            .get(AccessPath.figures, .may(.readAccess), AccessPage.title) { request, _ in
                .page(try await page(request).page)
            },
            .get(AccessPath.file, .may(.readAccess), "各渠道办事情况（CSV）") { request, _ in
                let page = try await page(request)
                let lines = page.lines.map { CSVLine.text($0) }
                return .bytes(
                    Array((CSVLine.mark + lines.joined()).utf8), contentType: "text/csv; charset=utf-8"
                ).header(
                    "Content-Disposition", "attachment; filename=\"access-\(page.quarter.text).csv\"")
            },
        ]
    }

    private func page(_ request: WebRequest) async throws -> AccessPage {
        let quarter = request.query("quarter").flatMap(Quarter.init) ?? Quarter(of: request.now.day)
        let streets = try await directory.divisions().filter { $0.code.text.utf8.count == 9 }
            .map { (key: $0.code.text, name: $0.name) }
        let (byStreet, byAge) = try await database.read { try AccessStore.counts(in: quarter, $0) }
        return AccessPage(
            quarter: quarter, today: request.now.day,
            streets: AccessTable(streets + [(key: "", name: "没有登记住址的")], byStreet),
            ages: AccessTable(AgeGroup.allCases.map { (key: $0.rawValue, name: $0.chinese) }, byAge))
    }
}
