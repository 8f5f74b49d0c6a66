/// All that can happen in one scope, up to the order of what does not touch each other.
///
/// In every marking only one token moves, in all the ways it can: what the others do does not depend on it, so
/// nothing is missed (a persistent set, Godefroid 1996). A thousand branches cost a thousand markings instead
/// of two to the power of a thousand. A token that ends the whole scope moves last.
struct StateSpace {
    /// The most tokens at one place; more only repeats what two show.
    private static let mostAtOnce = 2

    private let net: ScopeNet
    private let limit: Int
    private var index: [ScopeNet.Marking: Int] = [:]
    private var markings: [ScopeNet.Marking] = []
    private var before: [[Int]] = []
    /// The nodes some token came to.
    private(set) var reached: Set<Int> = []
    /// The joins at which tokens can wait in vain.
    private(set) var stuck: Set<Int> = []
    /// The nodes that can be done twice at the same time.
    private(set) var doubled: Set<Int> = []
    /// The nodes at which tokens grow without end.
    private(set) var growing: Set<Int> = []
    /// The ends that can be reached while others still work.
    private(set) var early: Set<Int> = []
    /// Whether there was more than the limit allows to look at.
    private(set) var isGivenUp = false
    private var finals: [Int] = []

    /// - Parameter limit: the most markings to look at.
    init(_ net: ScopeNet, from starts: [ScopeNet.Marking], limit: Int) {
        self.net = net
        self.limit = limit
        for start in starts { visit(start, from: nil) }
        var next = 0
        while next < markings.count, !isGivenUp {
            step(next)
            next += 1
        }
    }

    /// The nodes from which no end can be reached any more, though nobody waits in vain.
    var endless: Set<Int> {
        guard !isGivenUp else { return [] }
        var good = Array(repeating: false, count: markings.count)
        var next = finals
        while let state = next.popLast() {
            guard !good[state] else { continue }
            good[state] = true
            next += before[state]
        }
        var lost: Set<Int> = []
        for (state, marking) in markings.enumerated() where !good[state] {
            lost.formUnion(marking.filter { $0 >= 0 })
        }
        return lost
    }

    private mutating func visit(_ marking: ScopeNet.Marking, from origin: Int?) {
        if let known = index[marking] {
            if let origin { before[known].append(origin) }
            return
        }
        guard markings.count < limit else {
            isGivenUp = true
            return
        }
        index[marking] = markings.count
        if marking.isEmpty { finals.append(markings.count) }
        markings.append(marking)
        before.append(origin.map { [$0] } ?? [])
        note(marking)
    }

    private mutating func note(_ marking: ScopeNet.Marking) {
        var last: Int?
        for place in marking where place >= 0 {
            reached.insert(place)
            if place == last, !net.asides.contains(place) { doubled.insert(place) }
            last = place
        }
    }

    private mutating func step(_ state: Int) {
        let marking = markings[state]
        let nodes = marking.filter { $0 >= 0 }
        // The hindmost first: so tokens that can meet do meet.
        let movable = nodes.filter { !net.graph[$0].endsScope }
        if let number = movable.min(by: { net.rank[$0] < net.rank[$1] }) {
            return move(number, state, marking)
        }
        if let (gateway, rest) = net.joined(marking) {
            reached.insert(gateway)
            for ways in net.choices(at: gateway) { visit(net.arriving(ways, rest), from: state) }
            return
        }
        if nodes.first != nil { return visit([], from: state) }
        guard !marking.isEmpty else { return }
        stuck.formUnion(marking.map { net.graph.flows[~$0].target })
        finals.append(state)
    }

    private mutating func move(_ number: Int, _ state: Int, _ marking: ScopeNet.Marking) {
        var rest = marking
        if let place = rest.firstIndex(of: number) { rest.remove(at: place) }
        if net.graph[number].node.isEnd {
            let isAside = net.asides.contains(number)
            if !isAside, rest.contains(where: { $0 >= 0 && !net.asides.contains($0) }) {
                early.insert(number)
            }
            return visit(rest, from: state)
        }
        for ways in net.choices(at: number) {
            let next = net.arriving(ways, rest)
            if let crowded = crowded(next) {
                growing.insert(crowded)
                finals.append(state)
            } else {
                visit(next, from: state)
            }
        }
    }

    private func crowded(_ marking: ScopeNet.Marking) -> Int? {
        guard marking.count > Self.mostAtOnce else { return nil }
        for place in marking.indices.dropLast(Self.mostAtOnce)
        where marking[place] == marking[place + Self.mostAtOnce] {
            let found = marking[place]
            return found >= 0 ? found : net.graph.flows[~found].target
        }
        return nil
    }
}
