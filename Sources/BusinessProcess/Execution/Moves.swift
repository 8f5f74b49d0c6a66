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
        switch vertex.node.kind {
        case .exclusiveGateway, .manualTask:
            try leave(edge.target, scope: token.scope, cause: token.cause)
        case .parallelGateway, .inclusiveGateway:
            try meet(at: edge.target, token)
        case .end(let result, _):
            try end(at: vertex.node, result, scope: token.scope)
        case .throwEvent(let result):
            try bringAbout(result, by: vertex.node, scope: token.scope)
            if isOpen(scope: token.scope) { try leave(edge.target, scope: token.scope, cause: token.cause) }
        case .sendTask(let message):
            effects.append(.send(message: message, element: vertex.node.id))
            try leave(edge.target, scope: token.scope, cause: token.cause)
        case .scriptTask(let script):
            assign(script.result, script.expression.value(in: variables(at: edge.target, scope: token.scope)))
            try leave(edge.target, scope: token.scope, cause: token.cause)
        case .userTask, .serviceTask, .receiveTask, .businessRuleTask, .subProcess, .catchEvent,
            .eventBasedGateway:
            try enter(edge.target, scope: token.scope, cause: token.cause)
        // A definition with an arrow into one of these is refused when it is read.
        case .start, .boundary: break
        }
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
        let isExclusive = vertex.node.kind == .exclusiveGateway
        guard vertex.isConditional || (isExclusive && vertex.outgoing.count > 1) else {
            return vertex.outgoing
        }
        let variables = variables(at: number, scope: scope)
        var ways: [Int] = []
        for way in vertex.outgoing where way != vertex.defaultFlow {
            let condition = graph.flows[way].flow.condition
            let holds = condition.map { $0.value(in: variables) == true } ?? !isExclusive
            guard holds else { continue }
            ways.append(way)
            if isExclusive { break }
        }
        if ways.isEmpty, let way = vertex.defaultFlow { ways = [way] }
        guard !ways.isEmpty else { throw .noFlowHolds(gateway: vertex.node.title) }
        return ways
    }
}
