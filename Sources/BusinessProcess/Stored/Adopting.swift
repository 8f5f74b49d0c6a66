extension ProcessInstance {
    /// Works out, for an instance of the first form, what followed from what.
    mutating func adoptLineage(from definition: ProcessDefinition) {
        guard isWithoutLineage, definition.id == definitionID, definition.version == version else { return }
        isWithoutLineage = false
        var adoption = Adoption(self, definition)
        adoption.run()
        self = adoption.instance
    }
}

/// Walks back along the arrows that were taken, from each step to what it followed from.
private struct Adoption {
    private(set) var instance: ProcessInstance
    private let graph: ProcessGraph
    private let taken: Set<String>
    private var joinings: [String: Int] = [:]

    init(_ instance: ProcessInstance, _ definition: ProcessDefinition) {
        self.instance = instance
        graph = definition.graph
        taken = Set(instance.entered)
    }

    mutating func run() {
        for activity in instance.activities {
            guard let number = graph.index[activity.element] else { continue }
            let (cause, way) = source(of: number, before: activity.startedStep, seen: [])
            instance.activities[activity.id - 1].cause = cause
            move(way, to: cause)
        }
        placeTokens()
    }

    /// What the newest token that came to a node by this change followed from, and the arrows it took.
    private mutating func source(of number: Int, before step: Int, seen: Set<Int>) -> (Int, [String]) {
        var newest = (cause: 0, way: [String](), at: -1)
        guard !seen.contains(number) else { return (0, []) }
        for arrow in graph[number].incoming where taken.contains(graph.flows[arrow].flow.id) {
            let (cause, way) = origin(of: arrow, before: step, seen: seen.union([number]))
            let time = endedStep(of: cause)
            if time > newest.at { newest = (cause, way + [graph.flows[arrow].flow.id], time) }
        }
        return (newest.cause, newest.way)
    }

    private mutating func origin(of arrow: Int, before step: Int, seen: Set<Int>) -> (Int, [String]) {
        let number = graph.flows[arrow].source
        let vertex = graph[number]
        if let boundary = vertex.node.boundary {
            return (firing(of: vertex.node.id, on: boundary.attachedTo, before: step), [])
        }
        if vertex.node.isTask {
            let done = instance.activities.last {
                $0.element == vertex.node.id && $0.state == .completed && ($0.endedStep ?? .max) <= step
            }
            return (done?.id ?? 0, [])
        }
        guard vertex.node.kind == .parallelGateway, vertex.incoming.count > 1 else {
            return source(of: number, before: step, seen: seen)
        }
        return (joining(at: number, before: step, seen: seen), [])
    }

    private mutating func joining(at number: Int, before step: Int, seen: Set<Int>) -> Int {
        guard !seen.contains(number) else { return 0 }
        var consumed: [ProcessInstance.Token] = []
        var parts: [(Int, [String])] = []
        for arrow in graph[number].incoming {
            let (cause, way) = origin(of: arrow, before: step, seen: seen.union([number]))
            consumed.append(.init(flow: graph.flows[arrow].flow.id, cause: cause))
            parts.append((cause, way + [graph.flows[arrow].flow.id]))
        }
        let name = "\(graph[number].node.id) \(consumed.map(\.cause))"
        if let known = joinings[name] { return known }
        for (cause, way) in parts { move(way, to: cause) }
        return keep(.init(element: graph[number].node.id, scope: 0, consumed: consumed), as: name)
    }

    private mutating func firing(of boundary: String, on element: String, before step: Int) -> Int {
        let host = instance.activities.last {
            $0.element == element && $0.startedStep <= step
                && ($0.state == .cancelled || $0.firedTimers.contains(boundary))
        }
        let name = "\(boundary) \(host?.id ?? 0)"
        return joinings[name] ?? keep(.init(element: boundary, scope: 0, host: host?.id), as: name)
    }

    private mutating func keep(_ firing: ProcessInstance.Firing, as name: String) -> Int {
        instance.firings.append(firing)
        joinings[name] = -instance.firings.count
        return -instance.firings.count
    }

    private func endedStep(of cause: Int) -> Int {
        guard cause < 0 else { return cause == 0 ? 0 : instance.activities[cause - 1].endedStep ?? 0 }
        let firing = instance.firings[-cause - 1]
        let host = firing.host.flatMap { instance.activities[$0 - 1].endedStep } ?? 0
        return firing.consumed.map { endedStep(of: $0.cause) }.max() ?? host
    }

    private mutating func move(_ way: [String], to cause: Int) {
        guard cause != 0 else { return }
        instance.entered.removeAll(where: way.contains)
        for flow in way {
            if cause < 0 {
                if !instance.firings[-cause - 1].went.contains(flow) {
                    instance.firings[-cause - 1].went.append(flow)
                }
            } else if !instance.activities[cause - 1].went.contains(flow) {
                instance.activities[cause - 1].went.append(flow)
            }
        }
    }

    private mutating func placeTokens() {
        let waiting = instance.joins.values.flatMap(\.tokens)
        instance.joins = [:]
        for token in waiting.sorted(by: { $0.flow < $1.flow }) {
            guard let arrow = graph.flowIndex[token.flow] else { continue }
            let (cause, way) = origin(of: arrow, before: instance.step, seen: [])
            let gateway = graph[graph.flows[arrow].target].node.id
            instance.joins[.init(scope: 0, gateway: gateway), default: .init()].add(
                .init(flow: token.flow, cause: cause))
            move(way + [token.flow], to: cause)
        }
    }
}
