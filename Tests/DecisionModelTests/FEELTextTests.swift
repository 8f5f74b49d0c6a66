import DecisionModel
import Foundation
import Testing

@Suite("FEEL texts")
struct FEELTextTests {
    @Test(
        "what does not fit a text function is unknown",
        arguments: FEELVector.lines(
            #"""
            substring("foobar", 0) → null
            substring("abc", 9) → null
            substring(1, 1) → null
            upper case(null) → null
            contains("a", null) → null
            string join(["a", 1], ",") → null
            matches("a", "[") → null
            matches("a", "a{2,1}") → null
            matches("a", "a", "q") → null
            "a" - "b" → null
            string(null) → null
            """#))
    func unknown(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "texts are counted in code points, Chinese and emoji alike",
        arguments: FEELVector.lines(
            #"""
            string length("民本") → 2
            string length("\U01F40E") → 1
            "\uD83D\uDC0E" = "\U01F40E" → true
            substring("foobar", 3) → "obar"
            substring("foobar", 3, 3) → "oba"
            substring("foobar", -2, 1) → "a"
            substring("端州区政务服务中心", 4, 2) → "政务"
            substring(string: "foobar", start position: 3) → "obar"
            upper case("aBc4") → "ABC4"
            lower case("aBc4") → "abc4"
            substring before("foobar", "bar") → "foo"
            substring before("foobar", "xyz") → ""
            substring after("foobar", "ob") → "ar"
            substring after("", "a") → ""
            contains("肇庆市端州区", "端州") → true
            starts with("foobar", "fo") → true
            ends with("foobar", "r") → true
            "受" + "理" → "受理"
            string join(["a", "b", null, "c"], "、") → "a、b、c"
            string join(["a", "b"], ", ", "[", "]") → "[a, b]"
            string(1.1) → "1.1"
            string(@"2026-11-21") → "2026-11-21"
            string([1, "a", null]) → "[1, \"a\", null]"
            string({a: "x"}) → "{a: \"x\"}"
            "甲" < "乙" → false
            """#))
    func functions(_ vector: FEELVector) throws { try vector.check() }

    @Test(
        "regular expressions match, replace and split",
        arguments: FEELVector.lines(
            #"""
            matches("foobar", "^fo*b") → true
            matches("foobar", "^b") → false
            matches("粤H12345", "^粤[A-Z][0-9A-Z]{5}$") → true
            matches("Hello", "hello", "i") → true
            matches("a\nb", "a.b") → false
            matches("a\nb", "a.b", "s") → true
            matches("a\nb", "^b", "m") → true
            matches("abab", "^(ab)\\1$") → true
            matches("x", "[^\\d]") → true
            matches("2026-11-21", "^\\d{4}-\\d{2}-\\d{2}$") → true
            replace("abcd", "(ab)|(a)", "[1=$1][2=$2]") → "[1=ab][2=]cd"
            replace("abracadabra", "a.*?a", "*") → "*c*bra"
            replace("13812345678", "(\\d{3})\\d{4}(\\d{4})", "$1****$2") → "138****5678"
            replace("a.b", "\\.", "\\$") → "a$b"
            split("John Doe", "\\s") → ["John", "Doe"]
            split("甲、乙、丙", "、") → ["甲", "乙", "丙"]
            split("a;b;;c", ";") → ["a", "b", "", "c"]
            """#))
    func patterns(_ vector: FEELVector) throws { try vector.check() }

    @Test("a pattern that would try for ever is stopped")
    func catastrophic() throws {
        let text = String(repeating: "a", count: 60) + "!"
        let error = #expect(throws: FEELError.self) {
            try FEEL.evaluate("matches(x, \"^(a+)+$\")", ["x": .string(text)])
        }
        #expect(error?.message == "计算超过 100000 步，已停止")
        #expect(error?.column == 1)
    }

    @Test("a long text of repeated groups is matched, or stopped in words")
    func longRuns() throws {
        let list = Value.string((0..<60).map { "\($0)," }.joined())
        #expect(try FEEL.evaluate("matches(x, \"^([0-9]+,)*$\")", ["x": list]) == true)
        let longer = Value.string(String(repeating: "ab", count: 5000))
        let error = #expect(throws: FEELError.self) {
            try FEEL.evaluate("matches(x, \"^(ab)*$\")", ["x": longer])
        }
        #expect(error?.message == "匹配的层次过深，已停止")
    }
}
