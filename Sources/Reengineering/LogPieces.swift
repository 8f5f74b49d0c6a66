import ProcessMining
import Storage
import Web

/// The pieces of an event log, read while they are sent: one read of cases at a time, however many there are.
actor LogPieces {
    private enum Stage { case head, cases(TraceStore.Place), end }

    private let database: Database
    private let scope: AnalysisScope
    private var log: XESLog
    private var stage = Stage.head

    /// - Parameter hasStarts: whether steps that were taken have an event for that too.
    init(database: Database, scope: AnalysisScope, hasStarts: Bool) {
        (self.database, self.scope) = (database, scope)
        log = XESLog(name: "\(scope.name) \(scope.year)", hasStarts: hasStarts)
    }

    /// What an address asks for: with `starts=1` the beginnings too.
    init(_ request: WebRequest, _ scope: AnalysisScope, in database: Database) {
        self.init(database: database, scope: scope, hasStarts: request.query("starts") == "1")
    }

    /// Nil after the last.
    func next() async throws -> String? {
        switch stage {
        case .head:
            stage = .cases(TraceStore.Place())
            return log.head
        case .cases(let place):
            let scope = scope
            let traces = try await database.read { try TraceStore.traces(scope, after: place, in: $0) }
            guard let last = traces.last else {
                stage = .end
                return log.foot
            }
            stage = .cases(last.place)
            return traces.reduce(into: "") { $0 += log.text(of: $1) }
        case .end: return nil
        }
    }

    /// All of them in a row.
    nonisolated var stream: AsyncThrowingStream<String, any Error> {
        AsyncThrowingStream { try await self.next() }
    }

    /// The log as a file that is read while it is sent.
    nonisolated var response: WebResponse {
        .file(
            pieces: stream, name: "event-log-\(scope.year).xes", contentType: "application/xml; charset=utf-8"
        ).header("Cache-Control", "no-store")
    }
}
