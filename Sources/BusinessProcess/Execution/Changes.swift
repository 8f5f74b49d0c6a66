public import DecisionModel
import Refusals

extension ProcessInstance {
    /// A new instance and the first things to do.
    ///
    /// - Parameter event: the start event; the plain one where it is `nil`.
    ///
    /// Throws `noFlowHolds`, `stuck` or `endless` when the first tokens cannot come to rest.
    public static func start(
        _ definition: ProcessDefinition, given: Circumstances, at event: String? = nil
    ) throws(ProcessError) -> (ProcessInstance, [Effect]) {
        var instance = ProcessInstance(definitionID: definition.id, version: definition.version)
        let start = event.flatMap { definition.graph.index[$0] } ?? definition.graph.root.start
        guard let start, definition.graph.root.starts.contains(start) else {
            throw .refused("流程没有开始事件「\(event ?? "")」。")
        }
        let effects = try instance.change(in: definition, given) { run throws(ProcessError) in
            try run.start(at: start)
        }
        return (instance, effects)
    }

    /// A step is done; its timers go with it.
    ///
    /// - Parameters:
    ///   - outcome: what it was completed with, for votes.
    ///   - person: who completed it, in the caller's words, for withdrawal.
    ///   - result: what a decision table answered.
    /// - Throws: `notActive` when someone else was first, `noFlowHolds`, `stuck` or `endless`.
    public mutating func complete(
        _ activity: Int, in definition: ProcessDefinition, given: Circumstances, outcome: String? = nil,
        by person: String? = nil, result: Value? = nil
    ) throws(ProcessError) -> [Effect] {
        let open = try workable(activity, in: definition)
        guard open.owner == nil else { throw .refused("这一步是受委托办理的，请先交回委托人，由委托人办结。") }
        if let node = definition.elements[open.element], node.isWaiting {
            throw .refused("「\(node.title)」在等待事件，不能直接办结。")
        }
        return try change(in: definition, given) { run throws(ProcessError) in
            if outcome != nil || person != nil {
                run.handle(activity) { handling in
                    handling.outcome = outcome
                    handling.completedBy = person
                }
            }
            run.keep(result, of: open.element)
            try run.finish(activity)
        }
    }

    /// Ends the instance from outside, for example because the applicant withdrew; every open step is
    /// cancelled. On an instance that has ended nothing happens.
    public mutating func terminate() -> [Effect] {
        guard !isEnded else { return [] }
        step += 1
        let open = activities.indices.filter { activities[$0].isOpen }
        for index in open {
            activities[index].state = .cancelled
            activities[index].endedStep = step
            activities[index].live = 0
        }
        joins = [:]
        live = 0
        resting = 0
        isEnded = true
        endedAt = nil
        return open.map { .cancelled(activity: activities[$0].id) }
    }

    /// Applies a change to the instance, all of it or nothing.
    mutating func change(
        in definition: ProcessDefinition, _ given: Circumstances,
        _ body: (inout TokenRun) throws(ProcessError) -> Void
    ) throws(ProcessError) -> [Effect] {
        adoptLineage(from: definition)
        // Moved out and back in: a copy would cost as much as all that has happened so far.
        let moved = self
        self = .placeholder
        var run = TokenRun(consume moved, in: definition, given: given)
        do {
            try body(&run)
            try run.run()
        } catch {
            self = run.rolledBack()
            throw error
        }
        self = run.instance
        return run.effects
    }
}

extension TokenRun {
    /// Starts the process itself.
    mutating func start(at number: Int) throws(ProcessError) {
        instance.live = 1
        watchEvents(of: 0, graph.root)
        try leave(number, scope: 0, cause: 0)
    }

    fileprivate mutating func keep(_ result: Value?, of element: String) {
        guard let number = graph.index[element], case .businessRuleTask(let task) = graph[number].node.kind,
            let result
        else { return }
        assign(task.result, result)
    }
}

extension FlowNode {
    /// Whether it ends by an event alone.
    fileprivate var isWaiting: Bool {
        switch kind {
        case .catchEvent, .receiveTask, .eventBasedGateway: true
        default: false
        }
    }
}
