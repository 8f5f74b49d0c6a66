import Cases
import Government
import Jobs
import ProcessMining
import Services
import Storage
import WorkingTime

/// What is known about a topic of a scope: as it was kept, or, when nothing was, from the first cases just now.
struct TopicAnalysis: Sendable {
    let statistics: TopicStatistics
    let standing: AnalysisStanding
}

/// Reads what is known about topics.
struct TopicReading: Sendable {
    let database: Database
    let services: ServiceLibrary
    let processes: ProcessLibrary

    func analysis(_ scope: AnalysisScope, _ topic: AnalysisTopic) async throws -> TopicAnalysis {
        let (kept, job) = try await database.read { tx in
            (try KeptTopics.find(scope, topic, in: tx), try KeptAnalyses.job(scope, in: tx))
        }
        if let (statistics, computedAt) = kept {
            return TopicAnalysis(
                statistics: statistics,
                standing: AnalysisStanding(basis: .kept(computedAt), cases: statistics.cases, job: job))
        }
        let (statistics, isWhole) = try await look(at: scope)
        return TopicAnalysis(
            statistics: statistics,
            standing: AnalysisStanding(basis: .looked(isWhole: isWhole), cases: statistics.cases, job: job))
    }

    private func look(at scope: AnalysisScope) async throws -> (TopicStatistics, Bool) {
        let (calendar, catalogue) = (
            try await database.read { try Directory.calendar(in: $0) }, services.catalogue
        )
        var (fold, place, looked) = (CaseFold(processes), TraceStore.Place(), 0)
        while looked < AnalysisReading.mostCases {
            let batch = try await database.read { [place] in
                try CaseBatch(scope, after: place, catalogue, in: $0)
            }
            fold.add(batch, calendar)
            guard let last = batch.traces.last, batch.traces.count == TraceStore.casesPerRead else {
                return (fold[scope.organ], true)
            }
            (place, looked) = (last.place, looked + batch.traces.count)
        }
        return (fold[scope.organ], false)
    }
}

extension CaseFold {
    /// What is known of all organs together, or of one.
    subscript(organ: String?) -> TopicStatistics {
        topics[organ ?? OrganStatistics.all] ?? TopicStatistics()
    }
}
