import BusinessProcess
import Journal
import WorkingTime

/// A case with what its page shows.
public struct CaseView: Sendable {
    /// The matter it belongs to, to try on a copy what could be done with it.
    public let matter: Matter
    /// The case.
    public let subject: Case
    /// The joint service it is part of.
    public let parent: Case?
    /// The items of a joint service.
    public let children: [Case]
    /// The process it runs on.
    public let definition: ProcessDefinition
    /// Numbers of the children whose own page this viewer may open.
    public let visibleChildren: Set<String>
    /// What happened, oldest first, as far as the viewer may read it.
    public let history: [StoredEntry]
    /// The calendar in force.
    public let calendar: WorkingCalendar
    /// The time of looking.
    public let now: Instant
}
