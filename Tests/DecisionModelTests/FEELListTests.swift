import DecisionModel
import Foundation
import Testing

@Suite("FEEL lists, contexts and functions")
struct FEELListTests {
    @Test(
        "what does not fit is unknown",
        arguments: FEELVector.lines(
            #"""
            [1, 2][3] → null
            [1, 2][0] → null
            [][1] → null
            null[1] → null
            sublist([1, 2], 3) → null
            sublist([1, 2], 1, 5) → null
            remove([1], 2) → null
            count(null) → null
            min([]) → null
            max(1, "a") → null
            sort([1, "a"]) → null
            for x in null return x → null
            for x in 1.5..3 return x → null
            for x in (1..3) return x → null
            {a: 1}.b → null
            (1).a → null
            get value({a: 1}, "b") → null
            context put({a: 1}, [], 2) → null
            context([{key: "a", value: 1}, {key: "a", value: 2}]) → null
            {f: function(a: number) a, r: f("x")}.r → null
            {f: function(a) a, r: f(1, 2)}.r → null
            {f: 1, r: f(2)}.r → null
            """#))
    func unknown(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "lists are filtered, walked through and made",
        arguments: FEELVector.lines(
            #"""
            [10, 20, 30][2] → 20
            [10, 20, 30][-1] → 30
            [10, 20, 30][item > 15] → [20, 30]
            [{a: 1, b: 2}, {a: 2, b: 3}][a = 2].b → [3]
            [{a: 1}, {a: 2}].a → [1, 2]
            [{item: 1}, {item: 2}][item >= 2] → [{item: 2}]
            5[1] → 5
            5[item = 5] → [5]
            for i in 1..3 return i * i → [1, 4, 9]
            for i in 3..1 return i → [3, 2, 1]
            for i in [1..3] return i → [1, 2, 3]
            for x in [1, 2], y in [10, 20] return x + y → [11, 21, 12, 22]
            for x in [[1, 2], [3]], y in x return y → [1, 2, 3]
            for d in @"2026-01-30"..@"2026-02-01" return d.day → [30, 31, 1]
            count([1, [2, 3]]) → 2
            list contains([1, null], null) → true
            sublist([1, 2, 3], 2) → [2, 3]
            sublist([1, 2, 3], -2, 1) → [2]
            append([1], 2, 3) → [1, 2, 3]
            concatenate([1, 2], [3]) → [1, 2, 3]
            insert before([1, 3], 2, 2) → [1, 2, 3]
            remove([1, 2, 3], 2) → [1, 3]
            list replace([2, 4, 7], 3, 6) → [2, 4, 6]
            list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5) → [5, 5, 7, 8]
            reverse([1, 2, 3]) → [3, 2, 1]
            index of([1, 2, 3, 2], 2) → [2, 4]
            union([1, 2], [2, 3]) → [1, 2, 3]
            distinct values([1, 2, 3, 2, 1]) → [1, 2, 3]
            flatten([[1, 2], [[3]], 4]) → [1, 2, 3, 4]
            sort([3, 1, 2]) → [1, 2, 3]
            sort(list: [3, 1, 4], precedes: function(x, y) x > y) → [4, 3, 1]
            """#))
    func lists(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "contexts see their earlier entries, and functions see what stood around them",
        arguments: FEELVector.lines(
            #"""
            {a: 1, b: a + 1} → {a: 1, b: 2}
            {"面积 m2": 5, b: 1} → {b: 1, 面积 m2: 5}
            {loan-to-value: 3, b: loan-to-value * 2}.b → 6
            {loan: 9, value: 2, b: loan - value}.b → 7
            {full name: "陈静", b: full name}.b → "陈静"
            get value({a: {b: 3}}, ["a", "b"]) → 3
            get entries({b: 2, a: 1}).key → ["a", "b"]
            context put({a: 1}, "b", 2) → {a: 1, b: 2}
            context put({a: {b: 1}}, ["a", "b"], 2) → {a: {b: 2}}
            context merge([{a: 1}, {a: 2, b: 3}]) → {a: 2, b: 3}
            context([{key: "a", value: 1}]) → {a: 1}
            {f: function(a, b) a - b, r: f(b: 1, a: 3)}.r → 2
            {f: function(n) if n <= 1 then 1 else n * f(n - 1), r: f(20)}.r → 2432902008176640000
            {x: 1, f: function(a) a + x, r: {x: 10, s: f(1)}.s}.r → 2
            if false then 1 else if null then 2 else if true then 3 else 4 → 3
            1 + /* 中间 */ 2 → 3
            """#))
    func contexts(_ vector: FEELVector) throws {
        try vector.check()
    }

    @Test(
        "names may have spaces, signs and Chinese in them",
        arguments: FEELVector.lines(
            #"""
            monthly income * 2 → 20
            monthly income - tax → 7
            申请人.年龄 >= 18 and 申请人.居住 年限 > 3 → true
            loan-to-value → 5
            loan - value → 1
            地址.楼/号 → "3/5"
            date and time("2026-01-01T00:00:00").year → 2026
            list of children[1] → "甲"
            """#))
    func names(_ vector: FEELVector) throws {
        try vector.check([
            "monthly income": 10, "tax": 3, "申请人": ["年龄": 20, "居住 年限": 4], "loan-to-value": 5,
            "loan": 3, "value": 2, "地址": ["楼/号": "3/5"], "list of children": ["甲"],
        ])
    }

    @Test("an expression tells which names it needs, and its own do not count")
    func freeNames() throws {
        let source = "for x in 人员 return x.年龄 + 限额 + {a: 1, b: a + c}.b + count(人员[item > 下限])"
        #expect(try FEELExpression(source).names == ["人员", "限额", "c", "下限"])
    }

    @Test("what became null on the way is explained at its column")
    func remarks() throws {
        let result = try FEELExpression("form.面积 > 100 and 没有 > 1 and 1 / 0 > 2").evaluate([
            "form": ["面积": "大"]
        ])
        #expect(result.value == .null)
        #expect(result.remarks.map(\.column) == [9, 19, 34])
        #expect(result.remarks.map(\.message) == ["文字与数字不能比较，可以写 number(…)", "没有「没有」", "除数是 0"])
    }
}
