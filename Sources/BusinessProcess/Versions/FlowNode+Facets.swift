import DecisionModel

extension FlowNode {
    /// All that is said of a node, its place in the drawing apart.
    func facets(in process: ComparedProcess) -> [Facet] {
        let lane = process.lanes[id]
        let attached = (process.events[id] ?? []).sorted { $0.id < $1.id }
        return [
            Facet("名称", name), Facet("类型", kind.chinese),
            Facet("所在子流程", id: scope, scope.map(process.title)), Facet("泳道", id: lane?.id, lane?.name),
        ] + kind.facets(in: process) + [
            Facet(
                "附带的事件", id: attached.map(\.id).joined(separator: " "),
                attached.map(\.title).joined(separator: "、")),
            Facet("不中断", !isInterrupting), Facet("默认路径", defaultFlow),
        ] + (loop?.facets ?? [])
    }
}

extension FlowNode.Kind {
    fileprivate func facets(in process: ComparedProcess) -> [Facet] {
        switch self {
        case .start(let trigger), .catchEvent(let trigger): [Facet("触发", trigger.words)]
        case .boundary(let event):
            [
                Facet("附着在", id: event.attachedTo, process.title(event.attachedTo)),
                Facet("触发", event.trigger.words),
            ]
        case .end(let result, let isAdverse): [Facet("引起", result.words), Facet("对申请人不利", isAdverse)]
        case .throwEvent(let result): [Facet("引起", result.words)]
        case .userTask(let task): task.facets
        case .serviceTask(let task):
            [Facet("服务", task.service), Facet("不可退回", task.isFinal)]
                + task.parameters.sorted { $0.key < $1.key }.map { Facet("参数 \($0.key)", $0.value) }
        case .sendTask(let message), .receiveTask(let message): [Facet("消息", message)]
        case .scriptTask(let script): [Facet("脚本", script.expression.source), Facet("结果变量", script.result)]
        case .businessRuleTask(let task): [Facet("判定表", task.decision), Facet("结果变量", task.result)]
        case .manualTask, .subProcess, .exclusiveGateway, .inclusiveGateway, .parallelGateway,
            .eventBasedGateway:
            []
        }
    }
}

extension UserTask {
    fileprivate var facets: [Facet] {
        let outcomes = outcomes.map { outcome in
            "\(outcome.label)（\(outcome.code)\(outcome.needsOpinion ? "，须写意见" : "")）"
        }
        return [
            Facet("办理单位", organ), Facet("岗位", role), Facet("法律含义", act), Facet("时限", limit),
            Facet("办理结果", outcomes.joined(separator: "、")),
        ]
    }
}

extension Loop {
    fileprivate var facets: [Facet] {
        let number: String?, list: String?
        switch items {
        case .cardinality(let expression): (number, list) = (expression.source, nil)
        case .collection(let expression): (number, list) = (nil, expression.source)
        case nil: (number, list) = (nil, nil)
        }
        return [
            Facet("多次办理", manner.chinese), Facet("份数", number), Facet("名单", list), Facet("每份的名称", itemName),
            Facet("重复条件", condition?.source), Facet("最多次数", maximum.map(String.init)),
            Facet("表决结果", vote?.code), Facet("表决需要", vote.map { $0.needs.map { "\($0) 人" } ?? "全体" }),
            Facet("一票否决", vote?.veto), Facet("未通过时", vote?.otherwise),
        ]
    }
}
