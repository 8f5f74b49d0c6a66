import DecisionModel
import Refusals

extension TryOut {
    mutating func make(_ move: Move) throws(ProcessError) {
        switch move {
        case .complete(let element, let outcome, let place):
            try complete(step(element, place), outcome)
        case .answer(let element, let value, let place): try answer(step(element, place), value)
        case .fire(let event, let place): try fire(event, place)
        case .receive(let message):
            say("收到消息「\(message)」。")
            try change { instance, definition, given throws(ProcessError) in
                try instance.receive(message: message, in: definition, given: given)
            }
        case .signal(let name):
            say("收到信号「\(name)」。")
            try change { instance, definition, given throws(ProcessError) in
                try instance.receive(signal: name, in: definition, given: given)
            }
        case .fail(let element, let error): try fail(element, error)
        case .advance: try make(try next())
        case .unreadable(let text): throw .refused("试运行的这一步「\(text.prefix(40))」读不懂。")
        }
    }

    /// The step that is open at an element.
    private func step(_ element: String, _ place: Int) throws(ProcessError) -> Step {
        guard let step = steps.first(where: { $0.element == element && $0.place == place }) else {
            throw .refused("「\(definition.title(element))」现在没有等待办理，流程可能已经改过。")
        }
        return step
    }

    private mutating func complete(_ step: Step, _ outcome: String?) throws(ProcessError) {
        switch step.work {
        case .task(let task):
            guard let outcome else { throw .refused("「\(step.title)」要选一个办理结果。") }
            guard let chosen = task.outcome(outcome) else {
                throw .refused("「\(step.title)」没有办理结果「\(outcome)」。")
            }
            say("「\(step.title)」办结：\(chosen.label)。")
            remember(outcome, of: step.element)
        case .service: say("「\(step.title)」重试成功。")
        case .decision: throw .refused("「\(step.title)」要给出判定表的结果。")
        }
        try change { instance, definition, given throws(ProcessError) in
            try instance.complete(step.activity, in: definition, given: given, outcome: outcome)
        }
    }

    private mutating func answer(_ step: Step, _ value: Value) throws(ProcessError) {
        guard case .decision = step.work else { throw .refused("「\(step.title)」不是判定表。") }
        say("「\(step.title)」判定为 \(value.words)。")
        try change { instance, definition, given throws(ProcessError) in
            try instance.complete(step.activity, in: definition, given: given, result: value)
        }
    }

    private mutating func fire(_ event: String, _ place: Int) throws(ProcessError) {
        let open = waiting.first { $0.element == event && $0.move == .fire(event, place: place) }
        guard let open else { throw .refused("计时「\(definition.title(event))」现在没有在走，流程可能已经改过。") }
        say("「\(definition.title(event))」到时。")
        try change { instance, definition, given throws(ProcessError) in
            try instance.fire(timer: open.activity, boundary: event, in: definition, given: given)
        }
    }

    private mutating func fail(_ element: String, _ error: String?) throws(ProcessError) {
        if let open = steps.first(where: { $0.element == element }) {
            return try fail(open.activity, error: error)
        }
        guard definition.serviceTask(element) != nil else {
            throw .refused("「\(definition.title(element))」不是系统办理的步骤，现在也没有在办，不能设为出错。")
        }
        say("下一次办理「\(definition.title(element))」时会出错。")
        arrange(failure: error, of: element)
    }

    /// What comes first, in the favourable way.
    private func next() throws(ProcessError) -> Move {
        if let step = steps.first { return step.move }
        if let event = waiting.first { return event.move }
        throw instance?.isEnded == true ? .ended : .refused("现在没有可以继续的步骤。")
    }
}
