extension ProcessInstance {
    /// The user tasks that are done and that this step follows from, oldest first. Of a step that several
    /// people decide, the whole is meant.
    func stepsBefore(_ activity: Activity, in definition: ProcessDefinition) -> [Activity] {
        var seen: Set<Int> = []
        var found: Set<Int> = []
        var next = causes(of: activity)
        while let event = next.popLast() {
            guard seen.insert(event).inserted else { continue }
            if event > 0, isTarget(activities[event - 1], in: definition) { found.insert(event) }
            next += causes(ofEvent: event)
        }
        return found.sorted {
            (activities[$0 - 1].endedStep ?? 0, $0) < (activities[$1 - 1].endedStep ?? 0, $1)
        }
        .map { activities[$0 - 1] }
    }

    /// The user tasks that lead here with none between.
    func nearestBefore(_ activity: Activity, in definition: ProcessDefinition) -> [Activity] {
        var seen: Set<Int> = []
        var found: Set<Int> = []
        var next = causes(of: activity)
        while let event = next.popLast() {
            guard seen.insert(event).inserted else { continue }
            if event > 0, isTarget(activities[event - 1], in: definition) {
                found.insert(event)
            } else {
                next += causes(ofEvent: event)
            }
        }
        return found.sorted().map { activities[$0 - 1] }
    }

    private func isTarget(_ activity: Activity, in definition: ProcessDefinition) -> Bool {
        guard activity.state == .completed, activity.handling?.past == nil,
            definition.elements[activity.element]?.isUserTask == true
        else { return false }
        // A vote is repeated as a whole; who signed in addition is not a step of the drawing.
        if case .member = activity.part {
            return definition.elements[activity.element]?.loop?.manner == .sequential
        }
        return true
    }

    /// What a step follows from: the event that opened it and those that opened what it is in.
    private func causes(of activity: Activity) -> [Int] {
        var causes: [Int] = []
        var place = activity
        while true {
            if place.cause != place.scope { causes.append(place.cause) }
            guard place.scope > 0 else { return causes }
            place = activities[place.scope - 1]
        }
    }

    private func causes(ofEvent event: Int) -> [Int] {
        guard event < 0 else { return causes(of: activities[event - 1]) + endsInside(event) }
        let firing = firings[-event - 1]
        let scope = firing.scope > 0 ? causes(of: activities[firing.scope - 1]) : []
        let host = firing.host.map { causes(of: activities[$0 - 1]) } ?? []
        return firing.consumed.map(\.cause).filter { $0 != firing.scope } + scope + host
    }

    /// The end of a subprocess follows from what is in it, but not of a group that is repeated as a whole.
    private func endsInside(_ id: Int) -> [Int] {
        guard activities[id - 1].isSubprocess || isGroupOfSubprocesses(id) else { return [] }
        return activities[id...].filter { $0.scope == id && $0.state == .completed }.map(\.id)
    }

    private func isGroupOfSubprocesses(_ id: Int) -> Bool {
        guard activities[id - 1].isGroup else { return false }
        return activities[id...].contains { $0.scope == id && $0.isSubprocess }
    }
}
