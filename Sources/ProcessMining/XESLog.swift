import WorkingTime

/// An event log in XES (IEEE 1849-2016), written piece by piece. Cases are numbered as they come and persons are called by
/// pseudonyms that hold within one log: nobody who reads it learns whose case it was or who did a step.
public struct XESLog: Sendable {
    private let name: String
    private let hasStarts: Bool
    private var cases = 0
    private var pseudonyms: [Int64: String] = [:]

    /// A log of this name.
    ///
    /// - Parameter hasStarts: whether a step of which it is known when it was taken has an event for that too.
    public init(name: String, hasStarts: Bool = false) { (self.name, self.hasStarts) = (name, hasStarts) }

    /// What stands before the first case.
    public var head: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
        <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
        <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
        <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
        <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
        <classifier name="Step" keys="concept:name"/>
        \(Self.string("concept:name", name))

        """
    }

    /// What stands after the last.
    public var foot: String { "</log>\n" }

    /// One case.
    public mutating func text(of trace: CaseTrace) -> String {
        cases += 1
        var text =
            "<trace>\(Self.string("concept:name", String(cases)))\(Self.string("minben:organ", trace.organ))"
        text += "<int key=\"minben:version\" value=\"\(trace.version)\"/>"
        text += "<boolean key=\"minben:finished\" value=\"\(trace.closedAt != nil)\"/>"
        text += "<date key=\"minben:filed\" value=\"\(trace.filedAt.rfc3339)\"/>"
        if let closed = trace.closedAt { text += "<date key=\"minben:closed\" value=\"\(closed.rfc3339)\"/>" }
        for (event, isStart) in Self.moments(of: trace, hasStarts) {
            text += element(event, isStart: isStart)
        }
        return text + "</trace>\n"
    }

    /// The steps as they were done, with the beginnings among them; where both fall together the beginning goes first.
    private static func moments(of trace: CaseTrace, _ hasStarts: Bool) -> [(LogEvent, isStart: Bool)] {
        guard hasStarts else { return trace.events.map { ($0, false) } }
        let all = trace.events.flatMap {
            event -> [(at: Instant, order: Int64, event: LogEvent, isStart: Bool)] in
            let start = event.startedAt.map { (at: $0, order: event.id * 2, event: event, isStart: true) }
            return (start.map { [$0] } ?? []) + [(event.doneAt, event.id * 2 + 1, event, false)]
        }
        return all.sorted { ($0.at, $0.order) < ($1.at, $1.order) }.map { ($0.event, $0.isStart) }
    }

    private mutating func element(_ event: LogEvent, isStart: Bool) -> String {
        var text =
            "\n<event>\(Self.string("concept:name", event.step))\(Self.string("minben:name", event.name))"
        text +=
            Self.string("lifecycle:transition", isStart ? "start" : "complete")
            + Self.string("org:group", event.organ)
        if let person = event.person { text += Self.string("org:resource", pseudonym(person)) }
        if let outcome = event.outcome, !isStart { text += Self.string("minben:outcome", outcome) }
        text += "<date key=\"minben:offered\" value=\"\(event.offeredAt.rfc3339)\"/>"
        if let taken = event.takenAt {
            text += "<date key=\"minben:taken\" value=\"\(taken.rfc3339)\"/>"
        }
        let moment = isStart ? event.startedAt ?? event.doneAt : event.doneAt
        return text + "<date key=\"time:timestamp\" value=\"\(moment.rfc3339)\"/></event>"
    }

    private mutating func pseudonym(_ person: Int64) -> String {
        if let known = pseudonyms[person] { return known }
        let new = "P\(pseudonyms.count + 1)"
        pseudonyms[person] = new
        return new
    }

    private static func string(_ key: String, _ value: String) -> String {
        "<string key=\"\(key)\" value=\"\(escaped(value))\"/>"
    }

    /// For an attribute in double quotes; what XML 1.0 has no place for becomes U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
