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

    init(database: Database, scope: AnalysisScope) {
        (self.database, self.scope) = (database, scope)
        log = XESLog(name: "\(scope.name) \(scope.year)")
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
