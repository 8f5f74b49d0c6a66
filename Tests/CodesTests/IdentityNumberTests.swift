import Foundation
import Testing

@testable import Codes

@Suite("Identity numbers")
struct IdentityNumberTests {
    @Test(
        "a birthday that no calendar has is refused with the place of the mistake",
        arguments: [
            "441202199002301232", "441202199502291232", "441202199013011232", "441202199000011232",
            "441202199004311232", "441202190002291232", "441202000003071232",
        ])
    func birthdays(text: String) {
        let error = #expect(throws: CodeError.self) { try IdentityNumber(text) }
        #expect(error?.fault == .date)
        #expect(error.map { "\($0.sentence)" } == "身份证号码第 7 到 14 位不是有效的出生日期，请核对后重新填写。")
    }

    @Test(
        "each mistake has its own words",
        arguments: [
            ("", "请填写身份证号码。"), ("44120219900307123", "身份证号码应为 18 位，您填写了 17 位，请核对。"),
            ("44120219900307123Y", "身份证号码应由数字（最后一位可以是 X）组成，请核对有没有多余的符号。"),
            ("4412021990030712X2", "身份证号码应由数字（最后一位可以是 X）组成，请核对有没有多余的符号。"),
            ("441202199003071231", "身份证号码最后一位校验码不对，请核对后重新填写。"),
        ])
    func words(text: String, sentence: String) {
        let error = #expect(throws: CodeError.self) { try IdentityNumber(text) }
        #expect(error.map { "\($0.sentence)" } == sentence)
    }

    @Test("birthday, sex and place are read from it")
    func parts() throws {
        let number = try IdentityNumber("441299199602291180")
        #expect(number.birthday == (1996, 2, 29))
        #expect(!number.isMale)
        #expect(number.division == "441299")
        #expect(try IdentityNumber("441299199003071231").isMale)
    }

    @Test(
        "a year is full on the birthday, and not the day before",
        arguments: [((2026, 2, 28), 29), ((2026, 3, 1), 30), ((2028, 2, 28), 31), ((2028, 2, 29), 32)])
    func age(day: (year: Int, month: Int, day: Int), years: Int) throws {
        #expect(try IdentityNumber("441299199602291180").age(on: day) == years)
    }

    @Test("a lower-case x is put right")
    func lowerCaseX() throws {
        let number = try IdentityNumber("11010519491231002x")
        #expect(number.text == "11010519491231002X")
    }

    @Test("it is shown masked, also where it is printed by chance")
    func masked() throws {
        let number = try IdentityNumber("441202199003071232")
        #expect(number.masked == "441202********1232")
        #expect("\(number)" == "441202********1232")
    }

    @Test("JSON carries the whole number and refuses a wrong one")
    func json() throws {
        let number = try IdentityNumber("441202199003071232")
        #expect(try JSONEncoder().encode([number]) == Data(#"["441202199003071232"]"#.utf8))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([IdentityNumber].self, from: Data(#"["441202199003071231"]"#.utf8))
        }
    }
}
