import Foundation
import Testing
import WorkingTime

@Suite("Moments")
struct InstantTests {
    @Test(
        "text that is not RFC 3339 is refused",
        arguments: [
            "", "2026-11-21", "2026-11-21T10:24:00", "2026-11-21 10:24:00Z", "2026-11-21T24:00:00Z",
            "2026-11-21T10:60:00Z", "2026-02-30T10:24:00Z", "2026-11-21T10:24:00.Z",
            "2026-11-21T10:24:00+0800",
            "2026-11-21T10:24:00+08:00x", "2026-11-21T10:24:00+24:00", "2026-11-21T1:24:00+08:00",
        ])
    func notRFC3339(text: String) { #expect(Instant(rfc3339: text) == nil) }

    @Test(
        "the same moment is read from every zone",
        arguments: [
            "2026-11-21T10:24:00+08:00", "2026-11-21T02:24:00Z", "2026-11-20T21:24:00-05:00",
            "2026-11-21T02:24:00.000Z", "2026-11-21t02:24:00z",
        ])
    func zones(text: String) { #expect(Instant(rfc3339: text)?.milliseconds == 1_795_227_840_000) }

    @Test("a moment is written in China's time and read back")
    func text() {
        let moment = Instant(day: day("2026-11-21"), hour: 10, minute: 24)
        #expect(moment.rfc3339 == "2026-11-21T10:24:00+08:00")
        #expect(moment.chinese == "2026年11月21日 10:24")
        #expect(moment.shortChinese == "11月21日 10:24")
        let end = day("2026-11-21").endOfDay
        #expect(end.rfc3339 == "2026-11-21T23:59:59.999+08:00")
        #expect(Instant(rfc3339: end.rfc3339) == end)
    }

    @Test("the day is China's, not Greenwich's")
    func dayInChina() {
        #expect(Instant(rfc3339: "2026-11-20T16:00:00Z")?.day == day("2026-11-21"))
        #expect(Instant(rfc3339: "2026-11-20T15:59:59.999Z")?.day == day("2026-11-20"))
        #expect(Instant(milliseconds: -1).day == day("1970-01-01"))
        #expect(day("2026-11-21").startOfDay.day == day("2026-11-21"))
        #expect(day("2026-11-21").endOfDay.day == day("2026-11-21"))
    }

    @Test("seconds are added and subtracted, and never overflow")
    func arithmetic() {
        let moment = at("2026-11-21 10:24")
        #expect(moment.adding(seconds: 90) - moment == 90)
        #expect(moment.adding(seconds: -86_400).day == day("2026-11-20"))
        #expect(moment.adding(seconds: .max).day == .last)
        #expect(Instant(milliseconds: .min).day == .first)
        #expect(Instant(milliseconds: .max) == CivilDate.last.endOfDay)
    }

    @Test("JSON carries milliseconds")
    func json() throws {
        #expect(
            try JSONEncoder().encode(Instant(milliseconds: 1_795_227_840_000)) == Data("1795227840000".utf8))
        #expect(try JSONDecoder().decode(Instant.self, from: Data("5".utf8)) == Instant(milliseconds: 5))
    }
}
