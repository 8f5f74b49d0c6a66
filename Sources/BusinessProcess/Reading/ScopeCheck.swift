extension StructureCheck {
    /// How a process or subprocess begins, and whether everything in it is reached.
    mutating func checkScope(_ container: FlowNode?) {
        let members = inside[container?.id ?? ""] ?? []
        let starts = members.filter { if case .start = $0.kind { true } else { false } }
        let place = container?.id ?? draft.id
        if container?.isEventSubprocess == true {
            checkEventStart(starts, at: place)
        } else if container != nil {
            let plain = starts.filter { $0.trigger == EventTrigger.none }
            if plain.count != 1 || starts.count != 1 { draft.find("子流程要有一个不等待事件的开始事件", at: place) }
        } else {
            checkStarts(starts, at: place)
        }
        for node in members where node.isUncaughtError(in: self) {
            draft.find("没有处理这个错误的边界事件或事件子流程", at: node.id)
        }
        checkReach(from: starts, among: members)
    }

    private mutating func checkStarts(_ starts: [FlowNode], at place: String) {
        let plain = starts.filter { $0.trigger == EventTrigger.none }
        if plain.count > 1 || starts.isEmpty {
            draft.find("要有一个开始事件，现有 \(starts.count) 个", at: place)
        }
        for start in starts {
            switch start.trigger {
            case .error, .escalation: draft.find("流程不能由错误或升级开始", at: start.id)
            default: break
            }
        }
    }

    private mutating func checkEventStart(_ starts: [FlowNode], at place: String) {
        guard starts.count == 1, let start = starts.first, start.trigger != EventTrigger.none else {
            return draft.find("事件子流程要有一个等待事件的开始事件", at: place)
        }
    }

    private mutating func checkReach(from starts: [FlowNode], among members: [FlowNode]) {
        var reached: Set<String> = []
        var next = starts.map(\.id)
        while let id = next.popLast() {
            guard reached.insert(id).inserted else { continue }
            next += (outgoing[id] ?? []).map(\.target) + (boundaries[id] ?? []).map(\.id)
        }
        for node in members where !reached.contains(node.id) && !node.isEventSubprocess {
            draft.find("从开始事件走不到这里", at: node.id)
        }
    }

    /// Takes away, again and again, the nodes nothing moves into without resting first: what is left turns
    /// in a circle.
    mutating func checkLoops() {
        let passing = draft.nodes.filter { !$0.isResting }
        let before = { [incoming] (id: String) in (incoming[id] ?? []).map(\.source) }
        let after = { [outgoing] (id: String) in (outgoing[id] ?? []).map(\.target) }
        let circling = Self.peel(Set(passing.map(\.id)), by: before, after)
        // What merely leads out of the circle is not to blame.
        let left = Self.peel(circling, by: after, before)
        for id in left.sorted() { draft.find("处在没有任务的环路里，永远停不下来", at: id) }
    }

    /// What is left when all without a neighbour on one side have been taken away.
    private static func peel(
        _ all: Set<String>, by side: (String) -> [String], _ other: (String) -> [String]
    ) -> Set<String> {
        var left = all
        var degree: [String: Int] = [:]
        for id in all { degree[id] = side(id).count { all.contains($0) } }
        var free = all.filter { degree[$0] == 0 }
        while let id = free.popFirst() {
            left.remove(id)
            for neighbour in other(id) where left.contains(neighbour) {
                degree[neighbour, default: 0] -= 1
                if degree[neighbour] == 0 { free.insert(neighbour) }
            }
        }
        return left
    }
}

extension FlowNode {
    /// Whether it throws an error nothing around it catches.
    fileprivate func isUncaughtError(in check: StructureCheck) -> Bool {
        guard case .end(.error(let code), _) = kind else { return false }
        var place = scope
        while true {
            let handlers = (check.inside[place ?? ""] ?? []).filter(\.isEventSubprocess)
                .flatMap { check.inside[$0.id] ?? [] }
            let boundaries = place.flatMap { check.boundaries[$0] } ?? []
            if (handlers + boundaries).contains(where: { $0.trigger?.catches(error: code) == true }) {
                return false
            }
            guard let inner = place else { return true }
            place = check.nodes[inner]?.scope
        }
    }
}

extension EventTrigger {
    func catches(error code: String) -> Bool {
        if case .error(let own) = self { own == nil || own == code } else { false }
    }

    func catches(escalation code: String) -> Bool {
        if case .escalation(let own) = self { own == nil || own == code } else { false }
    }
}
