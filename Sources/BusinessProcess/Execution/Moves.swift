import DecisionModel
import Refusals

extension TokenRun {
    /// Lets a token leave a node along every arrow it takes; one token has become as many.
    mutating func leave(_ number: Int, scope: Int, cause: Int) throws(ProcessError) {
        let ways = try choose(at: number, scope: scope)
        count(ways.count - 1, in: scope)
        for way in ways { send(along: way, scope: scope, cause: cause) }
        if ways.isEmpty { try finishIfEmpty(scope) }
    }

    mutating func arrive(_ token: Moving) throws(ProcessError) {
        guard isOpen(scope: token.scope) else { return }
        let edge = graph.flows[token.flow]
        note(edge.flow.id, cause: token.cause, scope: token.scope)
        let vertex = graph[edge.target]
        if vertex.isResting {
            try enter(edge.target, scope: token.scope, cause: token.cause)
            return
        }
        if vertex.isParallel || vertex.isInclusive { return try meet(at: edge.target, token) }
        if vertex.isExclusive { return try leave(edge.target, scope: token.scope, cause: token.cause) }
        try pass(edge.target, vertex.node, token)
    }

    /// A token comes to a node that does something at once and lets it go on, or ends it.
    private mutating func pass(_ number: Int, _ node: FlowNode, _ token: Moving) throws(ProcessError) {
        switch node.kind {
        case .manualTask:
            break
        case .end(let result, _):
            return try end(at: node, result, scope: token.scope)
        case .throwEvent(let result):
            try bringAbout(result, by: node, scope: token.scope)
            guard isOpen(scope: token.scope) else { return }
        case .sendTask(let message):
            effects.append(.send(message: message, element: node.id))
        case .scriptTask(let script):
            assign(script.result, try value(of: script.expression, at: number, scope: token.scope))
        // Others rest, or a definition with an arrow into them is refused when it is read.
        default: return
        }
        try leave(number, scope: token.scope, cause: token.cause)
    }

    /// Keeps what a script or a decision has computed.
    mutating func assign(_ name: String, _ value: Value) {
        instance.data[name] = value
        effects.append(.assigned(variable: name, value))
    }

    /// A token comes to an end event.
    private mutating func end(
        at node: FlowNode, _ result: EventResult, scope: Int
    ) throws(ProcessError) {
        if scope == 0 { lastEnd = node }
        switch result {
        case .terminate: return try terminate(scope: scope)
        case .error(let code):
            guard try raise(error: code, in: scope) else {
                throw .refused("没有处理错误「\(code)」的边界事件。")
            }
            return
        case .none, .message, .signal, .escalation: try bringAbout(result, by: node, scope: scope)
        }
        // What was brought about may have broken off the very scope the token was in.
        guard isOpen(scope: scope) else { return }
        count(-1, in: scope)
        try finishIfEmpty(scope)
    }

    /// The same, where no arrow led.
    mutating func end(at number: Int, scope: Int) throws(ProcessError) {
        guard case .end(let result, _) = graph[number].node.kind else { return }
        try end(at: graph[number].node, result, scope: scope)
    }

    /// Which arrows a token takes.
    private func choose(at number: Int, scope: Int) throws(ProcessError) -> [Int] {
        let vertex = graph[number]
        let isExclusive = vertex.isExclusive
        guard vertex.isConditional || (isExclusive && vertex.outgoing.count > 1) else {
            return vertex.outgoing
        }
        let variables = variables(at: number, scope: scope)
        var ways: [Int] = []
        for way in vertex.outgoing where way != vertex.defaultFlow {
            let condition = graph.flows[way].flow.condition
            let holds = try condition.map { condition throws(ProcessError) in
                try value(of: condition, in: variables, at: number) == true
            }
            guard holds ?? !isExclusive else { continue }
            ways.append(way)
            if isExclusive { break }
        }
        if ways.isEmpty, let way = vertex.defaultFlow { ways = [way] }
        guard !ways.isEmpty else { throw .noFlowHolds(gateway: vertex.node.title) }
        return ways
    }
}
