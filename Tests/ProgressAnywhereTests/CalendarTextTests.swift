import Foundation
import Testing
import WorkingTime

@testable import ProgressAnywhere

struct Unreadable: Error {}

/// A calendar as a strict program reads it: lines of at most 75 bytes that end in CRLF, unfolded, each with its value.
struct ReadCalendar {
    var lines: [(name: String, value: String)] = []

    init(_ text: String) throws {
        let ends = text.unicodeScalars.filter { $0 == "\r" || $0 == "\n" }.count
        #expect(ends == 2 * (text.components(separatedBy: "\r\n").count - 1))
        let raw = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        #expect(raw.last == "" && raw.allSatisfy { $0.utf8.count <= 75 })
        for line in raw.dropLast() {
            if line.hasPrefix(" ") {
                guard let last = lines.popLast() else { throw Unreadable() }
                lines.append((last.name, last.value + line.dropFirst()))
            } else {
                let colon = try #require(line.firstIndex(of: ":"))
                lines.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
            }
        }
        var open: [String] = []
        for (name, value) in lines {
            if name == "BEGIN" { open.append(value) }
            if name == "END" { #expect(open.popLast() == value) }
        }
        #expect(open.isEmpty)
    }

    subscript(_ name: String) -> [String] { lines.filter { $0.name == name }.map(\.value) }

    /// The events, each with its values by name.
    var eventCount: Int { self["BEGIN"].filter { $0 == "VEVENT" }.count }
}

@Suite("日历文件（RFC 5545）")
struct CalendarTextTests {
    private func calendar(_ events: [CalendarText.Event], name: String = "我的办件") -> CalendarText {
        CalendarText(name: name, host: "zwfw.example.gov.cn", events: events, madeAt: noon)
    }

    private func event(
        _ time: CalendarText.Event.Time, summary: String = "期限", description: String = "说明"
    ) -> CalendarText.Event {
        CalendarText.Event(
            id: "clock-7", time: time, summary: summary, description: description,
            address: "https://zwfw.example.gov.cn/cases/1", revision: 3)
    }

    @Test("分号、逗号、反斜线、换行写成文字，别的控制字符去掉，不能冒充一行")
    func escaping() throws {
        #expect(CalendarText.escaped("a;b,c\\d\ne\u{7}") == "a\\;b\\,c\\\\d\\ne")
        let hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT"
        let read = try ReadCalendar(calendar([event(.day(noon.day), summary: hostile)]).text)
        #expect(read.eventCount == 1 && read["SUMMARY"] == ["x\\nEND:VEVENT\\nBEGIN:VEVENT"])
    }

    @Test("长行在 75 字节以内折行，不切断汉字", arguments: [1, 24, 25, 26, 100, 333])
    func folding(_ count: Int) throws {
        let words = String(repeating: "期限变化，", count: count)
        let read = try ReadCalendar(calendar([event(.day(noon.day), description: words)]).text)
        #expect(read["DESCRIPTION"].first == words)
    }

    @Test("期限是一整天，结束日是第二天；提醒在前一天上午九点")
    func wholeDay() throws {
        let read = try ReadCalendar(calendar([event(.day(noon.day))]).text)
        #expect(read["DTSTART;VALUE=DATE"] == ["20261121"] && read["DTEND;VALUE=DATE"] == ["20261122"])
        #expect(read["TRIGGER"] == ["-PT15H"] && read["SEQUENCE"] == ["3"])
        #expect(read["UID"] == ["clock-7@zwfw.example.gov.cn"] && read["DTSTAMP"] == ["20261121T040000Z"])
        #expect(read["VERSION"] == ["2.0"] && read["PRODID"].count == 1)
    }

    @Test("听证会写明时刻，按世界时，跨过零点也对")
    func hours() throws {
        let early = Instant(day: noon.day, hour: 7, minute: 5)
        let read = try ReadCalendar(calendar([event(.hour(early))]).text)
        #expect(read["DTSTART"] == ["20261120T230500Z"] && read["DTEND"] == ["20261121T000500Z"])
        #expect(read["TRIGGER"].isEmpty)
    }

    @Test("没有事项时仍是完整的日历")
    func empty() throws {
        let read = try ReadCalendar(calendar([], name: "空").text)
        #expect(read.eventCount == 0 && read["NAME"] == ["空"])
    }
}
