import DecisionModel
import Foundation
import Testing

@Suite("FEEL logic")
struct FEELLogicTests {
    private static let values = ["true", "false", "null"]

    @Test("and, or and not know three values (DMN 1.5, table 50)")
    func tables() throws {
        let and = ["true", "false", "null", "false", "false", "false", "null", "false", "null"]
        let or = ["true", "true", "true", "true", "false", "null", "true", "null", "null"]
        for (index, answers) in zip(and, or).enumerated() {
            let (left, right) = (Self.values[index / 3], Self.values[index % 3])
            try FEELVector("\(left) and \(right)", answers.0).check()
            try FEELVector("\(left) or \(right)", answers.1).check()
        }
    }

    @Test(
        "what is neither true nor false is unknown, and kinds are not compared with each other",
        arguments: FEELVector.lines(
            #"""
            not("a") → null
            1 and false → false
            1 or true → true
            "a" or false → null
            true = 1 → null
            {} = [] → null
            @"2018-12-07" = 100 → null
            @"10:30:00" = "10:30:00" → null
            true != 1 → null
            [1] = 1 → null
            [1, "a"] = [1, 2] → null
            [1, "a"] = [2, 2] → false
            {a: 1} = {a: "1"} → null
            1 < "2" → null
            true < false → null
            null < 1 → null
            1 between null and 3 → null
            5 between null and 3 → false
            1 in ("a") → null
            1 in [null..3] → null
            if "a" then 1 else 2 → 2
            some x in [null, false] satisfies x → null
            every x in [null, true] satisfies x → null
            some x in null satisfies x → null
            all([true, null]) → null
            any([false, null]) → null
            all([false, null]) → false
            any([true, null]) → true
            """#))
    func unknown(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "comparisons, ranges and membership",
        arguments: FEELVector.lines(
            #"""
            null = null → true
            null != null → false
            {a: 1, b: [2]} = {b: [2], a: 1} → true
            {a: 1} = {b: 1} → false
            [1..3] = [1..3] → true
            [1..3] = (1..3] → false
            2 between 1 and 3 → true
            1 between 2 and 3 or true → true
            5 in (1..5] → true
            1 in (1..5] → false
            5 in ]1..5[ → false
            1 in [1..5) → true
            5 in [1..5[ → false
            6 in (< 5, > 5) → true
            5 in (<= 5) → true
            5 in > 5 → false
            5 in (!= 5) → false
            5 in (1, 5, 7) → true
            true in [false, 2, 3] → false
            "d" in ("c", < "c", >= "d") → true
            "i" in [["f".."h"], ["a".."c"]] → false
            @"10:30:00+08:00" = @"10:30:00" → false
            @"10:30:00Z" = @"10:30:00+00:00" → true
            @"2018-12-08T00:00:00@Asia/Dhaka" = @"2018-12-08T00:00:00" → false
            date and time("2018-12-08") = date and time("2018-12-08T00:00:00.0000") → true
            {foo: "bar"} = {"foo": "bar"} → true
            -0 = 0.00 → true
            true[1] = true → true
            5 in ([1..3], [4..6]) → true
            5 in [[1..3], [4..6]] → true
            [1, 2] in ([1, 2], [3]) → true
            5 in (? > 3) → true
            "c" in ["a".."z"] → true
            @"2026-11-21" in [@"2026-01-01"..@"2026-12-31"] → true
            (< 5) = (< 5) → true
            [1..5].start included → true
            (1..5].start → 1
            every x in [1, 2] satisfies x > 0 → true
            every x in [] satisfies false → true
            some x in [] satisfies true → false
            some x in [1, 2], y in [2, 3] satisfies x = y → true
            """#))
    func comparisons(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "every value is an instance of its types and of no other",
        arguments: FEELVector.lines(
            #"""
            null instance of Any → false
            null instance of Null → true
            1 instance of string → false
            1 instance of number → true
            1 instance of Any → true
            "a" instance of string → true
            @"2026-11-21" instance of date → true
            @"2026-11-21" instance of date and time → false
            @"2026-11-21T08:00:00" instance of date and time → true
            @"P1M" instance of years and months duration → true
            @"P1D" instance of days and time duration → true
            [1, 2] instance of list<number> → true
            [1, "a"] instance of list<number> → false
            {a: 1, b: 2} instance of context<a: number> → true
            {b: 2} instance of context<a: number> → false
            [1..2] instance of range<number> → true
            (function(a) a) instance of function<Any> -> Any → true
            """#))
    func types(_ vector: FEELVector) throws { try vector.check() }
}
