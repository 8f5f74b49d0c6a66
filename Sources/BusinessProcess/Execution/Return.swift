import Refusals

extension ProcessInstance {
    /// Gives the work back to whoever did the step before, who gets it anew.
    ///
    /// Only where the process is in sequence: this is the only open step, no token waits at a join, and the
    /// user task finished last leads here through arrows, exclusive gateways and service tasks alone.
    ///
    /// - Throws: `notInSequence` with the reason, `notActive`, `ended`, `otherDefinition`.
    public mutating func returnToPrevious(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try openActivity(activity, in: definition)
        let previous = try stepBefore(open, in: definition)
        let way = try WayBack(from: open.element, to: previous.element, in: definition, taken: Set(taken))
        var run = TokenRun(self, in: definition, variables: [:])
        run.close(activity, as: .cancelled)
        if let node = definition.elements[previous.element] { run.open(node) }
        self = run.instance
        taken.removeAll(where: way.flows.contains)
        return run.effects
    }

    /// The step this one could be returned to.
    ///
    /// - Throws: the same as `returnToPrevious`, so that a page can offer the button only where it works.
    public func previous(
        of activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> UserTask? {
        let open = try openActivity(activity, in: definition)
        let previous = try stepBefore(open, in: definition)
        _ = try WayBack(from: open.element, to: previous.element, in: definition, taken: Set(taken))
        return definition.userTask(previous.element)
    }

    private func stepBefore(
        _ open: Activity, in definition: ProcessDefinition
    ) throws(ProcessError) -> Activity {
        guard active.count == 1, tokens.isEmpty else {
            throw .notInSequence("这一步正与其他部门同时办理，不能退回。")
        }
        let done = activities.filter { $0.state == .completed && definition.userTask($0.element) != nil }
        guard let previous = done.max(by: { ($0.endedStep ?? 0) < ($1.endedStep ?? 0) }) else {
            throw .notInSequence("这是第一步，前面没有可以退回的步骤。")
        }
        return previous
    }
}

/// The arrows between a step and the user task before it, walked against their direction.
private struct WayBack {
    private(set) var flows: Set<String> = []
    private var reachesGoal = false
    private var obstacle: Sentence?

    init(
        from element: String, to goal: String, in definition: ProcessDefinition, taken: Set<String>
    ) throws(ProcessError) {
        var next = [element]
        while let element = next.popLast() {
            for flow in definition.incoming(element) where taken.contains(flow.id) {
                guard flows.insert(flow.id).inserted, let source = definition.elements[flow.source] else {
                    continue
                }
                if passes(source, goal: goal) { next.append(source.id) }
            }
        }
        guard reachesGoal else {
            throw .notInSequence(obstacle ?? "上一步不是直接转到这里的，不能退回。")
        }
    }

    private mutating func passes(_ node: FlowNode, goal: String) -> Bool {
        switch node.kind {
        case .exclusiveGateway: return true
        case .serviceTask(let task) where !task.isFinal: return true
        case .serviceTask(let task): obstacle = obstacle ?? "「\(task.name)」已经作出，不能退回到它之前。"
        case .parallelGateway: obstacle = obstacle ?? "上一步由几个部门同时办理，不能退回。"
        case .timerBoundary: obstacle = obstacle ?? "上一步已经到期，自动转到这里，不能退回。"
        case .userTask: reachesGoal = reachesGoal || node.id == goal
        case .start, .end: break
        }
        return false
    }
}
