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
    /// Cases that are looked at while somebody waits; the event log has all.
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

    /// The finished cases that took one path.
    private func cases(_ request: WebRequest) async throws -> Page {
        let scope = try AnalysisScope(request, services.catalogue)
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
