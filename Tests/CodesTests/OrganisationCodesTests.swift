import Testing

@testable import Codes

@Suite("Codes of organisations")
struct OrganisationCodesTests {
    @Test("letters that are easily misread are refused", arguments: ["I", "O", "S", "V", "Z"])
    func misread(letter: String) {
        let error = #expect(throws: CodeError.self) { try CreditCode("91441202MA4W1234" + letter + "L") }
        #expect(error?.fault == .characters(allowed: "数字和字母（不含 I、O、S、V、Z）"))
    }

    @Test("a place that is not digits is refused")
    func place() {
        let error = #expect(throws: CodeError.self) { try CreditCode("9144120AMA4W12346L") }
        #expect(error?.fault == .part("登记机关行政区划码"))
    }

    @Test(
        "the first two characters tell the kind of body",
        arguments: [
            ("11441202007185204J", "机关"), ("12441202456182375B", "事业单位"), ("91441202MA4W12346L", "企业"),
            ("52441202MJM012342T", "民办非企业单位"), ("TE4401135000001190", "其他组织"),
        ])
    func kinds(text: String, kind: String) throws { #expect(try CreditCode(text).kind == kind) }

    @Test("Guangdong's substitute is taken without a check digit")
    func substitute() throws {
        #expect(try CreditCode("te4401135000001190").isSubstitute)
        #expect(throws: CodeError.self) { try CreditCode("TE440113500000119") }
    }

    @Test("a check character is reckoned for 17 characters")
    func checked() throws {
        #expect(try CreditCode.checked(body17: "11441202007185204").text == "11441202007185204J")
        #expect(throws: CodeError.self) { try CreditCode.checked(body17: "1144120200718520") }
    }

    @Test("the organisation code is inside the credit code, and is read with or without its hyphen")
    func organisationCode() throws {
        #expect(try CreditCode("11441202007185204J").organisationCode?.text == "00718520-4")
        #expect(try OrganisationCode("mb2d12349").text == "MB2D1234-9")
        #expect(throws: CodeError.self) { try OrganisationCode("MB2D-12349") }
    }
}
