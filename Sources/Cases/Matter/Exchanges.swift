import BusinessProcess
import Codes
import Journal
import Refusals
import WorkingTime

/// Messages and signals between the cases of one matter, and messages from outside.
///
/// A message is for one: the first case, in the order of the matter, that waits for its name; the sender last of all.
/// When nobody waits, the matter keeps it until somebody does. A signal is for all that wait at that moment, and is
/// not kept.
extension Matter {
    mutating func send(_ message: String, from position: Int, on occasion: Occasion) throws {
        let others = cases.indices.filter { $0 != position }
        for receiver in others + [position]
        where try take(.message(message), in: receiver, on: occasion) {
            return record(
                "case.message_sent", position,
                "「\(cases[position].plan.name)」的消息「\(message)」已由「\(cases[receiver].plan.name)」收到。",
                isPublic: false, isAutomatic: true)
        }
        cases[0].heldMessages.append(message)
        record(
            "case.message_held", position, "消息「\(message)」还没有环节在等，先保存。", isPublic: false,
            isAutomatic: true)
    }

    mutating func broadcast(_ signal: String, from position: Int, on occasion: Occasion) throws {
        for receiver in cases.indices where receiver != position {
            _ = try take(.signal(signal), in: receiver, on: occasion)
        }
        record("case.signal_sent", position, "发出信号「\(signal)」。", isPublic: false, isAutomatic: true)
    }

    /// A step begins to wait: what was kept for it is there already.
    mutating func expect(_ trigger: EventTrigger, in position: Int, on occasion: Occasion) throws {
        guard case .message(let name) = trigger, let kept = root.heldMessages.firstIndex(of: name) else {
            return
        }
        cases[0].heldMessages.remove(at: kept)
        guard try take(trigger, in: position, on: occasion) else {
            return cases[0].heldMessages.insert(name, at: kept)
        }
        record("case.message_taken", position, "收到先前保存的消息「\(name)」。", isPublic: false, isAutomatic: true)
    }

    /// Hands in a message that came from outside, for example from another system of the organ in charge.
    ///
    /// - Throws: `invalid` without a name, `forbidden` unless somebody of the organ in charge does it, `conflict` when
    ///   the case does not wait for it.
    public mutating func receive(message: String, for number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        try requireHandler(position, occasion.actor)
        guard occasion.actor.organ == cases[position].plan.organ else {
            throw DomainError.forbidden("外来消息由主办部门登记。")
        }
        try Words.require(message, field: "name", "请写明收到的是什么消息。")
        guard try take(.message(message), in: position, on: occasion) else {
            throw DomainError.conflict("本件没有在等待「\(message)」。")
        }
        record(
            "case.message_received", position, "\(occasion.actor.name)登记收到「\(message)」。", isPublic: false)
        settle(by: occasion.calendar, now: occasion.now)
    }

    /// Whether this case waited for it and took it. One that stands still or has ended takes nothing.
    private mutating func take(_ trigger: EventTrigger, in position: Int, on occasion: Occasion) throws
        -> Bool
    {
        guard var instance = cases[position].process else { return false }
        let definition = try definition(of: position)
        let effects: [Effect]
        do {
            effects = try instance.take(
                trigger, in: definition, given: circumstances(of: position, on: occasion))
        } catch ProcessError.nobodyWaits, ProcessError.suspended, ProcessError.ended {
            return false
        }
        try countAutomaticStep()
        cases[position].process = instance
        try apply(effects, to: position, on: occasion)
        return true
    }

    /// Nobody inside has taken care of it: the head of the organ in charge is told (上报).
    mutating func escalate(_ code: String, by element: String, in position: Int) {
        let subject = cases[position]
        let name = (try? definition(of: position))?.title(of: element) ?? element
        record(
            "case.escalated", position, "「\(name)」上报部门负责人：\(code)", isPublic: false, isAutomatic: true,
            toHead: "办件 \(subject.number.text)「\(subject.plan.name)」需要您关注：\(name)（\(code)）。")
    }
}

extension ProcessInstance {
    fileprivate mutating func take(
        _ trigger: EventTrigger, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        switch trigger {
        case .message(let name): try receive(message: name, in: definition, given: given)
        case .signal(let name): try receive(signal: name, in: definition, given: given)
        case .none, .timer, .error, .escalation: throw .nobodyWaits(name: "")
        }
    }
}
