import Cases
import Government
import Jobs
import ProcessMining
import Services
import Storage
import Synchronization
import WorkingTime

/// Looks at all cases of a service and year once, a stretch a step, and keeps what they have in common and what they say about
/// each topic: of all organs and of each. What is kept between the steps grows with paths and organs, never with cases.
struct AnalysisWork: Errand {
    static let kind = JobKind("process.analysis", title: "分析办件的实际流程", which: "{}")
    static let lane = "analysis"
    static let readsPerStep = 25

    /// The cases of a step are read after those of the one before.
    struct Order: Sendable {
        let scope: AnalysisScope
        let place: TraceStore.Place
        let known: CaseFold
        let job: Int64
        let calendar: WorkingCalendar
        let total: Int?
    }

    struct Answer: Sendable {
        let order: Order
        let fold: CaseFold
        let place: TraceStore.Place
        let looked: Int
        let isLast: Bool
    }

    /// More cases than this are not counted beforehand.
    private static let countedCases = 1_000_000

    let database: Database
    let services: ServiceLibrary
    let processes: ProcessLibrary
    let clock: @Sendable () -> Instant
    var readsPerStep = AnalysisWork.readsPerStep
    var casesPerRead = TraceStore.casesPerRead
    /// Whether each step reads what the one before kept, as another node would.
    var forgets = false
    let inHand = FoldInHand()
    var kind: JobKind { Self.kind }
    var lane: String { Self.lane }
    var width: Int { 1 }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order? {
        let scope = try job.payload(as: AnalysisScope.self)
        let place = try job.cursor(as: TraceStore.Place.self)
        if place == nil { try KeptAnalyses.begin(scope, in: tx) }
        let known = place.flatMap { inHand.fold(of: job.id, at: $0) }
        return Order(
            scope: scope, place: place ?? TraceStore.Place(),
            known: try known ?? KeptAnalyses.underWay(scope, processes, in: tx), job: job.id,
            calendar: try Directory.calendar(in: tx),
            total: place == nil ? try CaseCounts.count(scope, upTo: Self.countedCases, in: tx) : nil)
    }

    func act(_ order: Order, key: String) async throws -> Answer {
        var (fold, place, looked, isLast) = (order.known, order.place, 0, false)
        let catalogue = services.catalogue
        for _ in 0..<readsPerStep where !isLast {
            let batch = try await database.read { [place] in
                try CaseBatch(order.scope, after: place, limit: casesPerRead, catalogue, in: $0)
            }
            fold.add(batch, order.calendar)
            place = batch.traces.last?.place ?? place
            looked += batch.traces.count
            isLast = batch.traces.count < casesPerRead
        }
        inHand.hold(isLast || forgets ? nil : fold, of: order.job, at: place)
        return Answer(order: order, fold: fold, place: place, looked: looked, isLast: isLast)
    }

    func record(_ answer: Answer, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        try KeptAnalyses.keep(answer.fold, of: answer.order.scope, in: tx)
        guard answer.isLast else {
            return try .more(answer.place, done: answer.looked, total: answer.order.total)
        }
        try KeptAnalyses.finish(answer.order.scope, at: clock(), in: tx)
        return .finished(done: answer.looked)
    }
}

/// What the last step of a job came to, so that the next one need not read it: it holds only for the place it came to.
final class FoldInHand: Sendable {
    private struct Held {
        let job: Int64
        let place: TraceStore.Place
        let fold: CaseFold
    }

    private let held = Mutex<Held?>(nil)

    func fold(of job: Int64, at place: TraceStore.Place) -> CaseFold? {
        held.withLock { $0?.job == job && $0?.place == place ? $0?.fold : nil }
    }

    func hold(_ fold: CaseFold?, of job: Int64, at place: TraceStore.Place) {
        held.withLock { $0 = fold.map { Held(job: job, place: place, fold: $0) } }
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
