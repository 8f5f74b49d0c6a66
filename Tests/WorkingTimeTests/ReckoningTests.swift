import Foundation
import Testing
import WorkingTime

@Suite("Reckoning a limit")
struct ReckoningTests {
    @Test(
        "a limit that is not one is refused",
        arguments: ["", "5", "5 days", "-1 day", "+5 day", "3661 day", "5 working_day x", "五 day"])
    func notALimit(text: String) { #expect(TimeLimit(text: text) == nil) }

    @Test("JSON with a limit out of range cannot be read", arguments: [-1, 3_661])
    func outOfRange(value: Int) {
        let json = Data(#"{"value":\#(value),"unit":"day"}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(TimeLimit.self, from: json) }
    }

    @Test(
        "working days are counted by the calendar, the start day left out",
        arguments: [
            ("2026-02-13", 5, "2026-02-27"), ("2026-02-13", 20, "2026-03-19"),
            ("2026-04-30", 5, "2026-05-11"),
            ("2026-09-18", 20, "2026-10-22"), ("2026-09-24", 7, "2026-10-12"),
            ("2026-09-30", 10, "2026-10-20"),
        ])
    func workingDays(from: String, count: Int, due: String) {
        let reckoning = calendar.reckon(limit("\(count) working_day"), from: at(from), now: at(from))
        #expect(reckoning.due == day(due).endOfDay)
        #expect(reckoning.remaining == count)
        #expect(reckoning.used == 0)
        #expect(reckoning.days.count { $0.counted } == count)
    }

    @Test(
        "natural days and months move off a rest day, hours and half days do not round",
        arguments: [
            ("2026-11-02", "5 day", "2026-11-09 23:59"), ("2026-11-02", "4 day", "2026-11-06 23:59"),
            ("2026-09-20", "10 day", "2026-09-30 23:59"), ("2026-09-20", "11 day", "2026-10-08 23:59"),
            ("2026-01-31", "1 month", "2026-02-28 23:59"), ("2026-11-30", "3 month", "2027-03-01 23:59"),
            ("2026-11-20 10:24", "72 hour", "2026-11-23 10:24"),
            ("2026-11-20", "1 half_day", "2026-11-23 12:00"),
            ("2026-11-20", "2 half_day", "2026-11-23 23:59"),
            ("2026-11-20", "3 half_day", "2026-11-24 12:00"),
            ("2026-11-20", "0 working_day", "2026-11-20 23:59"), ("2026-11-21", "0 day", "2026-11-23 23:59"),
            ("2026-10-01", "0 hour", "2026-10-08 23:59"),
        ])
    func otherUnits(from: String, text: String, due: String) throws {
        let reckoning = calendar.reckon(limit(text), from: at(from), now: at(from))
        #expect(try #require(reckoning.due).chinese == at(due).chinese)
    }

    @Test(
        "an extension is added to the limit, in another unit after its end",
        arguments: [
            ("20 working_day", ["10 working_day"], "2026-11-05"), ("1 month", ["1 month"], "2026-11-18"),
            ("5 working_day", ["0 day", "3 day"], "2026-09-28"),
            ("0 working_day", ["2 working_day"], "2026-09-21"),
            ("24 hour", ["1 working_day"], "2026-09-20"),
        ])
    func extensions(text: String, more: [String], due: String) {
        let reckoning = calendar.reckon(
            limit(text), from: at("2026-09-18"), extensions: more.map(limit), now: at("2026-09-18"))
        #expect(reckoning.due?.day == day(due))
        #expect(reckoning.limit == limit(text))
    }

    @Test("the working names every day and why it counts or not")
    func working() {
        let reckoning = calendar.reckon(limit("3 working_day"), from: at("2026-09-30"), now: at("2026-09-30"))
        #expect(
            reckoning.days.map { "\($0.date.shortChinese) \($0.counted ? "计" : "不计") \($0.reason)" } == [
                "9月30日 不计 起算日不计入", "10月1日 不计 国庆节", "10月2日 不计 国庆节", "10月3日 不计 国庆节",
                "10月4日 不计 国庆节", "10月5日 不计 国庆节", "10月6日 不计 国庆节", "10月7日 不计 国庆节",
                "10月8日 计 工作日", "10月9日 计 工作日", "10月10日 计 调休上班",
            ])
    }

    @Test("the working of natural days shows how the end moved")
    func carried() {
        let reckoning = calendar.reckon(limit("1 day"), from: at("2026-11-20"), now: at("2026-11-20"))
        #expect(
            reckoning.days.map(\.reason) == ["起算日不计入", "自然日", "期满遇周末，顺延", "期满日顺延至此"])
        #expect(reckoning.remaining == 3)
    }

    @Test("a reckoning survives JSON")
    func json() throws {
        let reckoning = calendar.reckon(limit("3 working_day"), from: at("2026-09-30"), now: at("2026-10-09"))
        #expect(try JSONDecoder().decode(Reckoning.self, from: JSONEncoder().encode(reckoning)) == reckoning)
    }
}
