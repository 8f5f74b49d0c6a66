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
    /// Cases that are looked at while somebody waits; the event log has all.
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
            .get(AnalysisPath.log, .may(.analyseProcesses), "事件日志（XES）") { request, _ in
                let scope = try AnalysisScope(request, services.catalogue)
                let pieces = LogPieces(database: database, scope: scope)
                return .file(
                    pieces: pieces.stream, name: "event-log-\(scope.year).xes",
                    contentType: "application/xml; charset=utf-8"
                ).header("Cache-Control", "no-store")
            },
        ]
    }

    private func analysis(_ request: WebRequest) async throws -> Page {
        let scope = try AnalysisScope(request, services.catalogue)
        let (statistics, isWhole) = try await statistics(scope)
        return AnalysisPage(
            scope: scope, statistics: statistics, isWhole: isWhole, services: services.catalogue.services,
            organs: try await directory.organs(), thisYear: request.now.day.year
        ).page
    }

    /// - Returns: what the first cases of the scope have in common, and whether those are all.
    private func statistics(_ scope: AnalysisScope) async throws -> (ProcessStatistics, Bool) {
        let calendar = try await database.read { try Directory.calendar(in: $0) }
        var (statistics, place, looked) = (ProcessStatistics(), TraceStore.Place(), 0)
        while looked < Self.mostCases {
            let traces = try await database.read { [place] in
                try TraceStore.traces(scope, after: place, in: $0)
            }
            for trace in traces {
                statistics.add(trace) {
                    calendar.workingDays(after: $0.offeredAt.day, through: $0.doneAt.day)
                }
            }
            guard let last = traces.last, traces.count == TraceStore.casesPerRead else {
                return (statistics, true)
            }
            (place, looked) = (last.place, looked + traces.count)
        }
        return (statistics, false)
    }

    /// The cases behind a number.
    private func cases(_ request: WebRequest) async throws -> Page {
        let scope = try AnalysisScope(request, services.catalogue)
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
