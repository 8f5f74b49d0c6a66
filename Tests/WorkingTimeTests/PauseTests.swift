import Testing
import WorkingTime

@Suite("Pausing a clock")
struct PauseTests {
    /// Monday 2026-11-02, from which five working days end on Monday 11-09.
    private let start = at("2026-11-02")

    private func reckon(_ text: String, _ pauses: [(String, String?)], now: String) -> Reckoning {
        let pauses = pauses.map { Pause(from: at($0.0), until: $0.1.map(at), reason: "现场核查") }
        return calendar.reckon(limit(text), from: start, pauses: pauses, now: at(now))
    }

    @Test("while a pause is open nobody knows the end, and the clock stands still")
    func open() {
        let reckoning = reckon("5 working_day", [("2026-11-04", nil)], now: "2026-11-11")
        #expect(reckoning.due == nil)
        #expect(reckoning.state == .paused)
        #expect("\(reckoning.sentence)" == "已暂停计时")
        #expect((reckoning.used, reckoning.remaining) == (2, 3))
        #expect(reckoning.days.last == DayCount(date: day("2026-11-11"), counted: false, reason: "暂停：现场核查"))
    }

    @Test("a pause that begins after the limit ran out changes nothing")
    func tooLate() {
        let reckoning = reckon("5 working_day", [("2026-11-10", nil)], now: "2026-11-11")
        #expect(reckoning.due == day("2026-11-09").endOfDay)
        #expect("\(reckoning.sentence)" == "已超期 2 个工作日")
    }

    @Test(
        "a pause excludes the days after it began, through the day on which it ended",
        arguments: [
            ("5 working_day", [("2026-11-04", "2026-11-06")], "2026-11-11"),
            ("5 working_day", [("2026-11-04 09:00", "2026-11-04 17:00")], "2026-11-09"),
            ("5 working_day", [("2026-11-02", "2026-11-03")], "2026-11-10"),
            ("5 working_day", [("2026-11-06", "2026-11-08")], "2026-11-09"),
            ("5 working_day", [("2026-11-03", "2026-11-05"), ("2026-11-04", "2026-11-06")], "2026-11-12"),
            ("5 working_day", [("2026-10-30", "2026-11-04")], "2026-11-11"),
            ("10 day", [("2026-11-04", "2026-11-06")], "2026-11-16"),
            ("1 month", [("2026-11-04", "2026-11-06")], "2026-12-04"),
            ("0 working_day", [("2026-11-02", "2026-11-03")], "2026-11-04"),
        ])
    func closed(text: String, pauses: [(String, String)], due: String) {
        let reckoning = reckon(text, pauses.map { ($0.0, $0.1) }, now: "2026-11-02")
        #expect(reckoning.due == day(due).endOfDay)
    }

    @Test("a last day on which the clock was stopped is given back")
    func lastDay() {
        let open = reckon("5 working_day", [("2026-11-09", nil)], now: "2026-11-12")
        #expect((open.state, open.remaining) == (.paused, 1))
        let closed = reckon("5 working_day", [("2026-11-09", "2026-11-13")], now: "2026-11-13")
        #expect(closed.due == day("2026-11-16").endOfDay)
        #expect("\(closed.sentence)" == "还剩 1 个工作日")
        let moved = reckon("5 day", [("2026-11-07", "2026-11-09")], now: "2026-11-02")
        #expect(moved.due == day("2026-11-10").endOfDay)
    }

    @Test("an end moved off the weekend does not fall into a pause either")
    func carriedIntoPause() {
        let reckoning = reckon("6 day", [("2026-11-09", "2026-11-10")], now: "2026-11-02")
        #expect(reckoning.due == day("2026-11-11").endOfDay)
    }

    @Test("a pause that is planned to end still stops the clock today")
    func planned() {
        let reckoning = reckon("5 working_day", [("2026-11-04", "2026-11-06")], now: "2026-11-05")
        #expect(reckoning.state == .paused)
        #expect(reckoning.due == day("2026-11-11").endOfDay)
    }

    @Test("hours stop to the minute, and overlapping pauses count once")
    func hours() {
        let pauses = [("2026-11-02 12:00", "2026-11-02 14:00"), ("2026-11-02 13:00", "2026-11-02 15:30")]
        let reckoning = reckon("24 hour", pauses.map { ($0.0, $0.1) }, now: "2026-11-02 16:00")
        #expect(reckoning.due == at("2026-11-03 12:30"))
        #expect((reckoning.used, reckoning.remaining) == (4, 20))
        let open = reckon("24 hour", [("2026-11-02 12:00", nil)], now: "2026-11-05")
        #expect((open.due, open.used, open.remaining) == (nil, 3, 21))
        #expect(open.days.last?.reason == "暂停：现场核查")
    }
}
