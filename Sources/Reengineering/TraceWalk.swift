import ProcessMining
import Storage
import WorkingTime

/// Goes through the cases of a scope in the order they came in, one read at a time.
struct TraceWalk: Sendable {
    let database: Database
    let scope: AnalysisScope
    /// Cases that are looked at while somebody waits.
    var mostCases = AnalysisPages.mostCases

    /// The next cases of a kind. Where they are rare a page may end early; the next one goes on behind what was looked at.
    func page(
        after start: TraceStore.Place, size: Int, choosing: ([CaseTrace]) async throws -> [CaseTrace]
    ) async throws -> Slice<CaseTrace> {
        var (found, place, looked): ([CaseTrace], TraceStore.Place, Int) = ([], start, 0)
        while looked < mostCases {
            let traces = try await read(after: place)
            for trace in try await choosing(traces) {
                if found.count == size {
                    return Slice(items: found, next: found.last?.place.cursor.text)
                }
                found.append(trace)
            }
            guard let last = traces.last, traces.count == TraceStore.casesPerRead else {
                return Slice(items: found, next: nil)
            }
            (place, looked) = (last.place, looked + traces.count)
        }
        return Slice(items: found, next: place.cursor.text)
    }

    private func read(after place: TraceStore.Place) async throws -> [CaseTrace] {
        let scope = scope
        return try await database.read { try TraceStore.traces(scope, after: place, in: $0) }
    }
}

extension TraceStore.Place {
    /// The place as an address has it.
    var cursor: Cursor { Cursor(key: filedAt.milliseconds, id: id) }

    /// Where an address goes on; the beginning without anything.
    init(after text: String?) throws {
        self.init()
        guard let text else { return }
        let cursor = try Cursor(text)
        (filedAt, id) = (Instant(milliseconds: try cursor.numericKey), cursor.id)
    }
}
