import Government
import Jobs
import ProcessMining
import Storage
import WorkingTime

/// Looks at all cases of a service and year, a stretch a step, and keeps what they have in common: of all organs and of each.
/// What is kept between the steps grows with the paths and organs, never with the cases.
struct AnalysisWork: Errand {
    static let kind = JobKind("process.analysis", title: "分析办件的实际流程", which: "{}")
    static let lane = "analysis"
    static let readsPerStep = 10

    /// The cases of a step are read after those of the one before.
    struct Order: Sendable {
        let scope: AnalysisScope
        let place: TraceStore.Place
        let known: OrganStatistics
        let calendar: WorkingCalendar
        let total: Int?
    }

    struct Answer: Sendable {
        let order: Order
        let statistics: OrganStatistics
        let place: TraceStore.Place
        let looked: Int
        let isLast: Bool
    }

    /// More cases than this are not counted beforehand.
    private static let countedCases = 1_000_000

    let database: Database
    let clock: @Sendable () -> Instant
    var readsPerStep = AnalysisWork.readsPerStep
    var casesPerRead = TraceStore.casesPerRead
    var kind: JobKind { Self.kind }
    var lane: String { Self.lane }
    var width: Int { 1 }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order? {
        let scope = try job.payload(as: AnalysisScope.self)
        let place = try job.cursor(as: TraceStore.Place.self)
        if place == nil { try KeptAnalyses.begin(scope, in: tx) }
        return Order(
            scope: scope, place: place ?? TraceStore.Place(),
            known: try KeptAnalyses.underWay(scope, in: tx), calendar: try Directory.calendar(in: tx),
            total: place == nil ? try CaseCounts.count(scope, upTo: Self.countedCases, in: tx) : nil)
    }

    func act(_ order: Order, key: String) async throws -> Answer {
        var (statistics, place, looked, isLast) = (order.known, order.place, 0, false)
        for _ in 0..<readsPerStep where !isLast {
            let traces = try await database.read { [place] in
                try TraceStore.traces(order.scope, after: place, limit: casesPerRead, in: $0)
            }
            statistics.add(traces, order.calendar)
            place = traces.last?.place ?? place
            looked += traces.count
            isLast = traces.count < casesPerRead
        }
        return Answer(order: order, statistics: statistics, place: place, looked: looked, isLast: isLast)
    }

    func record(_ answer: Answer, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        try KeptAnalyses.keep(answer.statistics, of: answer.order.scope, in: tx)
        guard answer.isLast else {
            return try .more(answer.place, done: answer.looked, total: answer.order.total)
        }
        try KeptAnalyses.finish(answer.order.scope, at: clock(), in: tx)
        return .finished(done: answer.looked)
    }
}

extension OrganStatistics {
    /// Looks at some more cases.
    mutating func add(_ traces: [CaseTrace], _ calendar: WorkingCalendar) {
        for trace in traces {
            add(trace) { calendar.workingDays(after: $0.offeredAt.day, through: $0.doneAt.day) }
        }
    }
}
