import Government
import Refusals
import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("The rules of appointments")
struct AppointmentTests {
    private let rules = HallRules()
    private let start = Samples.minutes(0, after: Instant(day: morning.day, hour: 10))

    private func hall() throws -> Hall {
        Hall(
            id: 1, organ: "zwfw", name: "中心", address: "路",
            workingHours: try hours("09:00-12:00 14:00-17:30"),
            restHours: .closed, rules: rules)
    }

    private func hours(_ text: String) throws -> OpeningHours { try OpeningHours(text, field: "x") }

    @Test("开始前 1 小时内不能取消，取消过的不能再取消")
    func cancelling() throws {
        var appointment = Samples.appointment(at: start)
        #expect(throws: DomainError.conflict("开始前 \(60) 分钟内不能再取消；不能来请打电话告诉大厅。")) {
            try appointment.cancel(at: start.adding(seconds: -3_599), rules)
        }
        try appointment.cancel(at: start.adding(seconds: -3_600), rules)
        #expect(throws: DomainError.conflict("这个预约已经取消。")) {
            try appointment.cancel(at: start.adding(seconds: -3_600), rules)
        }
    }

    @Test("不是当天、迟到超过 15 分钟都不能取号")
    func attending() throws {
        var appointment = Samples.appointment(at: start)
        #expect(throws: DomainError.self) {
            try appointment.attend(at: start.adding(seconds: -86_400), rules)
        }
        #expect(throws: DomainError.conflict("已超过预约时间 \(15) 分钟，预约失效，请现场取号。")) {
            try appointment.attend(at: start.adding(seconds: 901), rules)
        }
        #expect(throws: DomainError.conflict("预约时间还没有过，不能记为失约。")) {
            try appointment.miss(at: start.adding(seconds: 900), rules)
        }
        try appointment.attend(at: start.adding(seconds: 900), rules)
        #expect(throws: DomainError.conflict("这个预约已经取过号。")) { try appointment.attend(at: start, rules) }
    }

    @Test("90 天内失约三次暂停预约 30 天，说清到哪天；隔久了不算")
    func noShows() throws {
        let days = [2, 20, 40].map { morning.adding(seconds: -86_400 * $0) }
        let rule = NoShowRule(rules: rules, missed: days)
        #expect(rule.pausedUntil(at: morning)?.iso == "2026-12-28")
        #expect(throws: DomainError.self) { try rule.requireMayBook(at: morning) }
        #expect(rule.notice("市场准入", at: morning).chinese.contains("暂停到2026年12月28日"))
        #expect(rule.pausedUntil(at: morning.adding(seconds: 86_400 * 28)) == nil)
        let old = NoShowRule(
            rules: rules, missed: Array(days.prefix(2)) + [morning.adding(seconds: -86_400 * 90)])
        #expect(old.pausedUntil(at: morning) == nil)
        try old.requireMayBook(at: morning)
        #expect(old.notice("市场准入", at: morning).chinese.contains("失约满 3 次"))
    }

    @Test("a rule that is set to nothing pauses nobody")
    func noLimit() throws {
        var rules = rules
        rules.noShowLimit = 0
        try NoShowRule(rules: rules, missed: [morning, morning]).requireMayBook(at: morning)
    }

    @Test("每天 8 点放出 7 天后的号：早一秒没有，到点就有")
    func release() throws {
        let hall = try hall()
        let calendar = try Government.deliveredCalendar()
        let eight = Instant(day: morning.day, hour: 8)
        let start = Instant(day: morning.day.adding(days: 7), hour: 9)
        #expect(
            throws: DomainError.conflict("\("12月7日")的号还没有放出：每天 \(8) 点放出 \(7) 天后的号。")
        ) { try hall.requireBookable(start, at: eight.adding(seconds: -1), calendar) }
        try hall.requireBookable(start, at: eight, calendar)
    }

    @Test("过去的、周末的、中午的和半个时段的都不能约")
    func notOpen() throws {
        let (hall, calendar) = (try hall(), try Government.deliveredCalendar())
        let closed = DomainError.conflict("大厅在这个时段不开放，请另选时段。")
        let day = morning.day
        #expect(throws: DomainError.conflict("这个时段已经开始或者过去，请选以后的时段。")) {
            try hall.requireBookable(Instant(day: day, hour: 9), at: morning, calendar)
        }
        for start in [
            Instant(day: day.adding(days: 5), hour: 9), Instant(day: day, hour: 12),
            Instant(day: day, hour: 10, minute: 15), Instant(day: day, hour: 17, minute: 30),
        ] {
            #expect(throws: closed) { try hall.requireBookable(start, at: morning, calendar) }
        }
        #expect(hall.slots(on: day, calendar).count == 6 + 7)
        #expect(hall.bookableDays(at: morning, calendar).map(\.day) == [30, 1, 2, 3, 4, 7])
    }

    @Test(
        "opening hours are read as people write them", arguments: ["9:00-12:00", "9：00—12：00", "09:00至12:00"])
    func readHours(_ text: String) throws { #expect(try hours(text).text == "09:00-12:00") }

    @Test(
        "hours that are none are refused",
        arguments: ["9-12", "12:00-9:00", "09:00-12:00 11:00-13:00", "25:00-26:00"])
    func wrongHours(_ text: String) { #expect(throws: DomainError.self) { try hours(text) } }

    @Test("rules that are too far off are all named at once, and what is missing has its usual value")
    func readRules() throws {
        var rules = HallRules()
        let error = #expect(throws: DomainError.self) {
            try rules.take(.queue) { $0 == "priority_age" ? "20" : $0 == "service_minutes" ? "x" : usual($0) }
        }
        guard case .invalid(let errors) = error else {
            Issue.record("not refused field by field")
            return
        }
        #expect(errors.map(\.field) == ["priority_age", "service_minutes"])
        try rules.take(.queue) { $0 == "priority_age" ? "70" : usual($0) }
        #expect(rules.priorityAge == 70 && rules.noShowLimit == 3)
    }

    private func usual(_ name: String) -> String? {
        HallRule.all.first { $0.name == name }.map { String(rules[keyPath: $0.path]) }
    }
}
