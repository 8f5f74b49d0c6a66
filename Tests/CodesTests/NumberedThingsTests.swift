import Testing

@testable import Codes

@Suite("Items, cases and licences")
struct NumberedThingsTests {
    private let item = "11441202007185204J4440131013000"

    @Test(
        "an item code names the part that is wrong",
        arguments: [
            ("11441202007185204K4440131013000", "实施主体编码（前 18 位）"),
            ("11441202007185204J9440131013000", "行使层级（第 19 位）"),
            ("11441202007185204J4A40131013000", "基本编码（后 12 位）"),
        ])
    func wrongItem(text: String, part: String) {
        #expect(throws: CodeError(.itemCode, .part(part))) { try ItemCode(text) }
    }

    @Test(
        "real and sample item codes are read",
        arguments: [
            ("11440100007483172Q3440106043001", "市级", "01"), ("12441500196720244T3442199806003", "市级", "21"),
            ("TE44011350000011905442106041001", "镇（街）级", "21"),
            ("11441202007185204J4440107001000", "县（区）级", "01"),
            ("11441202007185204J4442117014001", "县（区）级", "21"),
        ])
    func items(text: String, level: String, type: String) throws {
        let code = try ItemCode(text)
        #expect((code.levelName, code.type) == (level, type))
    }

    @Test("an item code gives its parts, and an unknown type has no name")
    func itemParts() throws {
        let code = try ItemCode(item)
        #expect(code.organ == "11441202007185204J")
        #expect(code.basicCode == "440131013000")
        #expect((code.level, code.province, code.typeName) == ("4", "44", "行政许可"))
        #expect(try ItemCode("11441202007185204J4449931013000").typeName == nil)
    }

    @Test(
        "a case number that cannot be is not made",
        arguments: [
            ("44120", (2026, 11, 21), 1), ("44120A", (2026, 11, 21), 1), ("441202", (2026, 2, 30), 1),
            ("441202", (2026, 11, 21), 1_000_000), ("441202", (2026, 11, 21), -1),
            ("441202", (12_026, 11, 21), 1),
        ])
    func impossibleCase(division: String, day: (Int, Int, Int), sequence: Int) {
        #expect(throws: CodeError.self) {
            try CaseNumber(
                division: division, day: (year: day.0, month: day.1, day: day.2), sequence: sequence)
        }
    }

    @Test("a case number is made from its parts and gives them back", arguments: [0, 123, 124, 999_999])
    func caseNumber(sequence: Int) throws {
        let number = try CaseNumber(division: "441202", day: (2026, 11, 21), sequence: sequence)
        #expect(number.sequence == sequence)
        #expect(number.division == "441202")
        #expect(number.day == (2026, 11, 21))
        if sequence == 123 { #expect(number.text == "441202202611210001230") }
    }

    @Test(
        "a licence identifier names the part that is wrong",
        arguments: [
            ("1.2.156.3005.3.11100000000013338W011.11441202007185204J.1.001.1", "根标识（1.2.156.3005.2）"),
            ("1.2.156.3005.2.11100000000013338W011.11441202007185204J.1.001", "分段（根标识之后应有五段）"),
            ("1.2.156.3005.2.11100000000013338W01.11441202007185204J.1.001.1", "证照类型代码"),
            ("1.2.156.3005.2.11100000000013338W011.1144120200.1.001.1", "颁发机构代码"),
            ("1.2.156.3005.2.11100000000013338W011.11441202007185204J..001.1", "流水号"),
            ("1.2.156.3005.2.11100000000013338W011.11441202007185204J.1.01.1", "版本号"),
        ])
    func wrongLicence(text: String, part: String) {
        #expect(throws: CodeError(.licenceIdentifier, .part(part))) { try LicenceIdentifier(text) }
    }

    @Test("a licence identifier is made from its parts")
    func licence() throws {
        let made = try LicenceIdentifier(
            typeCode: "11100000000013338W009", issuer: "11441202007185204J", serial: "441202202600123",
            version: "002")
        #expect(made.text == "1.2.156.3005.2.11100000000013338W009.11441202007185204J.441202202600123.002.O")
        #expect(try LicenceIdentifier(made.text) == made)
        #expect(made.serial == "441202202600123")
    }
}
