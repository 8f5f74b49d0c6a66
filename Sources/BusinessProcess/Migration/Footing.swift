import Refusals

/// Whether an instance stands where its definition could have brought it, so that everything can still come to
/// its end: asked when it changes its version, and when something is undone that it did by an earlier one.
struct Footing {
    /// What does not fit; empty where everything does.
    private(set) var misfits: [MigrationObstacle] = []
    private let instance: ProcessInstance
    private let definition: ProcessDefinition
    /// Whether tokens were put back to where they had waited: then they have to wait there again.
    private let isUndoing: Bool
    private var seen: [Place: [Sentence]] = [:]
    private var usual: [String?: StateSpace] = [:]

    /// A scope with the tokens in it.
    private struct Place: Hashable {
        let scope: String?
        let marking: ScopeNet.Marking
    }

    /// - Parameter reopened: a step that is to be opened again, as if it were open.
    init(
        _ instance: ProcessInstance, in definition: ProcessDefinition,
        reopening reopened: ProcessInstance.Activity? = nil
    ) {
        self.instance = instance
        self.definition = definition
        isUndoing = reopened != nil
        for activity in instance.activities where activity.isOpen { check(activity) }
        for key in instance.joins.keys.sorted() { check(key) }
        guard misfits.isEmpty else { return }
        check(scope: 0, nil, reopened)
        for activity in instance.activities where activity.isOpen && activity.isSubprocess {
            check(scope: activity.id, activity.element, reopened)
        }
    }

    private mutating func find(_ sentence: Sentence, at element: String) {
        misfits.append(.init(element: element, sentence: sentence))
    }

    private mutating func check(_ activity: ProcessInstance.Activity) {
        let title = definition.title(activity.element)
        guard let node = definition.elements[activity.element] else {
            return find("「\(title)」在现在的版本里已经没有。", at: activity.element)
        }
        let outer = activity.scope == 0 ? nil : instance.activities[activity.scope - 1].element
        let place = if case .member = activity.part { outer == node.id } else { outer == node.scope }
        if !place || (!activity.isGroup && activity.isSubprocess != node.isSubProcess) {
            find("「\(title)」在现在的版本里在另一个地方。", at: node.id)
        }
    }

    private mutating func check(_ key: ProcessInstance.JoinKey) {
        let graph = definition.graph
        let scope = key.scope == 0 ? nil : instance.activities[key.scope - 1].element
        guard let number = graph.index[key.gateway], graph[number].node.scope == scope,
            graph[number].isJoin || !isUndoing,
            instance.joins[key]?.arrived.keys.allSatisfy({ flow in
                graph.flowIndex[flow].map { graph.flows[$0].target } == number
            }) == true
        else {
            return find("「\(definition.title(key.gateway))」在现在的版本里不是这样汇合的。", at: key.gateway)
        }
    }

    private mutating func check(scope: Int, _ element: String?, _ reopened: ProcessInstance.Activity?) {
        let graph = definition.graph
        var marking = instance.marking(of: scope, in: graph)
        if let reopened, reopened.scope == scope, let number = graph.index[reopened.element] {
            marking.insert(number, sorted: ())
        }
        let place = Place(scope: element, marking: marking)
        guard seen[place] == nil else { return }
        let found = sentences(place)
        seen[place] = found
        for sentence in found { find(sentence, at: element ?? definition.id) }
    }

    /// What can go wrong from here that cannot go wrong from the start.
    private mutating func sentences(_ place: Place) -> [Sentence] {
        let net = ScopeNet(definition.graph, scope: place.scope)
        let space = StateSpace(net, from: [place.marking], limit: Soundness.mostMarkings)
        let body = definition.graph.body(of: place.scope.flatMap { definition.graph.index[$0] })
        let known =
            usual[place.scope]
            ?? StateSpace(net, from: body.starts.map { [$0] }, limit: Soundness.mostMarkings)
        usual[place.scope] = known
        guard !space.isGivenUp, !known.isGivenUp else { return ["分支太多，判断不了以后会不会等不齐。"] }
        let titles = { [definition] (numbers: Set<Int>) in
            numbers.sorted().map { definition.graph[$0].node.title }.joined(separator: "、")
        }
        let stuck = space.stuck.subtracting(known.stuck)
        let twice = space.doubled.union(space.growing).subtracting(known.doubled.union(known.growing))
        let early = space.early.subtracting(known.early)
        let endless = space.endless.subtracting(known.endless)
        return [
            stuck.isEmpty ? nil : "以后会在「\(titles(stuck))」等不齐。",
            twice.isEmpty ? nil : "以后「\(titles(twice))」会办理两次。",
            early.isEmpty ? nil : "以后走到「\(titles(early))」时，别的分支还在办理。",
            endless.isEmpty ? nil : "以后从「\(titles(endless))」走不到结束。",
        ].compactMap(\.self)
    }
}

extension ProcessInstance {
    /// Where the tokens of a scope are, as `ScopeNet` counts them; what event subprocesses do is left out.
    func marking(of scope: Int, in graph: ProcessGraph, without leaving: Int? = nil) -> ScopeNet.Marking {
        var marking: [Int] = []
        for activity in activities where activity.isOpen && activity.scope == scope && activity.id != leaving
        {
            if let number = graph.index[activity.element], !graph[number].isEventSubprocess {
                marking.append(number)
            }
        }
        for (key, join) in joins where key.scope == scope {
            marking += join.tokens.compactMap { graph.flowIndex[$0.flow].map { ~$0 } }
        }
        return marking.sorted()
    }
}
