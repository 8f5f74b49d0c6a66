public import BusinessProcess
import DecisionModel

/// Two steps of which a drawing puts the second behind the first, and why the second could not have been done before.
public struct Succession: Sendable, Hashable {
    /// The step in front.
    public let first: UserTask
    /// The step behind it, with nothing for people in between.
    public let second: UserTask
    /// What the second needs of the first; nothing where neither needs the other's result.
    public let needs: [Need]

    /// Why one step has to wait for another.
    public enum Need: Sendable, Hashable {
        /// What a step means in law has its place: only examinations may stand side by side.
        case place(of: UserTask)
        /// A way to the second step is chosen by what the first came to.
        case condition(String)
        /// What the first came to goes into a value by which the way is chosen.
        case computed(String)
        /// A paper goes out in between.
        case paper(String)
        /// The drawing leads back from the second to the first.
        case loop
    }

    /// Steps behind one another in a drawing, in its order; not those that wait for several branches at once.
    ///
    /// - Parameter mayStandBeside: whether a step examines, so that the law gives it no place behind another one.
    public static func all(
        in definition: ProcessDefinition, mayStandBeside: (UserTask) -> Bool
    ) -> [Succession] {
        let ways = SilentWays(definition)
        return definition.userTasks.flatMap { first in
            ways.next(after: first.id).compactMap { id in
                guard let second = definition.userTask(id), let between = ways.between(first.id, id)
                else { return nil }
                let place = [second, first].first { !mayStandBeside($0) }.map { [Need.place(of: $0)] }
                let needs = place ?? ways.needs(of: first.id, for: id, between)
                let loop = needs.isEmpty && ways.leads(from: id, to: first.id) ? [Need.loop] : []
                return Succession(first: first, second: second, needs: needs + loop)
            }
        }
    }
}

/// The ways of a drawing from one step of people to the next, through what happens by itself.
struct SilentWays {
    private let definition: ProcessDefinition
    private var forward: [String: [String]] = [:]
    private var backward: [String: [String]] = [:]

    init(_ definition: ProcessDefinition) {
        self.definition = definition
        for flow in definition.flows {
            forward[flow.source, default: []].append(flow.target)
            backward[flow.target, default: []].append(flow.source)
        }
    }

    /// The steps of people that may come right after one.
    func next(after step: String) -> [String] {
        let reached = reach(from: step, by: forward)
        return definition.userTasks.map(\.id).filter { $0 != step && reached.contains($0) }
    }

    /// What lies between two steps; nil when branches are joined there.
    func between(_ first: String, _ second: String) -> Set<String>? {
        let nodes = reach(from: first, by: forward).intersection(reach(from: second, by: backward))
            .filter { definition.userTask($0) == nil }
        return nodes.contains(where: isJoin) ? nil : nodes
    }

    /// What the second step, and the choices on the way to it, ask of the first, and the papers that go out on the way.
    func needs(of first: String, for second: String, _ between: Set<String>) -> [Succession.Need] {
        let computed = between.compactMap { computes(from: first, at: $0) }
        let conditions =
            definition.flows.filter { between.contains($0.source) || $0.source == first }
            .compactMap(\.condition) + (definition.elements[second]?.loop?.expressions ?? [])
        let asked = conditions.compactMap { condition -> Succession.Need? in
            if Self.asks(condition.source, for: first) { return .condition(condition.source) }
            return computed.first { condition.names.contains($0) }.map { .computed($0) }
        }
        let papers = between.sorted().compactMap { node -> Succession.Need? in
            guard let task = definition.serviceTask(node), task.isFinal else { return nil }
            return .paper(task.name)
        }
        return (asked + papers).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether anything leads from one to the other, through people's steps too.
    func leads(from start: String, to end: String) -> Bool {
        var (seen, next) = (Set<String>(), forward[start] ?? [])
        while let node = next.popLast() {
            if node == end { return true }
            if seen.insert(node).inserted { next += forward[node] ?? [] }
        }
        return false
    }

    /// A decision table may look at anything, and so at this step's outcome too.
    private func computes(from first: String, at node: String) -> String? {
        switch definition.elements[node]?.kind {
        case .scriptTask(let script)? where Self.asks(script.expression.source, for: first): script.result
        case .businessRuleTask(let rule)?: rule.result
        default: nil
        }
    }

    private func isJoin(_ node: String) -> Bool {
        guard (backward[node]?.count ?? 0) > 1 else { return false }
        return switch definition.elements[node]?.kind {
        case .parallelGateway?, .inclusiveGateway?: true
        default: false
        }
    }

    private func reach(from start: String, by ways: [String: [String]]) -> Set<String> {
        var (seen, next) = (Set<String>(), ways[start] ?? [])
        while let node = next.popLast() {
            guard seen.insert(node).inserted, definition.userTask(node) == nil else { continue }
            next += ways[node] ?? []
        }
        return seen
    }

    /// Whether an expression asks for the outcome of a step, or for the outcomes as a whole.
    private static func asks(_ expression: String, for step: String) -> Bool {
        let own = step.split(separator: "/").last.map(String.init) ?? step
        let words = expression.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        return words.contains {
            $0 == "outcomes" || $0 == "outcomes.\(own)" || $0.hasPrefix("outcomes.\(own).")
        }
    }
}

extension Loop {
    /// What it asks: whom it is done for, and when it ends.
    fileprivate var expressions: [FEELExpression] {
        let number: FEELExpression? =
            switch items {
            case .cardinality(let number)?: number
            case .collection(let list)?: list
            case nil: nil
            }
        return [number, condition].compactMap(\.self)
    }
}
