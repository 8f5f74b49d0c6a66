import DecisionModel

extension TokenRun {
    /// Opens an activity that is done more than once.
    mutating func openGroup(
        _ number: Int, _ loop: Loop, scope: Int, cause: Int, repeats: Int?
    ) throws(ProcessError) -> Int {
        let items = try items(of: loop, number, scope: scope)
        let total = items?.count ?? 0
        let group = append(graph[number], scope: scope, cause: cause, part: .group(total: total)) {
            handling in
            handling.repeats = repeats
            if loop.manner == .sequential { handling.items = items ?? [] }
        }
        watch(group, number)
        switch loop.manner {
        case .parallel:
            for (place, item) in (items ?? []).enumerated() {
                try openMember(place + 1, item, of: group, at: number, cause: group)
            }
        case .sequential:
            if let first = items?.first {
                try openMember(1, first, of: group, at: number, cause: group)
            }
        case .standard(let testBefore):
            let begins = testBefore ? try goesOn(loop, number, group) : true
            if begins {
                try openMember(1, .null, of: group, at: number, cause: group)
            }
        }
        // Nobody to ask, or instances that ended by themselves.
        if activity(group).isOpen, activity(group).live == 0 { try finishGroup(group) }
        return group
    }

    mutating func openMember(
        _ place: Int, _ item: Value, of group: Int, at number: Int, cause: Int
    ) throws(ProcessError) {
        guard activity(group).isOpen else { return }
        count(1, in: group)
        handle(group) { $0.opened = place }
        try open(number, scope: group, cause: cause, part: .member(place)) { handling in
            if item != .null { handling.item = item }
        }
    }

    /// The items of a multi-instance; `nil` for a standard loop.
    private func items(of loop: Loop, _ number: Int, scope: Int) throws(ProcessError) -> [Value]? {
        let title = graph[number].node.title
        switch loop.items {
        case nil: return nil
        case .collection(let expression):
            guard case .list(let items) = try value(of: expression, at: number, scope: scope) else {
                throw .instances(element: title, count: nil)
            }
            guard items.count <= Loop.maximumInstances else {
                throw .instances(element: title, count: items.count)
            }
            return items
        case .cardinality(let expression):
            guard case .number(let said) = try value(of: expression, at: number, scope: scope),
                let count = Int("\(said)"), count >= 0
            else { throw .instances(element: title, count: nil) }
            guard count <= Loop.maximumInstances else { throw .instances(element: title, count: count) }
            return Array(repeating: .null, count: count)
        }
    }

    /// One of a group is done.
    mutating func memberDone(_ id: Int, of group: Int) throws(ProcessError) {
        let outcome = activity(id).outcome
        handle(group) { handling in
            handling.done += 1
            if let outcome { handling.votes[outcome, default: 0] += 1 }
        }
        try memberGone(id, of: group, cause: id)
    }

    /// One less is asked: others may sign now, the next begins, or the group is done.
    mutating func memberGone(_ id: Int, of group: Int, cause: Int) throws(ProcessError) {
        count(-1, in: group)
        if activity(group).handling?.hasSigners == true { release(in: group) }
        guard let number = graph.index[activity(group).element] else { return }
        if let loop = graph[number].node.loop {
            if try isDecided(group, loop, number) { return try finishGroup(group) }
            if activity(group).live == 0, try openNext(cause, in: group, loop, number) { return }
        }
        if activity(group).live == 0 { try finishGroup(group) }
    }

    private mutating func openNext(
        _ cause: Int, in group: Int, _ loop: Loop, _ number: Int
    ) throws(ProcessError) -> Bool {
        guard case .group(let total) = activity(group).part else { return false }
        let opened = activity(group).handling?.opened ?? 0
        switch loop.manner {
        case .parallel: return false
        case .sequential:
            let items = activity(group).handling?.items ?? []
            guard opened < min(total, items.count) else { return false }
            try openMember(opened + 1, items[opened], of: group, at: number, cause: cause)
        case .standard:
            guard opened < min(loop.maximum ?? Loop.maximumInstances, Loop.maximumInstances) else {
                return false
            }
            guard try goesOn(loop, number, group) else { return false }
            update(group) { $0.part = .group(total: opened + 1) }
            try openMember(opened + 1, .null, of: group, at: number, cause: cause)
        }
        return true
    }

    private func goesOn(_ loop: Loop, _ number: Int, _ group: Int) throws(ProcessError) -> Bool {
        guard let condition = loop.condition else { return true }
        return try value(of: condition, at: number, scope: group) == true
    }

    /// Takes away whoever has not answered, and goes on from the group.
    mutating func finishGroup(_ group: Int) throws(ProcessError) {
        if activity(group).live > 0 {
            cancelInside([group])
            clear(group)
            update(group) { $0.isCut = true }
        }
        keepResult(of: group)
        try finish(group)
    }
}
