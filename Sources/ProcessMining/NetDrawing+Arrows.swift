import BusinessProcess

extension NetDrawing {
    func boundaries(of node: FlowNode) -> [(node: FlowNode, boundary: BoundaryEvent)] {
        definition.elements.values.sorted { $0.id < $1.id }.compactMap { other in
            guard case .boundary(let event) = other.kind, event.attachedTo == node.id else { return nil }
            return (other, event)
        }
    }

    mutating func entry(of scope: String?) -> Int { scope.map { net.place("in \($0)") } ?? PetriNet.source }

    mutating func exit(of scope: String?) -> Int { scope.map { net.place("out \($0)") } ?? PetriNet.sink }

    mutating func arrows(in node: FlowNode) -> [Int] {
        definition.incoming(node.id).map { net.place($0.id) }
    }

    mutating func arrows(out node: FlowNode) -> [Int] {
        definition.outgoing(node.id).map { net.place($0.id) }
    }

    /// Where nothing leads on, the scope is done.
    mutating func orEnd(_ arrows: [Int], _ node: FlowNode) -> [Int] {
        arrows.isEmpty ? [exit(of: node.scope)] : arrows
    }

    /// One place for all ways in.
    mutating func ready(_ node: FlowNode) -> Int {
        let arrows = arrows(in: node)
        guard arrows.count != 1 else { return arrows[0] }
        let ready = net.place("ready \(node.id)")
        for arrow in arrows { net.add([arrow], [ready]) }
        return ready
    }

    /// The ways on from an activity: all of them, or some where they have conditions.
    mutating func ways(out node: FlowNode) -> [[Int]] {
        let arrows = orEnd(arrows(out: node), node)
        let isConditional = definition.outgoing(node.id).contains { $0.condition != nil }
        return isConditional ? combinations(arrows) : [arrows]
    }

    /// Every set of some of them; of more than four, each alone and all together.
    func combinations(_ places: [Int]) -> [[Int]] {
        guard places.count <= 4 else { return places.map { [$0] } + [places] }
        return (1..<max(2, 1 << places.count)).map { mask in
            places.indices.filter { (mask >> $0) & 1 == 1 }.map { places[$0] }
        }.filter { !$0.isEmpty }
    }

    /// What only events that break nothing off lead to.
    static func asides(of definition: ProcessDefinition) -> Set<String> {
        func reach(_ starts: [String], through boundaries: Bool) -> Set<String> {
            var (seen, next) = (Set<String>(), starts)
            while let node = next.popLast() {
                guard seen.insert(node).inserted else { continue }
                next += definition.outgoing(node).map(\.target)
                next += definition.elements.values.filter { other in
                    guard case .boundary(let event) = other.kind else { return other.scope == node }
                    return event.attachedTo == node && (boundaries || event.interrupting)
                }.map(\.id)
            }
            return seen
        }
        let starts = definition.elements.values.filter {
            if case .start = $0.kind { $0.scope == nil } else { false }
        }
        let all = reach(starts.map(\.id), through: true)
        return all.subtracting(reach(starts.map(\.id), through: false))
    }
}
