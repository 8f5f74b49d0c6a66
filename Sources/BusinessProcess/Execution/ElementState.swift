/// How far an element of the drawing has come.
public enum ElementState: String, Sendable, Codable, CaseIterable {
    /// Done: green, with a tick.
    case done
    /// Someone is working on it now: blue.
    case current
    /// Its turn has not come: white.
    case waiting
    /// Its clock stands still: amber, with the word.
    case paused
    /// It ended against the applicant: red, with a cross.
    case refused

    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .done: "已完成"
        case .current: "办理中"
        case .waiting: "未开始"
        case .paused: "暂停"
        case .refused: "未通过"
        }
    }
}

extension ProcessInstance {
    /// The state of every node and arrow that has one, ready for drawing. The instance knows nothing of
    /// paused clocks: the caller sets those itself.
    public func states(in definition: ProcessDefinition) -> [String: ElementState] {
        var states: [String: ElementState] = [:]
        let waiting = tokens
        for flow in taken {
            guard let edge = definition.flow(flow) else { continue }
            states[flow] = .done
            if states[edge.source] == nil { states[edge.source] = .done }
            guard waiting[flow] == nil, let target = definition.elements[edge.target], !target.isResting
            else {
                continue
            }
            states[edge.target] = target.arrival
        }
        for activity in activities {
            switch activity.state {
            case .active: states[activity.element] = .current
            case .parked: if states[activity.element] != .current { states[activity.element] = .waiting }
            case .completed: if states[activity.element] != .current { states[activity.element] = .done }
            case .cancelled, .undone:
                if states[activity.element] != .current { states[activity.element] = .waiting }
            }
        }
        return states
    }
}

extension FlowNode {
    /// What a token that came here means for the picture.
    fileprivate var arrival: ElementState {
        if case .end(_, isAdverse: true) = kind { .refused } else { .done }
    }
}

extension ProcessDefinition {
    fileprivate func flow(_ id: String) -> SequenceFlow? {
        graph.flowIndex[id].map { graph.flows[$0].flow }
    }
}
