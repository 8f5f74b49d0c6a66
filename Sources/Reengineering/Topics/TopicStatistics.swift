import Cases
import Government
import ProcessMining
import WorkingTime

/// What the cases of a process, of all organs or of one, say about each topic.
struct TopicStatistics: Sendable {
    /// Cases looked at.
    var cases = 0
    var waiting = WaitingStatistics()
    var parallel = ParallelFindings()
    var materials = RepetitionStatistics()
    var map = MapFindings()
    var conformance = ConformanceFindings()
}

/// All cases of a service and year, taken in one after the other: what they have in common, and what they say about each topic,
/// of all organs together and of each that was in charge. It grows with paths and organs, never with cases.
struct CaseFold: Sendable {
    private(set) var overview: OrganStatistics
    private(set) var topics: [String: TopicStatistics]
    private var replays: Replays
    private var pairs: DrawnPairs

    /// What is known already; nothing looked at otherwise.
    init(
        _ library: ProcessLibrary, overview: OrganStatistics = OrganStatistics(),
        topics: [String: TopicStatistics] = [:]
    ) {
        (self.overview, self.topics) = (overview, topics)
        (replays, pairs) = (Replays(library), DrawnPairs(library))
    }

    /// Looks at some more cases, in the order they were filed.
    mutating func add(_ batch: CaseBatch, _ calendar: WorkingCalendar) {
        overview.add(batch.traces, calendar)
        for trace in batch.traces {
            for organ in [OrganStatistics.all, trace.organ] { add(trace, of: batch, to: organ, calendar) }
        }
    }

    private mutating func add(
        _ trace: CaseTrace, of batch: CaseBatch, to organ: String, _ calendar: WorkingCalendar
    ) {
        // Taken out, so that nothing is copied while it changes.
        var known = topics.removeValue(forKey: organ) ?? TopicStatistics()
        let key = batch.keys[trace.id]
        known.cases += 1
        known.waiting.add(trace, except: CaseTask.applicant) {
            calendar.workingDays(after: $0.day, through: $1.day)
        }
        known.parallel.add(trace, key, batch.items[trace.id] ?? [], by: &pairs)
        known.materials.add(trace.number, batch.repetitions[trace.id] ?? [:])
        known.map.add(trace, key)
        known.conformance.add(trace, key, by: &replays)
        topics[organ] = known
    }
}
