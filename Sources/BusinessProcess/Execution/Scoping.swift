import DecisionModel

import struct Foundation.Decimal

extension TokenRun {
    /// What an expression at a node sees: what was handed in, what was computed, and the place in the loops
    /// around it. Inside a called process outcomes are known by the ids they have there.
    func variables(at number: Int, scope: Int) -> Variables {
        let element = graph[number].node.id
        let slash = element.lastIndex(of: "/")
        if scope == 0, instance.data.isEmpty, instance.results.isEmpty, slash == nil {
            return given.variables
        }
        var all = given.variables.merging(instance.data) { $1 }
        if !instance.results.isEmpty || slash != nil {
            all["outcomes"] = outcomes(given.variables["outcomes"], under: slash.map { element[...$0] } ?? "")
        }
        var place = scope
        var loops: Variables = [:]
        while place > 0 {
            loops.merge(loopNames(at: place)) { inner, _ in inner }
            place = activity(place).scope
        }
        return loops.isEmpty ? all : all.merging(loops) { $1 }
    }

    private func outcomes(_ said: Value?, under prefix: Substring) -> Value {
        var outcomes: [String: Value] = [:]
        if case .context(let all)? = said { outcomes = all }
        for (element, result) in instance.results { outcomes[element] = .string(result) }
        guard !prefix.isEmpty else { return .context(outcomes) }
        for (element, outcome) in outcomes where element.hasPrefix(prefix) {
            outcomes[String(element.dropFirst(prefix.count))] = outcome
        }
        return .context(outcomes)
    }

    /// The names of BPMN 2.0, §10.3.9.
    private func loopNames(at id: Int) -> Variables {
        let place = activity(id)
        guard let loop = graph.index[place.element].flatMap({ graph[$0].node.loop }) else { return [:] }
        switch place.part {
        case .single: return [:]
        case .member(let counter):
            var names: Variables = ["loopCounter": .number(Decimal(counter))]
            if let name = loop.itemName, let item = place.item { names[name] = item }
            return names
        case .group:
            let votes = place.handling?.votes ?? [:]
            return [
                "numberOfInstances": .number(Decimal(seats(in: id))),
                "numberOfActiveInstances": .number(Decimal(place.live)),
                "numberOfCompletedInstances": .number(Decimal(place.handling?.done ?? 0)),
                "votes": .context(votes.mapValues { .number(Decimal($0)) }),
            ]
        }
    }
}
