public import DecisionModel
import Refusals

extension ProcessInstance {
    /// Gives a parallel multi-instance one more instance while others still work on it: whoever is asked later is waited
    /// for like those who were asked at first.
    ///
    /// - Parameters:
    ///   - item: what the new instance sees as its item.
    ///   - activity: an open instance of the same step.
    /// - Throws: `refused` for a step that is not done by several at once, or whose votes are counted; `notActive`,
    ///   `suspended`, `ended`, `instances` beyond the limit.
    public mutating func addInstance(
        _ item: Value, beside activity: Int, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        guard case .member = open.part, case .group(let total) = self.activity(open.scope)?.part,
            let loop = definition.elements[open.element]?.loop, loop.manner == .parallel, loop.vote == nil
        else { throw .refused("这一步不是多方同时办理的，不能增加办理方。") }
        guard total < Loop.maximumInstances else {
            let title = definition.elements[open.element]?.title ?? open.element
            throw .instances(element: title, count: total + 1)
        }
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.addMember(item, to: open.scope, of: total)
        }
    }
}

extension TokenRun {
    fileprivate mutating func addMember(_ item: Value, to group: Int, of total: Int) throws(ProcessError) {
        guard let number = graph.index[activity(group).element] else { return }
        update(group) { $0.part = .group(total: total + 1) }
        try openMember(total + 1, item, of: group, at: number, cause: group)
    }
}
