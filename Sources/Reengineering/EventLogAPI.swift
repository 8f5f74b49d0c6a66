import Identity
import Services
import Storage
import Web
import WorkingTime

/// The event log for programs: the same as on the page, under the same power.
struct EventLogAPI: Sendable {
    let database: Database
    let services: ServiceLibrary

    var route: Route {
        .get(AnalysisPath.logAPI, .may(.analyseProcesses), "事件日志（XES）", api: Self.operation) { request, _ in
            let scope = try await services.scope(of: request, in: database)
            return LogPieces(request, scope, in: database).response
        }
    }

    // The answer is XML (IEEE 1849-2016), which a JSON schema cannot describe.
    private static let operation = APIOperation(
        id: "readEventLog", tag: "监察",
        parameters: [
            .query("service", "事项编码；不写时取办结最多的事项"), .query("year", "收件年份，最近四年；不写时取今年"),
            .query("organ", "承办部门的代号；不写时取全部"),
            .query("starts", "写 1 时，知道什么时候领取的步骤另有一个开始事件（lifecycle:transition 为 start）；不写时每步只有办完的事件"),
        ],
        responses: [200: nil])
}

extension ServiceLibrary {
    /// What an address asks for; when it names no service, the one with the most finished cases.
    func scope(of request: WebRequest, in database: Database) async throws -> AnalysisScope {
        guard request.query("service") == nil else { return try AnalysisScope(request, catalogue) }
        let (all, thisYear) = (catalogue.services, request.now.day.year)
        let year = request.query("year").flatMap(Int.init) ?? thisYear
        guard AnalysisScope.years(until: thisYear).contains(year) else {
            return try AnalysisScope(request, catalogue)
        }
        let busiest = try await database.read { try CaseCounts.busiest(all, year: year, in: $0) }
        return try AnalysisScope(request, catalogue, otherwise: busiest)
    }
}
