import Testing

@testable import Codes

/// Every code with a check digit, so that what must hold for all of them is asked of all of them.
private let samples: [(any OfficialCode.Type, String)] = [
    (IdentityNumber.self, "441202199003071232"), (IdentityNumber.self, "441202198511152042"),
    (IdentityNumber.self, "441202199602291181"), (IdentityNumber.self, "441299199003071231"),
    (IdentityNumber.self, "441299198511152041"), (IdentityNumber.self, "441299199602291180"),
    (CreditCode.self, "11441202007185204J"), (CreditCode.self, "12441202456182375B"),
    (CreditCode.self, "91441202MA4W12346L"), (CreditCode.self, "52441202MJM012342T"),
    (OrganisationCode.self, "00718520-4"), (OrganisationCode.self, "MB2D1234-9"),
    (OrganisationCode.self, "59214678-2"), (CaseNumber.self, "441202202611210001230"),
    (CaseNumber.self, "441202202611210001248"), (CaseNumber.self, "441202202611230045019"),
    (
        LicenceIdentifier.self,
        "1.2.156.3005.2.11100000000013338W011.11441202007185204J.20260000001.001.1"
    ),
    (LicenceIdentifier.self, "1.2.156.3005.2.11100000MB03271699022.11441202007185204J.2026110001.001.9"),
    (
        LicenceIdentifier.self,
        "1.2.156.3005.2.11100000000013338W009.11441202007185204J.441202202600123.002.O"
    ),
]

@Suite("Check digits")
struct CheckDigitTests {
    @Test("every single wrong digit is found", arguments: samples.indices)
    func singleErrors(index: Int) {
        let (type, text) = samples[index]
        for place in text.indices
        where text[place].isNumber {
            for digit in "0123456789" where digit != text[place] {
                var wrong = text
                wrong.replaceSubrange(place...place, with: String(digit))
                #expect(throws: CodeError.self, "\(wrong)") { try type.init(wrong) }
            }
        }
    }

    @Test("a wrong last character is said to be the check digit", arguments: samples.indices)
    func wrongCheckDigit(index: Int) {
        let (type, text) = samples[index]
        let wrong = text.dropLast() + (text.hasSuffix("0") ? "1" : "0")
        let error = #expect(throws: CodeError.self) { try type.init(String(wrong)) }
        #expect(error?.fault == .checkDigit)
        #expect(error.map { "\($0.sentence)" } == "\(type.kind.chinese)最后一位校验码不对，请核对后重新填写。")
    }

    @Test("what is too short, too long or empty is refused", arguments: samples.indices)
    func lengths(index: Int) {
        let (type, text) = samples[index]
        for wrong in ["", "  ", String(text.dropLast()), text + "0", text + text] {
            #expect(throws: CodeError.self) { try type.init(wrong) }
        }
    }

    @Test(
        "characters that no code has are refused", arguments: ["张", "١", "\u{0}", "🙂", "'", " ", "\u{301}"])
    func characters(character: String) {
        for (type, text) in samples {
            let wrong = text.prefix(7) + character + text.dropFirst(8)
            #expect(throws: CodeError.self) { try type.init(String(wrong)) }
        }
    }

    @Test("the samples of the standards hold, and are read as people type them", arguments: samples.indices)
    func typed(index: Int) throws {
        let (type, text) = samples[index]
        #expect(try type.init(text).text == text)
        #expect(try type.init("  \u{3000}\(text.lowercased())\n").text == text)
        let wide = text.unicodeScalars.map { UnicodeScalar($0.value + 0xFEE0).map(String.init) ?? "" }
            .joined()
        #expect(try type.init(wide).text == text)
    }
}
