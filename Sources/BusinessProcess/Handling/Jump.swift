import Refusals

extension ProcessInstance {
    /// Takes a step to another place by order of an administrator (跳转), who must say why.
    ///
    /// Only within the same process or subprocess, and only where everything can still come to its end: a jump
    /// past a join for which others wait, or into a branch whose sisters are not there, is refused.
    ///
    /// - Throws: `refused` with the reason, `notActive`, `suspended`, `ended`, and what `start` throws.
    public mutating func jump(
        _ activity: Int, to element: String, reason: String, in definition: ProcessDefinition,
        given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        let open = try workable(activity, in: definition)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .refused("请写明跳转的原因。") }
        // Who jumps out of a group takes the group along.
        let moved = open.part == .single ? open : activities[open.scope - 1]
        let graph = definition.graph
        guard let target = graph.index[element], let source = graph.index[moved.element],
            graph[target].node.isResting || graph[target].node.isEnd, !graph[target].node.isEventSubprocess
        else { throw .refused("流程没有可以跳转到的步骤「\(element)」。") }
        let title = graph[target].node.title
        guard graph[target].node.scope == graph[source].node.scope else {
            throw .refused("「\(title)」不在同一个流程或子流程里，不能跳转到那里。")
        }
        guard canEnd(in: moved.scope, without: moved.id, with: target, definition) else {
            throw .refused("跳转到「\(title)」以后，其他分支会等不齐或者重复办理，不能跳转。")
        }
        return try change(in: definition, given) { run throws(ProcessError) in
            run.close(moved.id, as: .cancelled)
            try run.land(at: target, scope: moved.scope, cause: moved.cause)
        }
    }

    private func canEnd(
        in scope: Int, without leaving: Int, with target: Int, _ definition: ProcessDefinition
    ) -> Bool {
        let graph = definition.graph
        var marking = marking(of: scope, in: graph, without: leaving)
        marking.insert(target, sorted: ())
        let net = ScopeNet(graph, scope: graph[target].node.scope)
        let space = StateSpace(net, from: [marking], limit: Soundness.mostMarkings)
        return space.stuck.isEmpty && space.growing.isEmpty && space.doubled.isEmpty && !space.isGivenUp
    }
}

extension TokenRun {
    /// A token comes to a place no arrow led it to.
    fileprivate mutating func land(at target: Int, scope: Int, cause: Int) throws(ProcessError) {
        if graph[target].node.isEnd {
            try end(at: target, scope: scope)
        } else {
            try enter(target, scope: scope, cause: cause)
        }
    }
}
