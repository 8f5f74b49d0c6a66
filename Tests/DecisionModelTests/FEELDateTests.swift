import DecisionModel
import Foundation
import Testing

@Suite("FEEL days, times and durations")
struct FEELDateTests {
    @Test(
        "what is no day, time or duration is unknown",
        arguments: FEELVector.lines(
            #"""
            date("2026-02-29") → null
            date("2026-2-1") → null
            date("02026-01-01") → null
            date(2026, 13, 1) → null
            time("24:00:00") → null
            time("12:60:00") → null
            time("7:00:00") → null
            date and time("2026-01-01T25:00:00") → null
            duration("P") → null
            duration("P1Y2M3D") → null
            duration("P1DT") → null
            duration("1D") → null
            @"2026-01-01" + 1 → null
            @"2026-01-01" < "2026-01-02" → null
            @"P1M" < @"P40D" → null
            @"10:00:00" < @"10:00:00Z" → null
            @"2026-01-01".hour → null
            duration("P9223372036854775807M") → null
            @"P99999999999M" + @"P1M" → null
            @"P1D" * 1e20 → null
            @"999999999-12-31" + @"P1M" → null
            @"-999999999-01-01" - @"P1D" * 1000000000 → null
            now() → null
            today() → null
            add working days(@"2026-01-01", 1) → null
            """#))
    func unknown(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "values are read and written in ISO 8601",
        arguments: FEELVector.lines(
            #"""
            date("2026-11-21") → 2026-11-21
            date(2026, 11, 21) → 2026-11-21
            date("-0044-03-15") → -0044-03-15
            date(date and time("2026-11-21T08:00:00")) → 2026-11-21
            time("08:30:00.5+08:00") → 08:30:00.5+08:00
            time(8, 30, 0) → 08:30:00
            time(8, 30, 0, @"PT8H") → 08:30:00+08:00
            time("08:30:00Z") → 08:30:00Z
            date and time("2026-11-21T08:30:00@Asia/Shanghai") → 2026-11-21T08:30:00@Asia/Shanghai
            date and time("2026-11-21") → 2026-11-21T00:00:00
            date and time(@"2026-11-21", @"08:30:00") → 2026-11-21T08:30:00
            date and time(2026, 11, 21, 8, 30, 0) → 2026-11-21T08:30:00
            duration("P1Y14M") → P2Y2M
            duration("-P26M") → -P2Y2M
            duration("P0Y") → P0M
            duration("PT36H") → P1DT12H
            duration("P1DT2H3M4.5S") → P1DT2H3M4.5S
            duration("-PT0.25S") → -PT0.25S
            duration("PT0S") → PT0S
            """#))
    func reading(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "days and durations are calculated with",
        arguments: FEELVector.lines(
            #"""
            @"2026-01-31" + @"P1M" → 2026-02-28
            @"2024-02-29" + @"P1Y" → 2025-02-28
            @"2026-03-31" - @"P1M" → 2026-02-28
            @"2026-11-21" + @"P10D" → 2026-12-01
            @"2026-11-21" - @"2026-11-01" → P20D
            @"2026-11-21T08:00:00" + @"PT20H" → 2026-11-22T04:00:00
            @"2026-11-21T08:00:00+08:00" - @"2026-11-21T00:00:00Z" → PT0S
            @"23:00:00" + @"PT2H" → 01:00:00
            @"10:00:00" - @"08:30:00" → PT1H30M
            @"P1Y" + @"P6M" → P1Y6M
            @"P1D" * 2.5 → P2DT12H
            2 * @"P1M" → P2M
            @"P1Y" / 2 → P6M
            @"P10D" / @"P1D" → 10
            @"P1Y" / @"P1M" → 12
            -@"P1D" → -P1D
            years and months duration(@"2024-01-31", @"2026-11-21") → P2Y9M
            years and months duration(@"2026-11-21", @"2024-01-31") → -P2Y9M
            @"2026-11-21T08:00:00+08:00" = @"2026-11-21T00:00:00Z" → true
            is(@"2026-11-21T08:00:00+08:00", @"2026-11-21T00:00:00Z") → false
            @"2026-11-21" between @"2026-01-01" and @"2026-12-31" → true
            @"P400D" > @"P1D" → true
            """#))
    func arithmetic(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "they tell their parts",
        arguments: FEELVector.lines(
            #"""
            @"2026-11-21".year → 2026
            @"2026-11-21".weekday → 6
            @"2026-11-21T08:30:15.5+08:00".second → 15.5
            @"2026-11-21T08:30:15+08:00".time offset → PT8H
            @"2026-07-01T08:30:15@Europe/Paris".time offset → PT2H
            @"2026-07-01T08:30:15@Europe/Paris".timezone → "Europe/Paris"
            @"P2Y3M".months → 3
            @"P1DT2H3M4S".minutes → 3
            @"-P1DT2H".days → -1
            @"999999999-12-31T00:00:00@Asia/Shanghai".time offset → PT8H
            day of year(@"2026-12-31") → 365
            day of week(@"2026-11-21") → "Saturday"
            month of year(@"2026-11-21") → "November"
            week of year(@"2027-01-01") → 53
            week of year(@"2024-12-30") → 1
            [@"2026-01-01", @"2025-01-01"].year → [2026, 2025]
            """#))
    func parts(_ vector: FEELVector) throws { try vector.check() }

    /// 2026-02-16 to 20 off for the spring festival, Saturday 2026-02-28 worked.
    private static let surroundings = FEELSurroundings(
        nowMilliseconds: 1_795_190_400_000,
        isWorkingDay: { day in
            let isOff = day.year == 2026 && day.month == 2 && (16...20).contains(day.day)
            let isMadeUp = day.iso == "2026-02-28"
            let weekday = ((day.daysSince1970 + 3) % 7 + 7) % 7
            return isMadeUp || weekday < 5 && !isOff
        })

    @Test(
        "working days follow the calendar that was handed in, and now is the moment that was",
        arguments: FEELVector.lines(
            #"""
            now() → 2026-11-21T00:00:00+08:00
            today() → 2026-11-21
            working days between(@"2026-02-13", @"2026-03-02") → 7
            working days between(@"2026-03-02", @"2026-02-13") → -7
            add working days(@"2026-02-13", 1) → 2026-02-23
            add working days(@"2026-02-23", 5) → 2026-02-28
            add working days(@"2026-02-14", 0) → 2026-02-23
            add working days(@"2026-02-23", -1) → 2026-02-13
            add working days(date: @"2026-02-13T08:00:00", days: 1) → 2026-02-23
            is working day(@"2026-02-28") → true
            working days between("2026-02-13", @"2026-03-02") → null
            """#))
    func workingDays(_ vector: FEELVector) throws { try vector.check([:], Self.surroundings) }
}
