import Government
import Identity
import ProcessMining
import Refusals
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

    var routes: [Route] {
        [
            .get(AnalysisPath.analysis, .may(.analyseProcesses), "流程分析") { request, _ in
                .page(try await analysis(request))
            },
            .get(AnalysisPath.cases, .may(.analyseProcesses), "按路径查看办件") { request, _ in
                .page(try await cases(request))
            },
            .get(AnalysisPath.comparison, .may(.analyseProcesses), "流程分析：部门比较") { request, _ in
                .page(try await comparison(request))
            },
            .get(AnalysisPath.log, .may(.analyseProcesses), "事件日志（XES）") { request, _ in
                LogPieces(database: database, scope: try await services.scope(of: request, in: database))
                    .response
            },
        ]
    }

    private func analysis(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        let analysis = try await AnalysisReading(database: database).analysis(scope)
        return AnalysisPage(
            scope: scope, statistics: analysis.statistics[scope.organ],
            note: AnalysisNote(scope: scope, analysis: analysis, token: request.csrf),
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

    /// The finished cases that took one path.
    private func cases(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        let path = (request.query("path") ?? "").split(separator: ",").map(String.init)
        var (found, place, looked): ([CaseTrace], TraceStore.Place, Int) = ([], try start(request), 0)
        while found.count <= Self.casesPerPage, looked < Self.mostCases {
            let traces = try await database.read { [place] in
                try TraceStore.traces(scope, after: place, in: $0)
            }
            found += traces.filter { $0.closedAt != nil && $0.path == path }
            guard let last = traces.last else { break }
            (place, looked) = (last.place, looked + traces.count)
        }
        let slice = Slice(fetched: Array(found.prefix(Self.casesPerPage + 1)), size: Self.casesPerPage) {
            Cursor(key: $0.filedAt.milliseconds, id: $0.id)
        }
        return PathCasesPage(scope: scope, slice: slice, pager: Pager(next: slice.next, of: request)).page
    }

    private func start(_ request: WebRequest) throws -> TraceStore.Place {
        guard let after = request.query("after") else { return TraceStore.Place() }
        let cursor = try Cursor(after)
        return TraceStore.Place(filedAt: Instant(milliseconds: try cursor.numericKey), id: cursor.id)
    }
}
