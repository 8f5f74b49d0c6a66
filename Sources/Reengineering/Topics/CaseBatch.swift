import Cases
import ProcessMining
import Services
import Storage

/// Cases that are read at once, with all that the topics ask of them.
struct CaseBatch: Sendable {
    let traces: [CaseTrace]
    /// The drawings they ran on.
    let keys: [Int64: ProcessKey]
    /// The items of those that are joint services.
    let items: [Int64: [JointSpan]]
    /// What was asked for twice, with what it is called.
    let repetitions: [Int64: [Repetition: String]]

    /// The next cases of a scope.
    init(
        _ scope: AnalysisScope, after place: TraceStore.Place, limit: Int = TraceStore.casesPerRead,
        _ catalogue: ServiceCatalogue, in tx: Transaction
    ) throws {
        traces = try TraceStore.traces(scope, after: place, limit: limit, in: tx)
        keys = try TracedProcesses.keys(of: traces, in: tx)
        items = try TracedProcesses.spans(of: traces, in: tx)
        repetitions = try MaterialStore(catalogue: catalogue).repetitions(in: traces, tx)
    }
}
