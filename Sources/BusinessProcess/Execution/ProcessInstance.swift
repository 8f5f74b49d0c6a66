public import DecisionModel

/// How far one case has come in its process: a plain value, stored as JSON.
///
/// Each change returns what the caller has to do (`Effect`). A change that throws leaves the instance as
/// it was. Everything is deterministic: the same changes in the same order give the same instance.
public struct ProcessInstance: Sendable, Hashable {
    /// The id of the definition it runs by.
    public let definitionID: String
    /// The version of the definition it runs by.
    public let version: String
    /// Every step ever opened, oldest first; the id of a step is its place, counted from 1.
    public internal(set) var activities: [Activity] = []
    /// How many changes it has seen.
    public internal(set) var step = 0
    /// Whether nothing more can happen.
    public internal(set) var isEnded = false
    /// The end event the last token came to; `nil` while running and when terminated from outside.
    public internal(set) var endedAt: String?
    /// Whether it stands still as a whole (挂起).
    public internal(set) var isSuspended = false
    /// What scripts and decisions have computed; conditions see it beside what the caller hands in.
    public internal(set) var data: Variables = [:]
    /// What steps that several people decide together have come to, by element.
    public internal(set) var results: [String: String] = [:]
    /// The tokens that wait at joins.
    var joins: [JoinKey: Join] = [:]
    /// What brought tokens forth besides steps: joins and boundary events, oldest first.
    var firings: [Firing] = []
    /// The arrows taken from the start event.
    var entered: [String] = []
    /// The timers of event subprocesses of the process itself that have fired.
    var firedTimers: [String] = []
    /// The tokens in the process itself, those inside subprocesses not counted.
    var live = 0
    /// The steps that wait for something from outside.
    var resting = 0
    /// Whether it comes from a time in which steps did not know what they followed from; see `Lineage`.
    var isWithoutLineage = false
    /// Whether it has changed its version: then what it did before may not fit what it does now.
    var isMigrated = false

    init(definitionID: String, version: String) {
        self.definitionID = definitionID
        self.version = version
    }

    /// Stands in while the real one is being changed.
    static let placeholder = ProcessInstance(definitionID: "", version: "")
}

extension ProcessInstance {
    /// The steps someone or something has to act on now, oldest first; subprocesses and groups, which only
    /// hold steps, are not among them.
    public var active: [Activity] { activities.filter { $0.state == .active && !$0.isContainer } }

    /// The step with this id.
    public func activity(_ id: Int) -> Activity? {
        id > 0 && id <= activities.count ? activities[id - 1] : nil
    }

    /// How many tokens wait at joins, by the arrow they came in on.
    public var tokens: [String: Int] {
        var tokens: [String: Int] = [:]
        for join in joins.values {
            for (flow, causes) in join.arrived { tokens[flow, default: 0] += causes.count }
        }
        return tokens
    }

    /// The arrows that were taken, sorted; what was undone is not among them.
    public var taken: [String] {
        var taken = Set(entered)
        for activity in activities where activity.state != .undone {
            taken.formUnion(activity.entered)
            taken.formUnion(activity.went)
        }
        for firing in firings where !firing.isUndone { taken.formUnion(firing.went) }
        return taken.sorted()
    }
}
