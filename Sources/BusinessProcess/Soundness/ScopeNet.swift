/// How tokens can move in one process or subprocess when nothing is known of conditions, people and time.
///
/// A place is a node with a token at it (its number), or a way into a join on which one waits (below zero).
/// A marking is the sorted list of places with tokens.
struct ScopeNet {
    typealias Marking = [Int]

    let graph: ProcessGraph
    /// The nodes in this scope.
    let members: [Int]
    /// What only boundary events without interruption lead to: the rest does not wait for it.
    let asides: Set<Int>

    /// How far from the start a node is, so that tokens can be moved side by side.
    private(set) var rank: [Int]

    /// More ways out of an inclusive choice than these are not tried in every combination.
    private static let mostCombined = 4

    init(_ graph: ProcessGraph, scope: String?) {
        self.graph = graph
        members = graph.vertices.indices.filter {
            graph[$0].node.scope == scope && !graph[$0].node.isEventSubprocess
        }
        var seen: Set<Int> = []
        var next = members.filter { graph[$0].node.boundary != nil && !graph[$0].node.isInterrupting }
        while let number = next.popLast() {
            guard seen.insert(number).inserted else { continue }
            next += graph[number].outgoing.map { graph.flows[$0].target }
        }
        asides = seen
        rank = Array(repeating: 0, count: graph.vertices.count)
        rankMembers()
    }

    /// In reverse postorder: what comes first is done first, and a loop's inside before what follows it.
    private mutating func rankMembers() {
        var entered: Set<Int> = []
        var order: [Int] = []
        var stack = members.reversed().map { (number: $0, isDone: false) }
        while let (number, isDone) = stack.popLast() {
            if isDone {
                order.append(number)
            } else if entered.insert(number).inserted {
                stack.append((number, true))
                let ways = graph[number].outgoing + graph[number].boundaries.flatMap { graph[$0].outgoing }
                stack += ways.map { (graph.flows[$0].target, false) }
            }
        }
        for (place, number) in order.reversed().enumerated() { rank[number] = place }
    }

    /// The marking after the tokens have taken these arrows.
    func arriving(_ ways: [Int], _ marking: Marking) -> Marking {
        var marking = marking
        for way in ways {
            let target = graph.flows[way].target
            let isJoin = graph[target].isJoin
            marking.insert(isJoin ? ~way : target, sorted: ())
        }
        return marking
    }

    /// What a token at a node can do: the arrows it takes, in every way it can.
    func choices(at number: Int) -> [[Int]] {
        let vertex = graph[number]
        var choices: [[Int]]
        switch vertex.node.kind {
        case .exclusiveGateway, .eventBasedGateway: choices = vertex.outgoing.map { [$0] }
        case .inclusiveGateway: choices = combinations(vertex)
        default: choices = vertex.isConditional ? combinations(vertex) : [vertex.outgoing]
        }
        let boundaries = vertex.boundaries.filter { graph[$0].node.isInterrupting }
        choices += boundaries.map { graph[$0].outgoing }
        let asides = vertex.boundaries.filter { !graph[$0].node.isInterrupting }.flatMap {
            graph[$0].outgoing
        }
        return asides.isEmpty ? choices : choices + choices.map { $0 + asides }
    }

    /// Every set of ways a choice of several can take, the default alone.
    private func combinations(_ vertex: ProcessGraph.Vertex) -> [[Int]] {
        let sure =
            vertex.node.kind == .inclusiveGateway
            ? []
            : vertex.outgoing.filter { graph.flows[$0].flow.condition == nil && $0 != vertex.defaultFlow }
        let open = vertex.outgoing.filter { $0 != vertex.defaultFlow && !sure.contains($0) }
        var sets: [[Int]] = vertex.defaultFlow.map { [[$0]] } ?? []
        if open.count > Self.mostCombined {
            sets += open.map { [$0] } + [open]
        } else {
            for mask in 1..<(1 << open.count) {
                sets.append(open.indices.filter { mask >> $0 & 1 == 1 }.map { open[$0] })
            }
        }
        if !sure.isEmpty { sets.append([]) }
        return sets.map { sure + $0 }
    }
}

extension ProcessGraph.Vertex {
    /// Whether tokens wait here for one another.
    var isJoin: Bool {
        (node.kind == .parallelGateway || node.kind == .inclusiveGateway) && incoming.count > 1
    }

    /// Whether a token that comes here ends the whole scope.
    var endsScope: Bool {
        switch node.kind {
        case .end(.terminate, _), .end(.error, _): true
        default: false
        }
    }
}

extension [Int] {
    /// Where a place stands or would stand.
    private func position(of place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func insert(_ place: Int, sorted: ()) { insert(place, at: position(of: place)) }

    func holds(_ place: Int) -> Bool {
        let position = position(of: place)
        return position < count && self[position] == place
    }

    mutating func remove(_ place: Int) { remove(at: position(of: place)) }
}
