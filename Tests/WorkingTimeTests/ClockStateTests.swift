import Testing
import WorkingTime

@Suite("What a clock says")
struct ClockStateTests {
    /// From Monday 2026-11-02; the weekend is 11-07 and 11-08.
    @Test(
        "urgency and words follow the time left",
        arguments: [
            ("4 working_day", "2026-11-02", ClockState.comfortable, 0, 4, "还剩 4 个工作日"),
            ("4 working_day", "2026-11-03", .comfortable, 1, 3, "还剩 3 个工作日"),
            ("4 working_day", "2026-11-05", .near, 3, 1, "还剩 1 个工作日"),
            ("4 working_day", "2026-11-06 23:59", .dueToday, 4, 0, "今天到期"),
            ("4 working_day", "2026-11-07 00:00", .overdue, 4, -1, "已超期 1 个工作日"),
            ("4 working_day", "2026-11-09", .overdue, 4, -1, "已超期 1 个工作日"),
            ("4 working_day", "2026-11-10", .overdue, 4, -2, "已超期 2 个工作日"),
            ("7 day", "2026-11-06", .near, 4, 3, "还剩 3 天"), ("7 day", "2026-11-09", .dueToday, 7, 0, "今天到期"),
            ("7 day", "2026-11-12", .overdue, 7, -3, "已超期 3 天"),
            ("1 month", "2026-11-12", .comfortable, 10, 20, "还剩 20 天"),
            ("3 half_day", "2026-11-02", .comfortable, 0, 3, "还剩 3 个半天"),
            ("3 half_day", "2026-11-03 14:00", .near, 2, 1, "还剩 1 个半天"),
            ("3 half_day", "2026-11-04 11:00", .dueToday, 3, 0, "今天中午 12 点到期"),
            ("3 half_day", "2026-11-04 13:00", .overdue, 4, -1, "已超期 1 个半天"),
            ("3 half_day", "2026-11-05 09:00", .overdue, 4, -2, "已超期 2 个半天"),
            ("48 hour", "2026-11-02 10:30", .comfortable, 2, 46, "还剩 46 小时"),
            ("48 hour", "2026-11-04 08:30", .dueToday, 48, 0, "还剩不到 1 小时"),
            ("48 hour", "2026-11-04 10:30", .overdue, 48, -2, "已超期 2 小时"),
            ("0 working_day", "2026-11-02", .dueToday, 1, 0, "今天到期"),
            ("0 hour", "2026-11-03", .overdue, 1, -1, "已超期 1 个工作日"),
        ])
    func urgency(
        _ text: String, _ now: String, _ state: ClockState, _ used: Int, _ remaining: Int, _ words: String
    ) {
        let reckoning = calendar.reckon(limit(text), from: at("2026-11-02"), now: at(now))
        #expect(reckoning.state == state)
        #expect(reckoning.used == used)
        #expect(reckoning.remaining == remaining)
        #expect("\(reckoning.sentence)" == words)
    }

    @Test("on the spot on a rest day waits for the next working day")
    func onTheSpotAtRest() {
        let reckoning = calendar.reckon(limit("0 working_day"), from: at("2026-11-21"), now: at("2026-11-21"))
        #expect(reckoning.due == day("2026-11-23").endOfDay)
        #expect("\(reckoning.sentence)" == "还剩 1 个工作日")
        #expect(limit("0 working_day").chinese == "当日办结")
    }

    @Test(
        "a limit is written with its unit",
        arguments: zip(LimitUnit.allCases, ["个工作日", "个半天", "天", "小时", "个月"]))
    func words(unit: LimitUnit, chinese: String) {
        #expect(TimeLimit(value: 5, unit: unit).chinese == "5 \(chinese)")
        #expect(TimeLimit(text: TimeLimit(value: 5, unit: unit).text) == TimeLimit(value: 5, unit: unit))
    }
}
