extension ProcessInstance {
    /// Something from outside a step waits for: a time, a message or a signal.
    public struct Awaited: Sendable, Hashable {
        /// The step it belongs to; 0 for the process itself.
        public let activity: Int
        /// The event that waits, or the receive task.
        public let element: String
        /// What it waits for.
        public let trigger: EventTrigger
    }

    /// Everything that may come from outside now: of the process itself first, then by step.
    public func awaited(in definition: ProcessDefinition) -> [Awaited] {
        guard !isEnded else { return [] }
        let graph = definition.graph
        let root = graph.root.eventSubprocesses.compactMap { graph[$0].body.start }
        var found = root.compactMap { awaited(graph[$0].node, on: 0, fired: firedTimers) }
        for activity in activities where activity.isOpen {
            guard let number = graph.index[activity.element] else { continue }
            found += activity.events(at: number, in: graph).compactMap {
                awaited(graph[$0].node, on: activity.id, fired: activity.firedTimers)
            }
        }
        return found
    }

    private func awaited(_ node: FlowNode, on activity: Int, fired: [String]) -> Awaited? {
        switch node.trigger {
        case .timer(let timer)? where fired.count { $0 == timer.id } >= timer.maximumFirings: nil
        case .timer?, .message?, .signal?:
            node.trigger.map { Awaited(activity: activity, element: node.id, trigger: $0) }
        case .error?, .escalation?, .some(.none), nil: nil
        }
    }
}

extension ProcessInstance.Activity {
    /// The events that can happen to a step while it is open: those attached to it, what it waits for itself,
    /// and the event subprocesses in it.
    fileprivate func events(at number: Int, in graph: ProcessGraph) -> [Int] {
        let vertex = graph[number]
        var events: [Int] = []
        // What is attached to an activity that is done more than once belongs to all of it.
        if case .member = part {} else { events += vertex.boundaries }
        if isSubprocess {
            events += vertex.body.eventSubprocesses.compactMap { graph[$0].body.start }
        } else if vertex.node.kind == .eventBasedGateway {
            events += vertex.outgoing.map { graph.flows[$0].target }
        } else if !isGroup {
            events.append(number)
        }
        return events
    }
}
