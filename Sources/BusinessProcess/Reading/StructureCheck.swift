/// Checks what only the whole process shows: arrows that lead nowhere, nodes nobody reaches, choices
/// without an answer, loops without rest.
struct StructureCheck {
    private var draft: ProcessDraft
    private let nodes: [String: FlowNode]
    private let outgoing: [String: [SequenceFlow]]
    private let incoming: [String: [SequenceFlow]]

    init(_ draft: ProcessDraft) {
        self.draft = draft
        nodes = Dictionary(draft.nodes.map { ($0.id, $0) }) { first, _ in first }
        outgoing = Dictionary(grouping: draft.flows, by: \.source)
        incoming = Dictionary(grouping: draft.flows, by: \.target)
    }

    mutating func checked() -> ProcessDraft {
        let starts = draft.nodes.filter { $0.kind == .start }
        if starts.count != 1 { draft.find("要有一个开始事件，现有 \(starts.count) 个", at: draft.id) }
        for flow in draft.flows { check(flow) }
        for node in draft.nodes { check(node) }
        for lane in draft.lanes { check(lane) }
        if let start = starts.first { checkReach(from: start.id) }
        checkLoops()
        return draft
    }

    private mutating func check(_ flow: SequenceFlow) {
        for end in [flow.source, flow.target] where nodes[end] == nil {
            draft.find("连到了不存在的元素「\(end)」", at: flow.id)
        }
        guard flow.condition != nil, let source = nodes[flow.source] else { return }
        if case .exclusiveGateway(let defaultFlow) = source.kind {
            if flow.id == defaultFlow { draft.find("默认路径不能有条件", at: flow.id) }
        } else {
            draft.find("条件只能写在排他网关之后", at: flow.id)
        }
    }

    private mutating func check(_ node: FlowNode) {
        let ways = (incoming[node.id]?.count ?? 0, outgoing[node.id]?.count ?? 0)
        switch node.kind {
        case .start where ways.0 > 0: draft.find("开始事件不能有进入的路径", at: node.id)
        case .end where ways.1 > 0: draft.find("结束事件不能有离开的路径", at: node.id)
        case .timerBoundary(let timer): check(timer, incoming: ways.0)
        case .exclusiveGateway(let defaultFlow): checkChoice(at: node, defaultFlow: defaultFlow)
        case .start, .end, .userTask, .serviceTask, .parallelGateway: break
        }
        if case .end = node.kind { return }
        if ways.1 == 0 { draft.find("没有离开的路径", at: node.id) }
    }

    private mutating func check(_ timer: TimerBoundary, incoming: Int) {
        if incoming > 0 { draft.find("边界事件不能有进入的路径", at: timer.id) }
        if nodes[timer.attachedTo]?.isTask != true { draft.find("没有附着在任务上", at: timer.id) }
    }

    private mutating func checkChoice(at gateway: FlowNode, defaultFlow: String?) {
        let flows = outgoing[gateway.id] ?? []
        if let defaultFlow, !flows.contains(where: { $0.id == defaultFlow }) {
            draft.find("默认路径「\(defaultFlow)」不从这里离开", at: gateway.id)
        }
        guard flows.count > 1 else { return }
        for flow in flows where flow.condition == nil && flow.id != defaultFlow {
            draft.find("缺少条件", at: flow.id)
        }
    }

    private mutating func check(_ lane: Lane) {
        for id in lane.nodes where nodes[id] == nil {
            draft.find("泳道「\(lane.name)」里的元素「\(id)」不存在", at: lane.id)
        }
    }

    private mutating func checkReach(from start: String) {
        let timers = Dictionary(grouping: draft.nodes.compactMap(\.timer), by: \.attachedTo)
        var reached: Set<String> = []
        var next = [start]
        while let id = next.popLast() {
            guard reached.insert(id).inserted else { continue }
            next += (outgoing[id] ?? []).map(\.target) + (timers[id] ?? []).map(\.id)
        }
        for node in draft.nodes where !reached.contains(node.id) {
            draft.find("从开始事件走不到这里", at: node.id)
        }
    }

    /// Takes away, again and again, the gateways nothing moves into without resting in a task first: what is
    /// left turns in a circle.
    private mutating func checkLoops() {
        var left = Set(draft.nodes.filter { !$0.isTask }.map(\.id))
        var isShrinking = true
        while isShrinking {
            let free = left.filter { id in !(incoming[id] ?? []).contains { left.contains($0.source) } }
            left.subtract(free)
            isShrinking = !free.isEmpty
        }
        // What merely follows the circle is not to blame.
        while let follower = left.first(where: { id in
            !(outgoing[id] ?? []).contains { left.contains($0.target) }
        }) {
            left.remove(follower)
        }
        for id in left.sorted() { draft.find("处在没有任务的环路里，永远停不下来", at: id) }
    }
}
