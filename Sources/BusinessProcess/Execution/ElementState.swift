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
        var states: [String: ElementState] = [definition.start: .done]
        for flow in definition.flows where taken.contains(flow.id) {
            states[flow.id] = .done
            states[flow.source] = .done
            if tokens[flow.id] == nil, definition.elements[flow.target]?.isTask == false {
                states[flow.target] = arrival(at: flow.target, in: definition)
            }
        }
        for activity in activities {
            switch activity.state {
            case .active: states[activity.element] = .current
            case .completed: states[activity.element] = .done
            case .cancelled: states[activity.element] = .waiting
            }
        }
        return states
    }

    private func arrival(at element: String, in definition: ProcessDefinition) -> ElementState {
        if case .end(isAdverse: true)? = definition.elements[element]?.kind { .refused } else { .done }
    }
}
