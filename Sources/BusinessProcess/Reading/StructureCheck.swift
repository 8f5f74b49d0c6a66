/// Checks what only the whole process shows: arrows that lead nowhere, nodes nobody reaches, choices
/// without an answer, loops without rest.
struct StructureCheck {
    var draft: ProcessDraft
    let nodes: [String: FlowNode]
    let outgoing: [String: [SequenceFlow]]
    let incoming: [String: [SequenceFlow]]
    let boundaries: [String: [FlowNode]]
    let inside: [String: [FlowNode]]

    init(_ draft: ProcessDraft) {
        self.draft = draft
        nodes = Dictionary(draft.nodes.map { ($0.id, $0) }) { first, _ in first }
        outgoing = Dictionary(grouping: draft.flows, by: \.source)
        incoming = Dictionary(grouping: draft.flows, by: \.target)
        boundaries = Dictionary(grouping: draft.nodes.filter { $0.boundary != nil }) {
            $0.boundary?.attachedTo ?? ""
        }
        inside = Dictionary(grouping: draft.nodes) { $0.scope ?? "" }
    }

    mutating func checked() -> ProcessDraft {
        checkScope(nil)
        for node in draft.nodes where node.isSubProcess { checkScope(node) }
        for flow in draft.flows { check(flow) }
        for node in draft.nodes { check(node) }
        for lane in draft.lanes { check(lane) }
        checkLoops()
        return draft
    }

    private mutating func check(_ flow: SequenceFlow) {
        for end in [flow.source, flow.target] where nodes[end] == nil {
            draft.find("连到了不存在的元素「\(end)」", at: flow.id)
        }
        guard let source = nodes[flow.source] else { return }
        if let target = nodes[flow.target], target.scope != source.scope {
            draft.find("路径不能穿过子流程的边界", at: flow.id)
        }
        guard flow.condition != nil else { return }
        if flow.id == source.defaultFlow { draft.find("默认路径不能有条件", at: flow.id) }
        guard source.isTask || source.kind == .exclusiveGateway || source.kind == .inclusiveGateway else {
            return draft.find("条件只能写在排他网关、包容网关或任务之后", at: flow.id)
        }
    }

    private mutating func check(_ node: FlowNode) {
        let ways = (incoming[node.id]?.count ?? 0, outgoing[node.id]?.count ?? 0)
        switch node.kind {
        case .start where ways.0 > 0: draft.find("开始事件不能有进入的路径", at: node.id)
        case .end where ways.1 > 0: draft.find("结束事件不能有离开的路径", at: node.id)
        case .boundary(let event): check(event, node, incoming: ways.0)
        case .exclusiveGateway, .inclusiveGateway: checkChoice(at: node)
        case .eventBasedGateway: checkEvents(after: node)
        default: checkDefault(of: node)
        }
        if node.isEventSubprocess {
            if ways.0 + ways.1 > 0 { draft.find("事件子流程不能有进入或离开的路径", at: node.id) }
        } else if !node.isEnd, ways.1 == 0 {
            draft.find("没有离开的路径", at: node.id)
        }
    }

    private mutating func check(_ event: BoundaryEvent, _ node: FlowNode, incoming: Int) {
        if incoming > 0 { draft.find("边界事件不能有进入的路径", at: node.id) }
        guard let host = nodes[event.attachedTo], host.isTask, host.isResting, host.scope == node.scope else {
            return draft.find("没有附着在任务上", at: node.id)
        }
        if case .error = event.trigger, !event.interrupting { draft.find("错误事件一定中断任务", at: node.id) }
    }

    private mutating func checkChoice(at gateway: FlowNode) {
        checkDefault(of: gateway)
        let flows = outgoing[gateway.id] ?? []
        guard flows.count > 1 else { return }
        for flow in flows where flow.condition == nil && flow.id != gateway.defaultFlow {
            draft.find("缺少条件", at: flow.id)
        }
    }

    private mutating func checkDefault(of node: FlowNode) {
        if let flow = node.defaultFlow, !(outgoing[node.id] ?? []).contains(where: { $0.id == flow }) {
            draft.find("默认路径「\(flow)」不从这里离开", at: node.id)
        }
    }

    private mutating func checkEvents(after gateway: FlowNode) {
        let flows = outgoing[gateway.id] ?? []
        if flows.count < 2 { draft.find("事件网关之后要有两个以上的事件", at: gateway.id) }
        for flow in flows {
            guard let event = nodes[flow.target] else { continue }
            guard event.isAwaitable else {
                draft.find("事件网关只能连到等待的事件", at: flow.id)
                continue
            }
            if (incoming[event.id] ?? []).count > 1 { draft.find("事件网关之后的事件不能有别的进入路径", at: event.id) }
        }
    }

    private mutating func check(_ lane: Lane) {
        for id in lane.nodes where nodes[id] == nil {
            draft.find("泳道「\(lane.name)」里的元素「\(id)」不存在", at: lane.id)
        }
    }
}

extension FlowNode {
    /// Whether it can be one of the events after an event-based gateway.
    fileprivate var isAwaitable: Bool {
        switch kind {
        case .catchEvent, .receiveTask: loop == nil
        default: false
        }
    }
}
