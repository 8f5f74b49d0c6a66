import Refusals

extension ProcessInstance {
    /// What of the open steps and of the tokens at joins has no place in the new version.
    func obstacles(_ mapping: ElementMapping) -> [MigrationObstacle] {
        var found: [MigrationObstacle] = []
        for activity in activities where activity.isOpen {
            // Who belongs to a group goes with it.
            if case .member = activity.part { continue }
            guard let sentence = activity.obstacle(mapping) else { continue }
            found.append(.init(element: activity.element, sentence: sentence))
        }
        for (key, join) in joins.sorted(by: { $0.key < $1.key }) {
            for flow in join.arrived.keys.sorted() where mapping.flow(flow) == nil {
                let title = mapping.old.title(key.gateway)
                found.append(
                    .init(
                        element: flow,
                        sentence: "在「\(title)」等待汇合的分支：路径「\(flow)」在新版里不再这样连接，请指明对应的路径。"))
            }
        }
        return found
    }
}

extension ProcessInstance.Activity {
    fileprivate func obstacle(_ mapping: ElementMapping) -> Sentence? {
        let title = mapping.old.title(element)
        guard let now = mapping.node(element) else { return "「\(title)」在新版里没有对应的步骤，请指明。" }
        guard let was = mapping.old.elements[element] else { return "「\(title)」不在原来的版本里。" }
        guard was.kind.isOfSameKind(as: now.kind) else {
            return "「\(title)」在新版里是另一种元素（\(was.kind.chinese) → \(now.kind.chinese)）。"
        }
        guard was.kind.isSameWork(as: now.kind) else {
            return "「\(title)」正在等系统或者外面的结果，新版里等的不是同一件事。"
        }
        let outer = was.scope.map(mapping.nodeID)
        guard now.scope == outer else { return "「\(title)」在新版里在另一个流程或子流程里。" }
        return obstacle(was.loop, now.loop, title)
    }

    private func obstacle(_ was: Loop?, _ now: Loop?, _ title: String) -> Sentence? {
        guard isGroup, !isSigning else {
            return now == nil ? nil : "「\(title)」正由一人办理，新版里要办几份。"
        }
        guard let was, let now, was.manner == now.manner else { return "「\(title)」正办几份，新版里的办法不一样。" }
        guard was.vote?.code == now.vote?.code, was.vote?.veto == now.vote?.veto else {
            return "「\(title)」正在表决，新版里表决的办法不一样。"
        }
        return nil
    }
}

extension FlowNode.Kind {
    /// Whether it is the same element of BPMN, whatever else is said of it.
    func isOfSameKind(as other: Self) -> Bool { chinese == other.chinese }

    /// Whether what was asked of the system or of the world outside is still what is waited for.
    fileprivate func isSameWork(as other: Self) -> Bool {
        switch (self, other) {
        case (.serviceTask(let was), .serviceTask(let now)):
            was.service == now.service && was.isFinal == now.isFinal
        case (.businessRuleTask(let was), .businessRuleTask(let now)):
            was.decision == now.decision && was.result == now.result
        case (.catchEvent(.timer), .catchEvent(.timer)): true
        case (.catchEvent(let was), .catchEvent(let now)): was == now
        case (.receiveTask(let was), .receiveTask(let now)): was == now
        default: true
        }
    }
}
