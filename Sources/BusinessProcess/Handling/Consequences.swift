import Refusals

/// All that follows from one step: what is undone with it, and nothing else.
///
/// Found by following causes forwards. See `Lineage` and docs/modules/business-process.md.
struct Consequences {
    /// Steps that would never have been opened.
    private(set) var removed: Set<Int> = []
    /// Ends of steps, and firings (negative), that would never have come about.
    private(set) var undone: Set<Int> = []
    /// Subprocesses that had ended and go on.
    private(set) var reopened: Set<Int> = []
    private let instance: ProcessInstance
    private var followers: [Int: [Int]] = [:]
    private var members: [Int: [Int]] = [:]
    private var takers: [Int: [Int]] = [:]
    private var next: [Int] = []

    /// What follows from the end of a step.
    init(ofEnding id: Int, in instance: ProcessInstance) {
        self.init(instance)
        undo(id)
        spread()
    }

    /// What follows from the start: everything.
    init(ofStarting instance: ProcessInstance) {
        self.init(instance)
        for activity in instance.activities where activity.scope == 0 { remove(activity.id) }
        for (index, firing) in instance.firings.enumerated() where firing.scope == 0 { undo(-index - 1) }
        spread()
    }

    private init(_ instance: ProcessInstance) {
        self.instance = instance
        for activity in instance.activities where activity.state != .undone {
            if activity.cause != activity.scope { followers[activity.cause, default: []].append(activity.id) }
            members[activity.scope, default: []].append(activity.id)
        }
        for (index, firing) in instance.firings.enumerated() where !firing.isUndone {
            if let host = firing.host { takers[host, default: []].append(-index - 1) }
            for token in firing.consumed where token.cause != firing.scope {
                followers[token.cause, default: []].append(-index - 1)
            }
        }
    }

    private mutating func undo(_ event: Int) {
        if undone.insert(event).inserted { next.append(event) }
    }

    private mutating func remove(_ id: Int) {
        guard removed.insert(id).inserted else { return }
        for firing in takers[id] ?? [] { undo(firing) }
        for member in members[id] ?? [] { remove(member) }
        if instance.activities[id - 1].state == .completed { undo(id) }
    }

    private mutating func spread() {
        while let event = next.popLast() {
            for follower in followers[event] ?? [] {
                if follower < 0 { undo(follower) } else { remove(follower) }
            }
            // The end of a subprocess follows from everything in it.
            let scope = event < 0 ? instance.firings[-event - 1].scope : instance.activities[event - 1].scope
            guard scope > 0, instance.activities[scope - 1].state == .completed else { continue }
            reopened.insert(scope)
            undo(scope)
        }
        reopened.subtract(removed)
    }
}

extension Consequences {
    /// Why these things cannot be undone; `nil` when they can.
    ///
    /// A document that has gone out stays out, a deadline that has passed stays passed, and nobody goes back
    /// into what was broken off.
    func obstacle(in definition: ProcessDefinition) -> Sentence? {
        for event in undone.sorted() {
            guard event > 0 else {
                let firing = instance.firings[-event - 1]
                if firing.isSealed { return "上一步按原来的版本已经到期或者中断，不能退回。" }
                if definition.isDeadline(firing.element) { return "上一步已经到期，自动转到这里，不能退回。" }
                if let host = firing.host, !removed.contains(host), definition.breaksOff(firing.element) {
                    return "上一步已被中断，自动转到这里，不能退回。"
                }
                continue
            }
            let done = instance.activities[event - 1]
            if done.handling?.past == .sealed || definition.serviceTask(done.element)?.isFinal == true {
                return "「\(definition.title(done.element))」已经作出，不能退回到它之前。"
            }
        }
        for scope in reopened.sorted() where instance.activities[scope - 1].isCut {
            let title = definition.elements[instance.activities[scope - 1].element]?.title ?? ""
            return "「\(title)」已提前结束，不能退回到里面。"
        }
        return nil
    }
}

extension ProcessDefinition {
    fileprivate func isDeadline(_ element: String) -> Bool {
        guard let node = elements[element], node.boundary != nil else { return false }
        return node.isInterrupting && node.timer != nil
    }

    fileprivate func breaksOff(_ element: String) -> Bool {
        elements[element].map { $0.boundary != nil && $0.isInterrupting } ?? false
    }
}
