import Cases
import Government
import Identity
import ProcessMining
import Services
import Storage
import Web
import WorkingTime

/// The analysis, the cases behind a path, and the event log.
struct AnalysisPages: Sendable {
    /// Cases that are looked at for those of one path; the event log has all.
    static let mostCases = 5_000
    private static let casesPerPage = 20

    let database: Database
    let services: ServiceLibrary
    let directory: Directory
    let processes: ProcessLibrary

    var routes: [Route] {
        [
            .get(AnalysisPath.analysis, .may(.analyseProcesses), "流程分析") { request, _ in
                .page(try await analysis(request))
            },
            .get(AnalysisPath.cases, .may(.analyseProcesses), "数字背后的办件") { request, _ in
                .page(try await cases(request))
            },
            .get(AnalysisPath.comparison, .may(.analyseProcesses), "流程分析：部门比较") { request, _ in
                .page(try await comparison(request))
            },
            .get(AnalysisPath.log, .may(.analyseProcesses), "事件日志（XES）") { request, _ in
                LogPieces(request, try await services.scope(of: request, in: database), in: database).response
            },
        ]
    }

    private func analysis(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        let analysis = try await AnalysisReading(database: database).analysis(scope)
        return AnalysisPage(
            scope: scope, statistics: analysis.statistics[scope.organ],
            note: AnalysisNote(
                scope: scope, topic: .overview, standing: analysis.standing, token: request.csrf),
            services: services.catalogue.services, organs: try await directory.organs(),
            thisYear: request.now.day.year
        ).page
    }

    private func comparison(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database).ofAllOrgans
        return ComparisonPage(
            scope: scope, analysis: try await AnalysisReading(database: database).analysis(scope, all: true),
            organs: try await directory.organs()
        ).page
    }

    /// The cases behind a number.
    private func cases(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        let filter = try TraceFilter(request)
        let slice = try await TraceWalk(database: database, scope: scope).page(
            after: try TraceStore.Place(after: request.query("after")), size: Self.casesPerPage,
            choosing: TraceChoice(
                filter: filter, database: database, processes: processes, catalogue: services.catalogue
            ).among)
        return PathCasesPage(
            scope: scope, sentence: filter.sentence(slice.items.first, try await directory.organs()),
            slice: slice, pager: Pager(next: slice.next, of: request)
        ).page
    }
}
