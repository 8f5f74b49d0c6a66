import XMLTree

extension ProcessReader {
    /// Takes the called process in, so that an instance never depends on what is published later.
    mutating func readCalled(_ element: XMLElement, id: String) {
        let written = element["calledElement"] ?? ""
        let name = written.split(separator: ":").last.map(String.init) ?? ""
        guard !name.isEmpty else { return draft.find("缺少 calledElement", at: element) }
        guard !callers.contains(name) else {
            let way = (callers + [name]).joined(separator: " → ")
            return draft.find("流程循环调用：\(way)", at: element)
        }
        guard callers.count < Self.deepestCalls else {
            return draft.find("流程调用超过 \(Self.deepestCalls) 层", at: element)
        }
        reads.count += 1
        guard reads.count <= Self.mostCalls, draft.nodes.count <= Self.mostNodes else {
            return draft.find("调用的流程太多，合起来太大", at: element)
        }
        guard let file = called(name) else { return draft.find("没有流程「\(name)」", at: element) }
        do {
            let inner = ProcessReader.read(
                try XMLTree.parse(file), called: called, callers: callers, reads: reads)
            if let first = inner.findings.first {
                return draft.find("被调用的流程「\(name)」不能执行：\(first.description)", at: element)
            }
            draft.include(inner, under: id)
            if draft.nodes.count > Self.mostNodes { draft.find(Self.tooLarge, at: element) }
        } catch {
            draft.find("被调用的流程「\(name)」读不了：\(error.sentence)", at: element)
        }
    }

    private static let deepestCalls = 8
    /// Calls of calls multiply.
    private static let mostCalls = 1000
    /// No process that people can survey is larger.
    static let mostNodes = 20_000
    static var tooLarge: String { "流程超过 \(mostNodes) 个元素" }

    /// How many called processes were read, at whatever depth.
    final class Reads {
        var count = 0
    }
}

extension FlowNode {
    /// The node as part of the process that calls its own.
    func inside(_ call: String) -> FlowNode {
        var node = FlowNode(id: "\(call)/\(id)", name: name, kind: kind.inside(call))
        node.scope = scope.map { "\(call)/\($0)" } ?? call
        node.loop = loop
        node.isInterrupting = isInterrupting
        node.defaultFlow = defaultFlow.map { "\(call)/\($0)" }
        return node
    }
}

extension FlowNode.Kind {
    fileprivate func inside(_ call: String) -> Self {
        switch self {
        case .userTask(let task):
            .userTask(
                UserTask(
                    id: "\(call)/\(task.id)", name: task.name, organ: task.organ, role: task.role,
                    act: task.act, outcomes: task.outcomes, limit: task.limit))
        case .serviceTask(let task):
            .serviceTask(
                ServiceTask(
                    id: "\(call)/\(task.id)", name: task.name, service: task.service, isFinal: task.isFinal,
                    parameters: task.parameters))
        case .businessRuleTask(let task):
            .businessRuleTask(
                BusinessRuleTask(
                    id: "\(call)/\(task.id)", name: task.name, decision: task.decision, result: task.result))
        case .start(let trigger): .start(trigger.inside(call))
        case .catchEvent(let trigger): .catchEvent(trigger.inside(call))
        case .boundary(let event):
            .boundary(
                BoundaryEvent(
                    attachedTo: "\(call)/\(event.attachedTo)", interrupting: event.interrupting,
                    trigger: event.trigger.inside(call)))
        default: self
        }
    }
}

extension EventTrigger {
    fileprivate func inside(_ call: String) -> Self {
        guard case .timer(let timer) = self else { return self }
        return .timer(
            TimerEvent(
                id: "\(call)/\(timer.id)", name: timer.name, attachedTo: "\(call)/\(timer.attachedTo)",
                interrupting: timer.interrupting, clock: timer.clock, duration: timer.duration,
                unit: timer.unit, date: timer.date, cycle: timer.cycle))
    }
}

extension SequenceFlow {
    /// The arrow as part of the process that calls its own.
    func inside(_ call: String) -> SequenceFlow {
        SequenceFlow(
            id: "\(call)/\(id)", name: name, source: "\(call)/\(source)", target: "\(call)/\(target)",
            condition: condition)
    }
}
