import Codes
import Foundation
import Refusals
import Testing

@Suite("Money on paper: bank accounts and amounts in capital characters")
struct MoneyTests {
    @Test(
        "what is no account number is refused in words",
        arguments: [
            ("", "请填写银行账号。"), ("12345678901", "银行账号应为 12 到 30 位，您填写了 11 位，请核对。"),
            ("1234567890123456789012345678901", "银行账号应为 12 到 30 位，您填写了 31 位，请核对。"),
            ("44050170123O0000123", "银行账号应由数字组成，请核对有没有多余的符号。"),
            ("6222000000000000013", "银行账号最后一位校验码不对，请核对后重新填写。"),
            ("6222000000000000102", "银行账号最后一位校验码不对，请核对后重新填写。"),
        ])
    func refused(text: String, sentence: String) {
        let error = #expect(throws: CodeError.self) { try BankAccount(text) }
        #expect(error?.sentence.chinese == sentence)
    }

    @Test("a card is read as people write it, and an account of an enterprise needs no check digit")
    func accounts() throws {
        #expect(try BankAccount("6222 0000 0000 0000 012").text == "6222000000000000012")
        #expect(try BankAccount("６２２２000000000000012").text == "6222000000000000012")
        #expect(try BankAccount("44050170123400000123").text == "44050170123400000123")
        #expect(try BankAccount("6222000000000000012").description == "***************0012")
    }

    @Test(
        "what has no form in capital characters has none",
        arguments: ["-1", "0.001", "10000000000000000"])
    func wordless(amount: String) throws {
        #expect(ChineseAmount.words(of: try #require(Decimal(string: amount))) == nil)
    }

    @Test(
        "every gap is one 零, and what ends before 分 is closed with 整",
        arguments: [
            ("0", "人民币零元整"), ("0.05", "人民币伍分"), ("0.5", "人民币伍角整"), ("0.55", "人民币伍角伍分"),
            ("1", "人民币壹元整"), ("10", "人民币壹拾元整"), ("10.05", "人民币壹拾元零伍分"),
            ("1200.5", "人民币壹仟贰佰元伍角整"), ("1409.5", "人民币壹仟肆佰零玖元伍角整"),
            ("6007.14", "人民币陆仟零柒元壹角肆分"), ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
            ("107000.53", "人民币壹拾万柒仟元伍角叁分"), ("100001", "人民币壹拾万零壹元整"),
            ("1000000", "人民币壹佰万元整"), ("20000000.2", "人民币贰仟万元贰角整"),
            ("100000000", "人民币壹亿元整"), ("100000005", "人民币壹亿零伍元整"),
            ("100010000", "人民币壹亿零壹万元整"), ("1010101010", "人民币壹拾亿壹仟零壹拾万壹仟零壹拾元整"),
            ("1000000000000", "人民币壹万亿元整"), ("9999999999999999.99", "人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        ])
    func words(amount: String, words: String) throws {
        #expect(ChineseAmount.words(of: try #require(Decimal(string: amount))) == words)
    }
}
