import XMLTree

extension ProcessReader {
    mutating func readNode(_ element: XMLElement, id: String) {
        guard draft.nodes.count < Self.mostNodes else {
            if draft.findings.isEmpty { draft.find(Self.tooLarge, at: element) }
            return
        }
        guard var node = kind(of: element, id: id).map({ FlowNode(id: id, name: element.label, kind: $0) })
        else { return }
        node.scope = scope
        node.defaultFlow = element["default"]
        node.loop = loop(of: element, node)
        node.isInterrupting = element["isInterrupting"] != "false" && element["cancelActivity"] != "false"
        draft.nodes.append(node)
        if case .subProcess = node.kind { readInside(element, id: id) }
    }

    private mutating func readInside(_ element: XMLElement, id: String) {
        guard element.localName != "callActivity" else { return readCalled(element, id: id) }
        let outer = scope
        scope = id
        readBody(of: element)
        scope = outer
    }

    /// What the element does, `nil` when it is not executed and has been named in a finding.
    private mutating func kind(of element: XMLElement, id: String) -> FlowNode.Kind? {
        if element["isForCompensation"] == "true" { draft.find("还不支持补偿", at: element) }
        let kind = event(element, id: id) ?? task(element, id: id) ?? gateway(element)
        // An element that is not executed is named once, not again with each of its parts.
        if kind != nil {
            refuseParts(of: element)
        } else {
            draft.find("还不支持执行", at: element)
        }
        return kind
    }

    private func gateway(_ element: XMLElement) -> FlowNode.Kind? {
        switch element.localName {
        case "exclusiveGateway": .exclusiveGateway
        case "inclusiveGateway": .inclusiveGateway
        case "parallelGateway": .parallelGateway
        case "eventBasedGateway" where element["instantiate"] != "true": .eventBasedGateway
        default: nil
        }
    }

    private mutating func event(_ element: XMLElement, id: String) -> FlowNode.Kind? {
        switch element.localName {
        case "startEvent":
            return .start(trigger(element, id: id, interrupting: element["isInterrupting"] != "false"))
        case "endEvent":
            return .end(result(element), isAdverse: element["adverse", in: BPMN.minben] == "true")
        case "intermediateCatchEvent": return .catchEvent(trigger(element, id: id, interrupting: true))
        case "intermediateThrowEvent": return .throwEvent(result(element))
        case "boundaryEvent":
            let interrupting = element["cancelActivity"] != "false"
            return .boundary(
                BoundaryEvent(
                    attachedTo: element["attachedToRef"] ?? "", interrupting: interrupting,
                    trigger: trigger(element, id: id, interrupting: interrupting)))
        default: return nil
        }
    }

    private mutating func task(_ element: XMLElement, id: String) -> FlowNode.Kind? {
        switch element.localName {
        case "userTask": return .userTask(userTask(element, id: id))
        case "serviceTask": return .serviceTask(serviceTask(element, id: id))
        case "sendTask": return .sendTask(message: message(of: element, at: element))
        case "receiveTask" where element["instantiate"] != "true":
            return .receiveTask(message: message(of: element, at: element))
        case "manualTask": return .manualTask
        case "scriptTask": return script(element).map { .scriptTask($0) } ?? .manualTask
        case "businessRuleTask":
            let decision = required("decision", of: element)
            return .businessRuleTask(
                BusinessRuleTask(
                    id: id, name: element.label, decision: decision,
                    result: element["result", in: BPMN.minben] ?? decision))
        case "callActivity": return .subProcess(triggeredByEvent: false)
        case "subProcess": return .subProcess(triggeredByEvent: element["triggeredByEvent"] == "true")
        default: return nil
        }
    }

    private mutating func refuseParts(of element: XMLElement) {
        guard element.localName != "subProcess" else { return }
        let known = BPMN.nodeParts.union(BPMN.loops).union(["script"])
        for part in element.elements
        where part.namespace == BPMN.model && !known.contains(part.localName)
            && !part.localName.hasSuffix("EventDefinition")
        {
            draft.find("其中的 \(part.localName) 还不支持执行", at: element)
        }
    }

    mutating func required(_ name: String, of element: XMLElement) -> String {
        guard let value = element[name, in: BPMN.minben], !value.isEmpty else {
            draft.find("缺少 minben:\(name)", at: element)
            return ""
        }
        return value
    }

    private mutating func script(_ element: XMLElement) -> ScriptTask? {
        let format = element["scriptFormat"] ?? "feel"
        guard format.lowercased().contains("feel") else {
            draft.find("脚本的语言 \(format) 还不支持，请用 FEEL", at: element)
            return nil
        }
        let result = required("result", of: element)
        return expression(element.first("script")?.text ?? "", "脚本", at: element)
            .map { ScriptTask(expression: $0, result: result) }
    }

    private mutating func serviceTask(_ element: XMLElement, id: String) -> ServiceTask {
        let ours = element.attributes.filter { $0.namespace == BPMN.minben }
        var parameters = Dictionary(ours.map { ($0.localName, $0.value) }) { first, _ in first }
        parameters["service"] = nil
        let isFinal = parameters.removeValue(forKey: "final") == "true"
        return ServiceTask(
            id: id, name: element.label, service: required("service", of: element), isFinal: isFinal,
            parameters: parameters)
    }
}
