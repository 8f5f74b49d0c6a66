extension ProcessInstance {
    /// Scopes whose count of tokens is not what is in them: always empty, for tests and for doctors of stored
    /// instances.
    public var imbalances: [String] {
        var found: [Int: Int] = [:]
        for activity in activities where activity.isOpen { found[activity.scope, default: 0] += 1 }
        for (key, join) in joins { found[key.scope, default: 0] += join.count }
        var wrong: [String] = []
        if found[0, default: 0] != live { wrong.append("process: \(live) ≠ \(found[0, default: 0])") }
        for activity in activities {
            let inside = found[activity.id, default: 0]
            if activity.isOpen, activity.isContainer, inside != activity.live {
                wrong.append("\(activity.element) \(activity.id): \(activity.live) ≠ \(inside)")
            }
            if !activity.isOpen, inside > 0 {
                wrong.append("\(activity.element) \(activity.id): \(inside) left behind")
            }
        }
        let waiting = activities.count { $0.isOpen && !$0.isContainer }
        if waiting != resting { wrong.append("resting: \(resting) ≠ \(waiting)") }
        return wrong
    }
}
