import Government
import Jobs
import ProcessMining
import Storage
import WorkingTime

/// Where the figures of a page come from.
struct AnalysisStanding: Sendable {
    /// When, and from which cases, they were computed.
    enum Basis: Sendable, Hashable {
        /// All cases, computed then.
        case kept(Instant)
        /// Cases looked at just now: all of them, or the first.
        case looked(isWhole: Bool)
    }

    let basis: Basis
    /// How many cases they rest on, those under way too.
    let cases: Int
    /// The latest job that computes them.
    let job: QueuedJob?

    /// Whether a job works on it.
    var isUnderWay: Bool { job?.state == .waiting || job?.state == .running }
}

/// What is known of a scope: as it was kept, or, when nothing was, from the first cases just now.
struct Analysis: Sendable {
    let statistics: OrganStatistics
    let standing: AnalysisStanding

    init(
        _ scope: AnalysisScope, _ statistics: OrganStatistics, _ basis: AnalysisStanding.Basis,
        _ job: QueuedJob?
    ) {
        let known = statistics[scope.organ]
        self.statistics = statistics
        standing = AnalysisStanding(basis: basis, cases: known.finished + known.underWay, job: job)
    }
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
            return Analysis(scope, statistics, .kept(computedAt), job)
        }
        let (statistics, isWhole) = try await look(at: scope)
        return Analysis(scope, statistics, .looked(isWhole: isWhole), job)
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
