extension ProcessInstance {
    /// The same instance in the words of another version.
    func relabelled(by mapping: ElementMapping) -> ProcessInstance {
        var moved = ProcessInstance(definitionID: mapping.new.id, version: mapping.new.version)
        moved.activities = activities.map { $0.relabelled(by: mapping) }
        moved.firings = firings.map { $0.relabelled(by: mapping) }
        moved.joins = relabelledJoins(by: mapping)
        moved.entered = entered.compactMap(mapping.flow)
        moved.firedTimers = firedTimers.map(mapping.nodeID)
        moved.results = Dictionary(results.map { (mapping.nodeID($0), $1) }) { first, _ in first }
        (moved.step, moved.live, moved.resting) = (step, live, resting)
        (moved.isSuspended, moved.data, moved.isMigrated) = (isSuspended, data, true)
        return moved
    }

    private func relabelledJoins(by mapping: ElementMapping) -> [JoinKey: Join] {
        var moved: [JoinKey: Join] = [:]
        for (key, join) in joins.sorted(by: { $0.key < $1.key }) {
            let now = JoinKey(scope: key.scope, gateway: mapping.nodeID(key.gateway))
            for token in join.tokens { moved[now, default: Join()].add(token.relabelled(by: mapping)) }
        }
        return moved
    }

    /// What changes about the open tasks, by step.
    func tasks(by mapping: ElementMapping) -> [Int: UserTask] {
        var changed: [Int: UserTask] = [:]
        for activity in activities where activity.isOpen && !activity.isGroup {
            guard case .userTask(let now)? = mapping.node(activity.element)?.kind,
                now != mapping.old.userTask(activity.element)
            else { continue }
            changed[activity.id] = now
        }
        return changed
    }
}

extension ProcessInstance.Activity {
    fileprivate func relabelled(by mapping: ElementMapping) -> Self {
        var moved = self
        moved.element = mapping.nodeID(element)
        moved.went = went.compactMap(mapping.flow)
        moved.entered = entered.compactMap(mapping.flow)
        moved.firedTimers = firedTimers.map(mapping.nodeID)
        guard !isOpen, let past = past(by: mapping) else { return moved }
        var handling = moved.handling ?? ProcessInstance.Handling()
        handling.past = past
        moved.handling = handling
        return moved
    }

    /// What a step that is over is to a version that does not know it.
    private func past(by mapping: ElementMapping) -> ProcessInstance.Past? {
        if handling?.past == .sealed { return .sealed }
        let now = mapping.node(element)
        if state == .completed, mapping.old.serviceTask(element)?.isFinal == true {
            if case .serviceTask(let task)? = now?.kind, task.isFinal { return handling?.past }
            return .sealed
        }
        guard let now, let was = mapping.old.elements[element], was.kind.isOfSameKind(as: now.kind) else {
            return .retired
        }
        return handling?.past
    }
}

extension ProcessInstance.Firing {
    fileprivate func relabelled(by mapping: ElementMapping) -> Self {
        var moved = self
        moved.element = mapping.nodeID(element)
        moved.consumed = consumed.map { $0.relabelled(by: mapping) }
        moved.went = went.compactMap(mapping.flow)
        let now = mapping.node(element)
        if host != nil, let was = mapping.old.elements[element], was.isInterrupting,
            now?.isInterrupting != true || (was.timer == nil) != (now?.timer == nil)
        {
            moved.isSealed = true
        }
        return moved
    }
}

extension ProcessInstance.Token {
    /// On an arrow that is no more it stands nowhere: a name no arrow has.
    fileprivate func relabelled(by mapping: ElementMapping) -> Self {
        Self(flow: mapping.flow(flow) ?? "\(flow)@\(mapping.old.version)", cause: cause)
    }
}
