import Journal
import WorkingTime

/// Something the system could not do in a case: the step waits until it is tried again, and nothing is lost.
public struct CaseIncident: Sendable, Hashable {
    /// The step of the process; 0 for the process itself.
    public internal(set) var activity: Int
    /// The element that failed: the step's, or that of a timer on it.
    public internal(set) var element: String
    /// What people call it.
    public internal(set) var name: String
    /// Why it failed, in words for officers.
    public let reason: String
    /// Since when it waits.
    public let since: Instant
    /// Whose act led to it, and in whose name it is tried again.
    public let actor: Actor

    func isAbout(_ activity: Int, _ element: String) -> Bool {
        self.activity == activity && self.element == element
    }
}
