/// The form instances were stored in at first: plain processes of tasks, exclusive and parallel gateways.
struct FirstForm: Decodable {
    let definitionID: String
    let version: String
    let activities: [Step]
    let tokens: [String: Int]
    let taken: [String]
    let step: Int
    let isEnded: Bool
    let endedAt: String?

    struct Step: Decodable {
        let element: String
        let state: ProcessInstance.Activity.State
        let startedStep: Int
        let endedStep: Int?
        let firedTimers: [String]
    }
}

extension ProcessInstance {
    init(_ first: FirstForm) {
        self.init(definitionID: first.definitionID, version: first.version)
        step = first.step
        isEnded = first.isEnded
        endedAt = first.endedAt
        entered = first.taken
        activities = first.activities.enumerated().map { place, step in
            var activity = Activity(
                id: place + 1, element: step.element, state: step.state, startedStep: step.startedStep)
            activity.endedStep = step.endedStep
            activity.firedTimers = step.firedTimers
            return activity
        }
        resting = activities.count { $0.isOpen }
        live = resting + first.tokens.values.reduce(0, +)
        // Which gateway an arrow leads to only the definition knows: `adoptLineage` puts them right.
        for (flow, count) in first.tokens {
            for _ in 0..<count {
                joins[.init(scope: 0, gateway: ""), default: Join()].add(.init(flow: flow, cause: 0))
            }
        }
        isWithoutLineage = true
    }
}
