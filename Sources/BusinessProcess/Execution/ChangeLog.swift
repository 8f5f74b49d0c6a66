import DecisionModel

/// What a change has to put back when it is refused in the middle.
struct ChangeLog {
    private enum Entry {
        case activity(ProcessInstance.Activity)
        case added(ProcessInstance.Token, ProcessInstance.JoinKey)
        case taken(ProcessInstance.Join, ProcessInstance.JoinKey)
        case firing(Int, ProcessInstance.Firing)
    }

    private var entries: [Entry] = []
    private let activityCount: Int
    private let firingCount: Int
    private let enteredCount: Int
    private let rest: Rest

    /// The parts that are small enough to be kept as they were.
    private struct Rest {
        let step: Int
        let isEnded: Bool
        let endedAt: String?
        let isSuspended: Bool
        let data: Variables
        let results: [String: String]
        let entered: [String]
        let firedTimers: [String]
        let live: Int
        let resting: Int
    }

    init(_ instance: borrowing ProcessInstance) {
        activityCount = instance.activities.count
        firingCount = instance.firings.count
        enteredCount = instance.entered.count
        rest = Rest(
            step: instance.step, isEnded: instance.isEnded, endedAt: instance.endedAt,
            isSuspended: instance.isSuspended, data: instance.data, results: instance.results,
            entered: instance.entered, firedTimers: instance.firedTimers, live: instance.live,
            resting: instance.resting)
    }

    mutating func remember(_ activity: ProcessInstance.Activity) {
        // What this change has opened simply goes.
        if activity.id <= activityCount { entries.append(.activity(activity)) }
    }

    mutating func remember(added token: ProcessInstance.Token, to key: ProcessInstance.JoinKey) {
        entries.append(.added(token, key))
    }

    mutating func remember(taken join: ProcessInstance.Join, from key: ProcessInstance.JoinKey) {
        entries.append(.taken(join, key))
    }

    mutating func remember(_ firing: ProcessInstance.Firing, at index: Int) {
        if index < firingCount { entries.append(.firing(index, firing)) }
    }

    /// Puts everything back, the last first.
    func restore(_ instance: inout ProcessInstance) {
        for entry in entries.reversed() {
            switch entry {
            case .activity(let activity): instance.activities[activity.id - 1] = activity
            case .added(let token, let key): instance.joins[key]?.removeLast(token)
            case .taken(let join, let key): instance.joins[key] = join
            case .firing(let index, let firing): instance.firings[index] = firing
            }
        }
        instance.joins = instance.joins.filter { !$0.value.arrived.isEmpty }
        instance.activities.removeLast(max(instance.activities.count - activityCount, 0))
        instance.firings.removeLast(max(instance.firings.count - firingCount, 0))
        restoreRest(&instance)
    }

    private func restoreRest(_ instance: inout ProcessInstance) {
        instance.step = rest.step
        instance.isEnded = rest.isEnded
        instance.endedAt = rest.endedAt
        instance.isSuspended = rest.isSuspended
        instance.data = rest.data
        instance.results = rest.results
        instance.entered = rest.entered
        instance.firedTimers = rest.firedTimers
        instance.live = rest.live
        instance.resting = rest.resting
    }
}

extension ProcessInstance.Join {
    /// Takes the newest token of an arrow away again.
    fileprivate mutating func removeLast(_ token: ProcessInstance.Token) {
        arrived[token.flow]?.removeLast()
        if arrived[token.flow]?.isEmpty == true { arrived[token.flow] = nil }
    }
}
