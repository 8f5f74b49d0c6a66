import Cases
import WorkingTime

/// What must be known of a matter to tell its applicant, in two sentences, how it stands.
struct Situation: Hashable {
    /// One organ that decides in the matter.
    struct Organ: Hashable {
        var name: String
        var isDone = false
        /// The last day of its clock; `nil` when it has none or stands still.
        var due: CivilDate?
        var isLate = false
        /// Why its clock stands still; `nil` while it runs.
        var pause: String?
        /// Somebody will come and look.
        var isInspected = false
    }

    var phase: Phase
    var organs: [Organ] = []
    var outcome: CaseResult.Outcome?
    var reason: String?
    /// The last day of the clock that governs the matter as a whole.
    var due: CivilDate?
    /// How many things the applicant has been asked for.
    var missing = 0
    /// What was asked for has been brought and is being checked.
    var isSupplied = false
    var hasLicence = false
    var isRated = false
}

extension Situation {
    init(_ view: CaseView) {
        let subject = view.subject
        // Before acceptance it is the whole application that is checked and supplemented.
        let whole = subject.phase.isBeforeAcceptance ? view.parent ?? subject : subject
        let deciding = view.children.isEmpty ? [subject] : view.children
        self.init(
            phase: subject.phase,
            organs: subject.phase == .submitted
                ? Organ.checking(whole, among: [whole] + view.children)
                : deciding.map { Organ($0, at: view.now) },
            outcome: subject.result?.outcome, reason: subject.result?.reason,
            due: whole.governingClock?.dueAt?.day, missing: whole.evidenceRequest?.items.count ?? 0,
            isSupplied: whole.evidenceRequest?.suppliedAt != nil,
            hasLicence: deciding.contains { $0.documents.contains { $0.kind == .licence } },
            isRated: subject.rating != nil)
    }
}

extension Situation.Organ {
    /// Those that still have to say whether the application is complete.
    fileprivate static func checking(_ whole: Case, among cases: [Case]) -> [Situation.Organ] {
        let names = Dictionary(
            cases.map { ($0.plan.organ, $0.plan.organName) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(whole.openTasks.filter { $0.activity != nil }.map(\.organ)).sorted()
        return keys.map { Situation.Organ(name: names[$0] ?? ($0 == whole.plan.hall ? "综合窗口" : "受理部门")) }
    }

    fileprivate init(_ subject: Case, at now: Instant) {
        let clock = subject.governingClock
        self.init(
            name: subject.plan.organName, isDone: subject.result != nil, due: clock?.dueAt?.day,
            isLate: clock?.isOverdue(at: now) ?? false,
            pause: subject.clocks.lazy.filter(\.isPaused).compactMap { $0.pauses.last?.reason }.first,
            isInspected: subject.openTasks.contains { $0.act == .inspect })
    }
}
