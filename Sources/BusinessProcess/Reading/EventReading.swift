import XMLTree

extension ProcessReader {
    /// The one definition an event has; `nil` for a plain event and where several are refused.
    private mutating func definition(of element: XMLElement) -> XMLElement? {
        let written = element.elements.filter {
            $0.namespace == BPMN.model && $0.localName.hasSuffix("EventDefinition")
        }
        let refused = ["eventDefinitionRef"].compactMap { element.first($0) }
        if written.count + refused.count > 1 || !refused.isEmpty {
            draft.find("一个事件只能写一种触发方式", at: element)
            return nil
        }
        return written.first
    }

    /// What a start, catching or boundary event waits for.
    mutating func trigger(_ element: XMLElement, id: String, interrupting: Bool) -> EventTrigger {
        guard let written = definition(of: element) else {
            if element.localName != "startEvent" { draft.find("没有写等待什么", at: element) }
            return .none
        }
        switch written.localName {
        case "timerEventDefinition":
            return .timer(timer(element, written, id: id, interrupting: interrupting))
        case "messageEventDefinition": return .message(message(of: written, at: element))
        case "signalEventDefinition": return .signal(reference("signalRef", of: written, at: element) ?? "")
        case "errorEventDefinition" where element.localName != "intermediateCatchEvent":
            return .error(written["errorRef"].map { names[$0] ?? $0 })
        case "escalationEventDefinition" where element.localName != "intermediateCatchEvent":
            return .escalation(written["escalationRef"].map { names[$0] ?? $0 })
        default:
            draft.find("其中的 \(written.localName) 还不支持执行", at: element)
            return .none
        }
    }

    /// What an end or throwing event brings about.
    mutating func result(_ element: XMLElement) -> EventResult {
        guard let written = definition(of: element) else { return .none }
        let isEnd = element.localName == "endEvent"
        switch written.localName {
        case "messageEventDefinition": return .message(message(of: written, at: element))
        case "signalEventDefinition": return .signal(reference("signalRef", of: written, at: element) ?? "")
        case "escalationEventDefinition":
            return .escalation(reference("escalationRef", of: written, at: element) ?? "")
        case "errorEventDefinition" where isEnd:
            return .error(reference("errorRef", of: written, at: element) ?? "")
        case "terminateEventDefinition" where isEnd: return .terminate
        default:
            draft.find("其中的 \(written.localName) 还不支持执行", at: element)
            return .none
        }
    }

    /// The name of the message an event or task refers to.
    mutating func message(of written: XMLElement, at element: XMLElement) -> String {
        reference("messageRef", of: written, at: element) ?? ""
    }

    private mutating func reference(
        _ attribute: String, of written: XMLElement, at element: XMLElement
    ) -> String? {
        guard let id = written[attribute] else {
            draft.find("缺少 \(attribute)", at: element)
            return nil
        }
        let plain = id.split(separator: ":").last.map(String.init) ?? id
        if names[plain] == nil { draft.find("\(attribute)「\(id)」没有声明", at: element) }
        return names[plain]
    }

    private mutating func timer(
        _ element: XMLElement, _ written: XMLElement, id: String, interrupting: Bool
    ) -> TimerEvent {
        let clock = element["clock", in: BPMN.minben]
        let words = ["timeDuration", "timeDate", "timeCycle"].map { written.first($0)?.text }
        if (words + [clock]).compactMap(\.self).count != 1 {
            draft.find("计时要么写 minben:clock，要么写 timeDuration、timeDate、timeCycle 中的一个", at: element)
        }
        let timer = TimerEvent(
            id: id, name: element.label, attachedTo: element["attachedToRef"] ?? id,
            interrupting: interrupting, clock: clock, duration: words[0],
            unit: element["unit", in: BPMN.minben], date: words[1], cycle: words[2])
        check(timer, at: element)
        return timer
    }

    private mutating func check(_ timer: TimerEvent, at element: XMLElement) {
        if let duration = timer.duration, timer.interval == nil {
            draft.find("「\(duration)」不是 ISO 8601 时长", at: element)
        }
        if let date = timer.date, date.wholeMatch(of: Self.isoDate) == nil {
            draft.find("「\(date)」不是 ISO 8601 日期", at: element)
        }
        if let unit = timer.unit, let interval = timer.interval, interval.count(in: unit) == nil {
            draft.find("minben:unit「\(unit)」数不了这个时长：天数写 P5D，小时写 PT4H，月写 P2M", at: element)
        }
        guard let cycle = timer.cycle else { return }
        let parts = cycle.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count != 2 || timer.interval == nil || parts[0].wholeMatch(of: /R\d{0,6}/) == nil {
            draft.find("「\(cycle)」不是 ISO 8601 重复间隔", at: element)
        }
        if timer.interval?.isZero == true { draft.find("重复的间隔不能是零", at: element) }
        if timer.interrupting { draft.find("重复的计时只能写在不中断的事件上", at: element) }
    }

    private static var isoDate: Regex<Substring> {
        /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?/
    }
}
