public import DecisionModel

extension TryOut {
    /// A step somebody has to act on.
    public struct Step: Sendable, Hashable {
        /// The element.
        public let element: String
        /// What people call it.
        public let title: String
        /// Which of the open ones at this element, counted from 1.
        public let place: Int
        /// What is to be done.
        public let work: Work
        /// The item of the list it was made for.
        public let item: Value?
        let activity: Int

        /// The kinds of work.
        public enum Work: Sendable, Hashable {
            /// By a person, ending in one of its outcomes.
            case task(UserTask)
            /// By the system, which has failed.
            case service(ServiceTask)
            /// By a decision table.
            case decision(BusinessRuleTask)
        }

        /// Completes it in the favourable way; a decision table answers nothing.
        public var move: Move {
            switch work {
            case .task(let task): .complete(element, outcome: task.outcomes.first?.code, place: place)
            case .service: .complete(element, outcome: nil, place: place)
            case .decision: .answer(element, .null, place: place)
            }
        }
    }

    /// A time, message or signal something waits for.
    public struct Waiting: Sendable, Hashable {
        /// The event, or the receive task.
        public let element: String
        /// What people call it.
        public let title: String
        /// What it waits for.
        public let trigger: EventTrigger
        /// Lets it happen.
        public let move: Move
        let activity: Int
    }

    /// The steps that are open, oldest first.
    public var steps: [Step] {
        var counts: [String: Int] = [:]
        return (instance?.active ?? []).compactMap { activity in
            guard let node = definition.elements[activity.element], let work = Step.Work(node.kind) else {
                return nil
            }
            counts[node.id, default: 0] += 1
            return Step(
                element: node.id, title: node.title, place: counts[node.id] ?? 1, work: work,
                item: activity.item, activity: activity.id)
        }
    }

    /// What may come from outside.
    public var waiting: [Waiting] {
        var counts: [String: Int] = [:]
        return (instance?.awaited(in: definition) ?? []).map { awaited in
            counts[awaited.element, default: 0] += 1
            let move: Move =
                switch awaited.trigger {
                case .message(let name): .receive(message: name)
                case .signal(let name): .signal(name)
                default: .fire(awaited.element, place: counts[awaited.element] ?? 1)
                }
            return Waiting(
                element: awaited.element, title: definition.title(awaited.element), trigger: awaited.trigger,
                move: move, activity: awaited.activity)
        }
    }

    /// What conditions see: what was given, how steps ended, and what was computed.
    public var variables: Variables {
        given.variables.merging(["outcomes": .context(outcomes)]) { $1 }.merging(instance?.data ?? [:]) { $1 }
    }

    var circumstances: Circumstances { Circumstances(variables, given.surroundings) }

    /// Each element in its state, ready for drawing.
    public var states: [String: ElementState] { instance?.states(in: definition) ?? [:] }

    /// The end event it came to; `nil` while something is open, and where an instance was broken off.
    public var end: FlowNode? { instance?.endedAt.flatMap { definition.elements[$0] } }
}

extension TryOut.Step.Work {
    fileprivate init?(_ kind: FlowNode.Kind) {
        switch kind {
        case .userTask(let task): self = .task(task)
        case .serviceTask(let task): self = .service(task)
        case .businessRuleTask(let task): self = .decision(task)
        default: return nil
        }
    }
}

extension ProcessDefinition {
    /// What people call an element; its id where it has no name or does not exist. A clock on a step is mostly drawn
    /// without a name: it is called after the step.
    func title(_ element: String) -> String {
        guard let node = elements[element] else { return element }
        guard node.name.isEmpty, node.timer != nil, case .boundary(let event) = node.kind else {
            return node.title
        }
        return "\(title(event.attachedTo))的计时"
    }
}
