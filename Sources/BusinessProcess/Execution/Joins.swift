extension TokenRun {
    /// A token comes to a parallel or inclusive gateway: it forks at once, or waits to be joined.
    mutating func meet(at number: Int, _ token: Moving) throws(ProcessError) {
        let vertex = graph[number]
        guard vertex.incoming.count > 1 else {
            return try leave(number, scope: token.scope, cause: token.cause)
        }
        let key = ProcessInstance.JoinKey(scope: token.scope, gateway: vertex.node.id)
        add(.init(flow: graph.flows[token.flow].flow.id, cause: token.cause), to: key)
        // An inclusive gateway is looked at when nothing moves any more.
        if vertex.isParallel, instance.joins[key]?.arrived.count == vertex.incoming.count {
            try join(key, at: number)
        }
    }

    /// One token of every arrow on which some wait becomes one (BPMN 2.0, §13.4.1); a second token on the same
    /// arrow waits for the next round.
    private mutating func join(_ key: ProcessInstance.JoinKey, at number: Int) throws(ProcessError) {
        guard var join = takeJoin(key) else { return }
        let tokens = join.firstOfEach
        join.take(tokens)
        for (flow, causes) in join.arrived {
            for cause in causes { add(.init(flow: flow, cause: cause), to: key) }
        }
        let cause = fire(.init(element: key.gateway, scope: key.scope, consumed: tokens))
        count(1 - tokens.count, in: key.scope)
        try leave(number, scope: key.scope, cause: cause)
    }

    /// Lets tokens go on that wait for nothing more, because the version has changed: all have come to a
    /// parallel gateway, or it is no join any more.
    mutating func release() throws(ProcessError) {
        for key in instance.joins.keys.sorted() {
            guard let number = graph.index[key.gateway] else { continue }
            guard graph[number].isJoin else {
                for token in takeJoin(key)?.tokens ?? [] {
                    guard let flow = graph.flowIndex[token.flow] else { continue }
                    send(along: flow, scope: key.scope, cause: token.cause)
                }
                continue
            }
            while graph[number].isParallel,
                instance.joins[key]?.arrived.count == graph[number].incoming.count
            {
                try join(key, at: number)
            }
        }
    }

    /// Joins at the first inclusive gateway that has to wait for nothing more; whether there was one.
    mutating func fireInclusiveJoin() throws(ProcessError) -> Bool {
        guard !instance.isEnded, hasInclusiveJoins else { return false }
        let keys = instance.joins.keys.filter { isInclusive($0) }.sorted()
        for key in keys {
            guard let number = graph.index[key.gateway], isOpen(scope: key.scope),
                !isAwaited(key, number)
            else { continue }
            try join(key, at: number)
            return true
        }
        return false
    }

    private var hasInclusiveJoins: Bool { !graph.approaches.isEmpty && !instance.joins.isEmpty }

    private func isInclusive(_ key: ProcessInstance.JoinKey) -> Bool {
        graph.index[key.gateway].map { graph.approaches[$0] != nil } ?? false
    }

    /// Whether a token elsewhere can still come in on an arrow where none waits, and has no way to one where
    /// one does (BPMN 2.0, §13.4.3).
    private func isAwaited(_ key: ProcessInstance.JoinKey, _ number: Int) -> Bool {
        let ways = graph.approaches[number] ?? [:]
        let arrived = instance.joins[key]?.arrived ?? [:]
        let awaits = { (element: String) -> Bool in
            guard let place = graph.index[element], let open = ways[place] else { return false }
            return !open.contains { arrived[graph.flows[$0].flow.id] != nil }
        }
        // From the end: whoever is opened last is mostly closed last.
        if instance.activities.last(where: { $0.isOpen && $0.scope == key.scope && awaits($0.element) })
            != nil
        {
            return true
        }
        return instance.joins.keys.contains { $0.scope == key.scope && $0 != key && awaits($0.gateway) }
    }
}
