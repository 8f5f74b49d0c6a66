import Testing

@testable import Codes

@Suite("Recognising a code")
struct CodeRecognitionTests {
    @Test(
        "what has the shape of no code is recognised as none", arguments: ["", "你好", "12", "44-12", "1.2.3"])
    func none(text: String) { #expect(CodeRecognition.recognise(text).isEmpty) }

    @Test(
        "a code whose check digit fails is recognised by its shape",
        arguments: [
            ("441202199003071231", CodeKind.identityNumber, "身份证号码最后一位校验码不对，请核对后重新填写。"),
            ("11441202007185204K", .creditCode, "统一社会信用代码最后一位校验码不对，请核对后重新填写。"),
            ("441202202611210001231", .caseNumber, "办件编号最后一位校验码不对，请核对后重新填写。"),
            ("00718520-5", .organisationCode, "组织机构代码最后一位校验码不对，请核对后重新填写。"),
            ("441202199002301232", .identityNumber, "身份证号码第 7 到 14 位不是有效的出生日期，请核对后重新填写。"),
        ])
    func failing(text: String, kind: CodeKind, sentence: String) {
        let finding = CodeRecognition.recognise(text).first { $0.kind == kind }
        #expect(finding?.isValid == false)
        #expect(finding.map { "\($0.sentence)" } == sentence)
    }

    @Test(
        "a code that holds is recognised as it alone",
        arguments: [
            ("441202199003071232", CodeKind.identityNumber, "身份证号码：校验码正确。"),
            ("11441202007185204j", .creditCode, "统一社会信用代码：校验码正确。"),
            ("TE4401135000001190", .creditCode, "统一社会信用代码的替代码（TE 开头）：格式正确，没有校验码。"),
            ("00718520-4", .organisationCode, "组织机构代码：校验码正确。"),
            ("441202202611210001230", .caseNumber, "办件编号：校验码正确。"),
            ("11441202007185204J4440131013000", .itemCode, "事项编码：结构正确，实施主体的校验码正确，编码本身没有校验码。"),
            (
                "1.2.156.3005.2.11100000000013338W011.11441202007185204J.20260000001.001.1",
                .licenceIdentifier, "电子证照标识：校验码正确。"
            ),
            ("441202001", .divisionCode, "行政区划代码：格式正确，该代码没有校验码。"),
            ("13812345678", .mobileNumber, "手机号码：格式正确，该代码没有校验码。"),
        ])
    func valid(text: String, kind: CodeKind, sentence: String) {
        let findings = CodeRecognition.recognise(text)
        #expect(findings.map(\.kind) == [kind])
        #expect(findings.map { "\($0.sentence)" } == [sentence])
        #expect(findings.first?.isValid == true)
    }
}
