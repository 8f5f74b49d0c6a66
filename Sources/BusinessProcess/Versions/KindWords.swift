extension FlowNode.Kind {
    /// What modellers call it in Chinese.
    public var chinese: String {
        switch self {
        case .start: "开始事件"
        case .end: "结束事件"
        case .catchEvent: "中间捕获事件"
        case .throwEvent: "中间抛出事件"
        case .boundary: "边界事件"
        case .userTask: "用户任务"
        case .serviceTask: "服务任务"
        case .sendTask: "发送任务"
        case .receiveTask: "接收任务"
        case .scriptTask: "脚本任务"
        case .businessRuleTask: "业务规则任务"
        case .manualTask: "手工任务"
        case .subProcess(triggeredByEvent: false): "子流程"
        case .subProcess(triggeredByEvent: true): "事件子流程"
        case .exclusiveGateway: "排他网关"
        case .inclusiveGateway: "包容网关"
        case .parallelGateway: "并行网关"
        case .eventBasedGateway: "事件网关"
        }
    }
}

extension Loop.Manner {
    var chinese: String {
        switch self {
        case .parallel: "同时"
        case .sequential: "依次"
        case .standard(testBefore: false): "循环，先办后问"
        case .standard(testBefore: true): "循环，先问后办"
        }
    }
}

extension EventTrigger {
    /// What is waited for, in words; `nil` where it is nothing.
    var words: String? {
        switch self {
        case .none: nil
        case .message(let name): "消息「\(name)」"
        case .timer(let timer): "计时 \(timer.words)"
        case .signal(let name): "信号「\(name)」"
        case .error(let code): code.map { "错误「\($0)」" } ?? "任何错误"
        case .escalation(let code): code.map { "升级「\($0)」" } ?? "任何升级"
        }
    }
}

extension EventResult {
    /// What is brought about, in words; `nil` where it is nothing.
    var words: String? {
        switch self {
        case .none: nil
        case .message(let name): "消息「\(name)」"
        case .signal(let name): "信号「\(name)」"
        case .error(let code): "错误「\(code)」"
        case .escalation(let code): "升级「\(code)」"
        case .terminate: "终止"
        }
    }
}
