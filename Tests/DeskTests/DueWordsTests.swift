import Refusals
import Testing
import Web
import WorkingTime

@testable import Desk

@Suite("剩余时限的说法")
struct DueWordsTests {
    private static let friday = CivilDate(iso: "2026-11-20") ?? .first
    private static let now = Instant(day: friday, hour: 10, minute: 24)

    private func words(_ due: Instant?, isPaused: Bool = false, now: Instant = now) -> DueWords? {
        DueWords(due: due, isPaused: isPaused, now: now, calendar: .weekendsOnly)
    }

    @Test("没有时限的不显示剩余时间")
    func noLimit() {
        #expect(words(nil) == nil)
    }

    @Test("周五到期，周六看已超期 1 个工作日")
    func overdueOverTheWeekend() {
        let saturday = Instant(day: Self.friday.adding(days: 1), hour: 9, minute: 0)
        let found = words(Self.friday.endOfDay, now: saturday)
        #expect(found?.sentence == "已超期 \(1) 个工作日")
        #expect(found?.state == .overdue)
    }

    @Test("超期只算工作日")
    func overdueByWorkingDays() {
        #expect(words(Self.friday.adding(days: -8).endOfDay)?.sentence == "已超期 \(6) 个工作日")
    }

    @Test("暂停的写明已暂停，不管到期时间")
    func paused() {
        #expect(words(Self.friday.endOfDay, isPaused: true)?.sentence == "已暂停计时")
        #expect(words(nil, isPaused: true)?.state == .paused)
    }

    @Test("当天到期")
    func dueToday() {
        #expect(words(Self.friday.endOfDay)?.sentence == "今天到期")
        #expect(words(Instant(day: Self.friday, hour: 12, minute: 0))?.sentence == "今天中午 12 点到期")
    }

    @Test(
        "还剩的工作日不算周末，只剩一天就提醒",
        arguments: [(3, 1, ClockState.near), (4, 2, .comfortable), (7, 5, .comfortable)])
    func remaining(days: Int, workingDays: Int, state: ClockState) {
        let found = words(Self.friday.adding(days: days).endOfDay)
        #expect(found?.sentence == "还剩 \(workingDays) 个工作日")
        #expect(found?.state == state)
    }

    @Test("今天到期的不重复写日期")
    func badgeNamesTheDayOnce() {
        let due = Self.friday.endOfDay
        #expect(words(due)?.badge(due: due).description.contains("11月20日") == false)
        let later = Self.friday.adding(days: 4).endOfDay
        #expect(words(later)?.badge(due: later).description.contains("11月24日") == true)
    }
}
