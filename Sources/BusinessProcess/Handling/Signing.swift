import Refusals

/// When an additional signer signs.
public enum SigningOrder: String, Sendable, Codable, CaseIterable {
    /// Before the step goes on (前加签).
    case before
    /// After it, before the process goes on (后加签).
    case after
    /// At the same time (并签).
    case parallel
}

extension ProcessInstance {
    /// Has somebody else sign a step as well (加签). The step is over when all have signed.
    ///
    /// - Throws: `refused` with the reason, `notActive`, `suspended`, `ended`, `instances` beyond the limit.
    public mutating func addSigner(
        _ person: String, _ order: SigningOrder, to activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        let group = open.part == .single ? nil : self.activity(open.scope)
        let members =
            group.map { group in activities.filter { $0.scope == group.id && $0.state != .undone } } ?? [open]
        guard members.count < Loop.maximumInstances else {
            let title = definition.elements[open.element]?.title ?? open.element
            throw .instances(element: title, count: members.count + 1)
        }
        guard !members.contains(where: { $0.isOpen && $0.holder == person }) else {
            throw .refused("对方已经在这一步签办，不用再加签。")
        }
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.addSigner(person, order, to: activity)
        }
    }

    /// Takes a signer away who has not signed yet (减签).
    ///
    /// - Throws: `refused` with the reason, `notActive`, `suspended`, `ended`, and what `complete` throws.
    public mutating func removeSigner(
        _ activity: Int, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        let leaving = try open(activity, in: definition)
        guard !isSuspended else { throw .suspended }
        guard case .member(let place) = leaving.part, definition.elements[leaving.element]?.isUserTask == true
        else { throw .refused("这一步只有一人办理，不能减签。") }
        let group = activities[leaving.scope - 1]
        guard !group.isSigning || place != 1 else { throw .refused("原办理人不能减签，请改用转办。") }
        let others = activities.filter {
            $0.scope == group.id && $0.id != activity && ($0.isOpen || $0.state == .completed)
        }
        guard !others.isEmpty else { throw .refused("至少要留一人办理，不能减签。") }
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.removeSigner(activity)
        }
    }
}

extension TokenRun {
    mutating func addSigner(_ person: String, _ order: SigningOrder, to id: Int) {
        let group = signingGroup(of: id)
        guard let number = graph.index[activity(id).element], case .group(let total) = activity(group).part
        else { return }
        let isSequential = graph[number].node.loop?.manner == .sequential
        let awaits = order == .after ? [id] : order == .before ? activity(id).handling?.awaits ?? [] : []
        let signer = append(
            graph[number], scope: group, cause: group, part: .member(isSequential ? 0 : total + 1),
            state: order == .after ? .parked : .active
        ) { handling in
            handling.holder = person
            handling.awaits = awaits
            handling.isUnseen = order == .after
        }
        instance.resting += 1
        count(1, in: group)
        update(group) { $0.part = .group(total: total + 1) }
        handle(group) { $0.hasSigners = true }
        if order != .after { show(signer, number) }
        if order == .before {
            handle(id) { $0.awaits.append(signer) }
            park(id)
        }
    }

    mutating func removeSigner(_ id: Int) throws(ProcessError) {
        let leaving = activity(id)
        close(id, as: .cancelled)
        handle(leaving.scope) { $0.removed += 1 }
        try memberGone(id, of: leaving.scope, cause: leaving.cause)
    }

    private mutating func show(_ id: Int, _ number: Int) {
        announce(id, number)
        if let holder = activity(id).holder { effects.append(.handedOver(activity: id, holder: holder)) }
    }

    mutating func park(_ id: Int) {
        guard activity(id).state == .active else { return }
        update(id) { $0.state = .parked }
        effects.append(.parked(activity: id))
    }

    /// Lets those go on who have waited for no one else.
    mutating func release(in group: Int) {
        for member in instance.activities where member.scope == group && member.state == .parked {
            guard let awaits = member.handling?.awaits, !awaits.contains(where: { activity($0).isOpen })
            else {
                continue
            }
            update(member.id) { $0.state = .active }
            guard member.handling?.isUnseen == true, let number = graph.index[member.element] else {
                effects.append(.unparked(activity: member.id))
                continue
            }
            handle(member.id) { $0.isUnseen = false }
            show(member.id, number)
        }
    }

    /// The group a step belongs to; a step that stood alone gets one.
    private mutating func signingGroup(of id: Int) -> Int {
        let step = activity(id)
        guard step.part == .single, let number = graph.index[step.element] else { return step.scope }
        let group = append(
            graph[number], scope: step.scope, cause: step.cause, part: .group(total: 1)
        ) { handling in
            handling.isSigning = true
            handling.opened = 1
        }
        update(group) { made in
            made.live = 1
            made.firedTimers = step.firedTimers
        }
        update(id) { member in
            member.scope = group
            member.cause = group
            member.part = .member(1)
            member.firedTimers = []
        }
        if !graph[number].boundaries.isEmpty { effects.append(.timersMoved(from: id, to: group)) }
        return group
    }
}
