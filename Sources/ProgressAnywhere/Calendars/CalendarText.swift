import WorkingTime

/// A calendar as calendar programs read it: iCalendar (RFC 5545), with the name and the pace of RFC 7986.
struct CalendarText: Sendable {
    /// One entry.
    struct Event: Sendable, Hashable {
        /// When it is.
        enum Time: Sendable, Hashable {
            /// The whole day.
            case day(CivilDate)
            /// From this moment, for an hour.
            case hour(Instant)
        }

        /// The same for the same thing for ever, so that a program moves the entry and adds none.
        let id: String
        let time: Time
        let summary: String
        let description: String
        let address: String
        /// Grows with every change of the day, and when it is called off.
        let revision: Int
        /// The day no longer counts: what it was for has come to pass, stands still, or is over.
        var isCancelled = false
    }

    /// The longest line in bytes, its end not counted (RFC 5545 section 3.1).
    static let lineBytes = 75

    let name: String
    /// The host, for ids that are unique in the world.
    let host: String
    let events: [Event]
    let madeAt: Instant

    /// The file.
    var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Minben//progress//ZH", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ]
        let all = head + events.flatMap { lines($0) } + ["END:VCALENDAR"]
        return all.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func lines(_ event: Event) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(event.id)@\(host)", "DTSTAMP:\(Self.utc(madeAt))"]
        lines += times(event.time)
        lines += ["STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")"]
        lines += ["SEQUENCE:\(event.revision)", "SUMMARY:\(Self.escaped(event.summary))"]
        lines += ["DESCRIPTION:\(Self.escaped(event.description))", "URL:\(event.address)"]
        lines += ["CLASS:PRIVATE", "TRANSP:TRANSPARENT"]
        lines += alarm(event)
        return lines + ["END:VEVENT"]
    }

    private func times(_ time: Event.Time) -> [String] {
        switch time {
        case .day(let day):
            [
                "DTSTART;VALUE=DATE:\(Self.basic(day))",
                "DTEND;VALUE=DATE:\(Self.basic(day.adding(days: 1)))",
            ]
        case .hour(let start):
            ["DTSTART:\(Self.utc(start))", "DTEND:\(Self.utc(start.adding(seconds: 3_600)))"]
        }
    }

    /// At nine in the morning of the day before.
    private func alarm(_ event: Event) -> [String] {
        guard case .day = event.time, !event.isCancelled else { return [] }
        return [
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15H",
            "DESCRIPTION:\(Self.escaped(event.summary))", "END:VALARM",
        ]
    }

    /// What would end a value or a line is written as text (section 3.3.11); other control characters are left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case _ where scalar.value < 32 || scalar.value == 127: continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Goes on with a blank on the next line, never within a character.
    static func folded(_ line: String) -> String {
        var folded = ""
        var used = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if used + size > lineBytes {
                folded += "\r\n "
                used = 1
            }
            folded.unicodeScalars.append(scalar)
            used += size
        }
        return folded
    }

    /// `20261121`.
    static func basic(_ day: CivilDate) -> String { day.iso.replacing("-", with: "") }

    /// `20261121T022400Z`: China's clock is eight hours ahead.
    static func utc(_ instant: Instant) -> String {
        let shifted = instant.adding(seconds: -8 * 3_600)
        let (hour, minute) = (shifted.hour, shifted.minute)
        return "\(basic(shifted.day))T\(hour < 10 ? "0" : "")\(hour)\(minute < 10 ? "0" : "")\(minute)00Z"
    }
}
