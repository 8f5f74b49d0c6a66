import Cases
import ProcessMining
import Services
import Storage

/// Picks the cases behind a number; some can only be told by their drawing or by the items of a joint service.
struct TraceChoice: Sendable {
    let filter: TraceFilter
    let database: Database
    let processes: ProcessLibrary
    let catalogue: ServiceCatalogue

    func among(_ traces: [CaseTrace]) async throws -> [CaseTrace] {
        switch filter {
        case .jointSeries(let first, let second): return try await joint(traces, first, second)
        case .replayed, .deviation: return try await replayed(traces)
        case .repetition(let repetition):
            let store = MaterialStore(catalogue: catalogue)
            let found = try await database.read { try store.repetitions(in: traces, $0) }
            return traces.filter { found[$0.id]?[repetition] != nil }
        default: return traces.filter(filter.holds)
        }
    }

    private func joint(_ traces: [CaseTrace], _ first: String, _ second: String) async throws -> [CaseTrace] {
        let spans = try await database.read { try TracedProcesses.spans(of: traces, in: $0) }
        return traces.filter { trace in
            trace.closedAt != nil
                && JointStatistics.serial(in: spans[trace.id] ?? []).contains {
                    $0.0.slug == first && $0.1.slug == second
                }
        }
    }

    private func replayed(_ traces: [CaseTrace]) async throws -> [CaseTrace] {
        let keys = try await database.read { try TracedProcesses.keys(of: traces, in: $0) }
        var replays = Replays(processes)
        return traces.filter { trace in
            guard trace.closedAt != nil, let key = keys[trace.id],
                case .replayed(let replay)? = replays.outcome(of: trace, on: key)
            else { return false }
            return switch filter {
            case .replayed(let process, let version, let isFit):
                key == ProcessKey(id: process, version: version)
                    && (isFit.map { $0 == replay.isFit } ?? true)
            case .deviation(let deviation): replay.deviations.contains(deviation)
            default: false
            }
        }
    }
}
