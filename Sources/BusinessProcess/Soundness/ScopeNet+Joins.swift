extension ScopeNet {
    /// The marking after a join, when one can happen.
    func joined(_ marking: Marking) -> (gateway: Int, Marking)? {
        var seen: Set<Int> = []
        for place in marking where place < 0 {
            let gateway = graph.flows[~place].target
            guard seen.insert(gateway).inserted else { continue }
            let waiting = graph[gateway].incoming.filter { marking.holds(~$0) }
            let isParallel = graph[gateway].node.kind == .parallelGateway
            guard
                isParallel
                    ? waiting.count == graph[gateway].incoming.count
                    : !isAwaited(gateway, waiting, marking)
            else { continue }
            var next = marking
            for way in waiting { next.remove(~way) }
            return (gateway, next)
        }
        return nil
    }

    private func isAwaited(_ gateway: Int, _ waiting: [Int], _ marking: Marking) -> Bool {
        let ways = graph.approaches[gateway] ?? [:]
        return marking.contains { place in
            let number = place < 0 ? graph.flows[~place].target : place
            guard number != gateway, let open = ways[number] else { return false }
            return !open.contains(where: waiting.contains)
        }
    }
}
