import Testing

@testable import Codes

@Suite("Division codes")
struct DivisionCodeTests {
    @Test(
        "what names no division is refused",
        arguments: [
            "", "4412", "4412020010", "44120A", "991202", "440002", "441202000201", "440000001", "000000",
        ])
    func refused(text: String) { #expect(throws: CodeError.self) { try DivisionCode(text) } }

    @Test(
        "the level shows in the zeros",
        arguments: [
            ("440000", DivisionCode.Level.province, "440000"), ("441200", .city, "441200"),
            ("441202", .county, "441202"), ("441202001", .street, "441202001"),
            ("441202001000", .street, "441202001"), ("441202001003", .village, "441202001003"),
            ("441202000000", .county, "441202"), ("441900003", .street, "441900003"),
        ])
    func levels(text: String, level: DivisionCode.Level, normal: String) throws {
        let code = try DivisionCode(text)
        #expect((code.level, code.text) == (level, normal))
    }

    @Test("a village lies in its street, district, city and province, and in no other")
    func nesting() throws {
        let village = try DivisionCode("441202001003")
        let parents = sequence(first: village, next: \.parent).map(\.text)
        #expect(parents == ["441202001003", "441202001", "441202", "441200", "440000"])
        #expect(try DivisionCode("441200").contains(village))
        #expect(try !DivisionCode("441203").contains(village))
        #expect(try !village.contains(DivisionCode("441202001")))
        #expect(try DivisionCode("441202001").twelveDigits == "441202001000")
        #expect(village.county == "441202")
    }
}
