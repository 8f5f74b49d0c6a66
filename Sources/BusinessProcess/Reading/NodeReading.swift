import XMLTree

extension ProcessReader {
    /// What the element does, `nil` when it is not executed and has been named in a finding.
    mutating func kind(of element: XMLElement, id: String) -> FlowNode.Kind? {
        var parts = BPMN.nodeParts
        defer { refuseParts(of: element, besides: parts) }
        switch element.localName {
        case "startEvent": return .start
        case "endEvent": return .end(isAdverse: element["adverse", in: BPMN.minben] == "true")
        case "exclusiveGateway": return .exclusiveGateway(defaultFlow: element["default"])
        case "parallelGateway": return .parallelGateway
        case "userTask": return .userTask(userTask(element, id: id))
        case "serviceTask": return .serviceTask(serviceTask(element, id: id))
        case "boundaryEvent" where element.first("timerEventDefinition") != nil:
            parts.insert("timerEventDefinition")
            return .timerBoundary(timer(element, id: id))
        default:
            // The element is named once, not again with each of its parts.
            parts = Set(element.elements.map(\.localName))
            draft.find("还不支持执行", at: element)
            return nil
        }
    }

    private mutating func refuseParts(of element: XMLElement, besides known: Set<String>) {
        for part in element.elements
        where part.namespace == BPMN.model && !known.contains(part.localName) {
            draft.find("其中的 \(part.localName) 还不支持执行", at: element)
        }
        if element["isForCompensation"] == "true" { draft.find("还不支持补偿", at: element) }
    }

    private mutating func required(_ name: String, of element: XMLElement) -> String {
        guard let value = element[name, in: BPMN.minben], !value.isEmpty else {
            draft.find("缺少 minben:\(name)", at: element)
            return ""
        }
        return value
    }

    private mutating func userTask(_ element: XMLElement, id: String) -> UserTask {
        let outcomes = outcomes(of: element)
        let organ = required("organ", of: element)
        let role = required("role", of: element)
        return UserTask(
            id: id, name: element.label, organ: organ, role: role, act: required("act", of: element),
            outcomes: outcomes, limit: element["limit", in: BPMN.minben])
    }

    private mutating func outcomes(of element: XMLElement) -> [UserTask.Outcome] {
        let written = element.first("extensionElements")?.elements ?? []
        let outcomes = written.filter { $0.localName == "outcome" && $0.namespace == BPMN.minben }
            .map { outcome in
                UserTask.Outcome(
                    code: outcome["code"] ?? "", label: outcome["label"] ?? "",
                    needsOpinion: outcome["needsOpinion"] == "true")
            }
        if outcomes.isEmpty { draft.find("没有写办理结果（minben:outcome）", at: element) }
        if outcomes.contains(where: { $0.code.isEmpty || $0.label.isEmpty }) {
            draft.find("办理结果缺少 code 或 label", at: element)
        }
        if Set(outcomes.map(\.code)).count < outcomes.count { draft.find("办理结果的 code 重复", at: element) }
        return outcomes
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

    private mutating func timer(_ element: XMLElement, id: String) -> TimerBoundary {
        let written = element.first("timerEventDefinition")
        let duration = written?.first("timeDuration")?.text
        let clock = element["clock", in: BPMN.minben]
        for other in ["timeDate", "timeCycle"] where written?.first(other) != nil {
            draft.find("计时方式 \(other) 还不支持", at: element)
        }
        if (clock == nil) == (duration == nil) {
            draft.find("计时要么写 minben:clock，要么写 timeDuration", at: element)
        }
        if let duration, duration.wholeMatch(of: Self.isoDuration) == nil {
            draft.find("「\(duration)」不是 ISO 8601 时长", at: element)
        }
        return TimerBoundary(
            id: id, name: element.label, attachedTo: element["attachedToRef"] ?? "",
            interrupting: element["cancelActivity"] != "false", clock: clock, duration: duration,
            unit: element["unit", in: BPMN.minben])
    }

    /// ISO 8601-1, §5.5.2.4: at least one component after `P`, and after `T` where it stands.
    private static var isoDuration: Regex<Substring> {
        /P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?/
    }
}
