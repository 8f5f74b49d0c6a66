import Government
import Jobs
import ProcessMining
import Storage
import WorkingTime

/// What is known of a scope: as it was kept, or, when nothing was, from the first cases just now.
struct Analysis: Sendable {
    /// Where the figures come from.
    enum Basis: Sendable, Hashable {
        /// All cases, computed then.
        case kept(Instant)
        /// Cases looked at just now: all of them, or the first.
        case looked(isWhole: Bool)
    }

    let statistics: OrganStatistics
    let basis: Basis
    /// The latest job that computes it.
    let job: QueuedJob?

    /// Whether a job works on it.
    var isUnderWay: Bool { job?.state == .waiting || job?.state == .running }
}

/// Reads analyses.
struct AnalysisReading: Sendable {
    /// Cases that are looked at while somebody waits; a job looks at all.
    static let mostCases = 1_000

    let database: Database

    /// - Parameter all: whether every organ is wanted, not only the one of the scope.
    func analysis(_ scope: AnalysisScope, all: Bool = false) async throws -> Analysis {
        let (kept, job) = try await database.read { tx in
            (try KeptAnalyses.find(scope, all: all, in: tx), try KeptAnalyses.job(scope, in: tx))
        }
        if let (statistics, computedAt) = kept {
            return Analysis(statistics: statistics, basis: .kept(computedAt), job: job)
        }
        let (statistics, isWhole) = try await look(at: scope)
        return Analysis(statistics: statistics, basis: .looked(isWhole: isWhole), job: job)
    }

    private func look(at scope: AnalysisScope) async throws -> (OrganStatistics, Bool) {
        let calendar = try await database.read { try Directory.calendar(in: $0) }
        var (statistics, place, looked) = (OrganStatistics(), TraceStore.Place(), 0)
        while looked < Self.mostCases {
            let traces = try await database.read { [place] in
                try TraceStore.traces(scope, after: place, in: $0)
            }
            statistics.add(traces, calendar)
            guard let last = traces.last, traces.count == TraceStore.casesPerRead else {
                return (statistics, true)
            }
            (place, looked) = (last.place, looked + traces.count)
        }
        return (statistics, false)
    }
}
