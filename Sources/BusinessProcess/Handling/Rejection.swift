import Refusals

extension ProcessInstance {
    /// Sends everything back to the very start (驳回): every open step is cancelled, all that was done is
    /// undone, and the process begins anew; whoever did a first step gets it again.
    ///
    /// - Throws: `refused` with the reason, `notActive`, `ended`, `suspended`, and what `start` throws.
    public mutating func reject(
        _ activity: Int, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        adoptLineage(from: definition)
        _ = try workable(activity, in: definition)
        let consequences = Consequences(ofStarting: self)
        if let obstacle = consequences.obstacle(in: definition) { throw .refused(obstacle) }
        let first = entered.first.flatMap { definition.graph.flowIndex[$0] }
        let earlier = first.map { definition.graph.flows[$0].source }
        guard
            let start = definition.graph.root.starts.first(where: { $0 == earlier })
                ?? definition.graph.root.start
        else {
            throw .refused("流程没有可以回到的开始。")
        }
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.restart(at: start, consequences)
        }
    }
}

extension TokenRun {
    fileprivate mutating func restart(at start: Int, _ consequences: Consequences) throws(ProcessError) {
        let before = instance.activities.count
        undo(consequences)
        for key in instance.joins.keys.sorted() { _ = takeJoin(key) }
        instance.entered = []
        instance.data = [:]
        instance.results = [:]
        try self.start(at: start)
        try run()
        for id in before + 1..<instance.activities.count + 1 {
            let element = activity(id).element
            let earlier = instance.activities[..<before].last { $0.element == element && $0.state == .undone }
            if let earlier { handle(id) { $0.repeats = earlier.id } }
        }
    }
}
