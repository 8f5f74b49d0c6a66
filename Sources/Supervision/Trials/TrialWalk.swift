import Cases
import Storage
import WorkingTime

/// How far a trial has come on its way through all cases and matters of twelve months.
struct TrialWalk: Codable, Sendable {
    private(set) var trial = RuleTrial()
    private(set) var isDone = false
    private var cases: SupervisedCase.Place
    private var matters: SupervisedCase.Place
    private var isThroughCases = false
    private let until: Instant

    /// Cases that are read together.
    static let atOnce = 100

    init(until now: Instant) {
        until = now
        cases = .init(at: now.adding(seconds: -RuleTrial.seconds), id: 0)
        matters = cases
    }

    /// How many there are in all.
    func total(in tx: Transaction) throws -> Int {
        try SupervisedCase.count(filedFrom: cases.at, until: until, in: tx)
            + MatterStore.count(reportedFrom: matters.at, until: until, in: tx)
    }

    /// Looks at the next: first at cases, then at what is done elsewhere.
    mutating func go(_ atOnce: Int, by active: ActiveRule, _ calendar: WorkingCalendar, in tx: Transaction)
        throws
    {
        let places =
            isThroughCases
            ? try MatterStore.reported(after: matters, until: until, limit: atOnce, in: tx)
            : try SupervisedCase.filed(after: cases, until: until, limit: atOnce, in: tx)
        try trial.look(at: places.map(\.id), by: active, calendar, until, in: tx)
        if let last = places.last {
            if isThroughCases { matters = last } else { cases = last }
        }
        guard places.count < atOnce else { return }
        (isThroughCases, isDone) = (true, isThroughCases)
    }
}
