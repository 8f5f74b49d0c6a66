import Codes
import Refusals
import Testing

@Suite("公开以前去除个人信息")
struct PersonalDataTests {
    @Test(
        "姓名、身份证号码、手机号码、卡号都查得出来，夹着空格和全角的也查得出来",
        arguments: [
            ("张伟申请的批复", "公开的文字里有申请人的姓名或者名称「张*」，请删去。"),
            ("证号441299199003071231", "公开的文字里有身份证号码，请删去。"),
            ("证号 4412 9919 9003 0712 31", "公开的文字里有身份证号码，请删去。"),
            ("电话13800001111。", "公开的文字里有手机号码，请删去。"),
            ("电话138-0000-1111", "公开的文字里有手机号码，请删去。"),
            ("电话１３８００００１１１１", "公开的文字里有手机号码，请删去。"),
            ("2026-09-18 联系13800001111", "公开的文字里有手机号码，请删去。"),
            ("电话138.0000.1111", "公开的文字里有手机号码，请删去。"),
            ("请找张 伟", "公开的文字里有申请人的姓名或者名称「张*」，请删去。"),
            ("请拨0758.222.3333", "公开的文字里有申请人的电话，请删去。"),
            ("请拨（0758）222 3333", "公开的文字里有申请人的电话，请删去。"),
            ("账号6222000000000000", "公开的文字里有像银行卡号的数字，请删去。"),
        ])
    func found(text: String, finding: String) {
        let findings = PersonalData.findings(in: text, names: ["张伟", "0758-2223333"]).map(\.chinese)
        #expect(findings == [finding])
    }

    @Test(
        "固定电话只有单位公布的可以写",
        arguments: [
            ("电话0758-2123456", false), ("电话07582123456", false), ("电话 0758 2123456。", false),
            ("电话０７５８－２１２３４５６", false), ("电话0758-0000101", true), ("2026-09-18 办结，编号 100758212345600", true),
        ])
    func landlines(text: String, isInnocent: Bool) {
        let findings = PersonalData.findings(in: text, names: [], landlinesBesides: ["0758-0000101"])
        #expect(findings.map(\.chinese) == (isInnocent ? [] : ["公开的文字里有固定电话号码，请删去。"]))
        #expect(PersonalData.findings(in: text, names: []).isEmpty)
    }

    @Test("文号、年份、金额不是个人信息")
    func innocent() {
        let text = "端府〔2026〕12号，2026年9月18日，投资 1234567 元，2026.11.30，电话 12345。"
        #expect(PersonalData.findings(in: text, names: ["张伟"]).isEmpty)
    }

    @Test(
        "别人写的文字公开以前，号码和姓名遮住，其余的字一个不少",
        arguments: [
            ("证号441299199003071231，请查", "证号441299********1231，请查"),
            ("电话138-0000-1111打不通", "电话138****1111打不通"),
            ("邻居138.0000.1111说", "邻居138****1111说"),
            ("张 伟住0758.2223333", "张*住*******3333"),
            ("2026年9月18日路灯坏了3盏", "2026年9月18日路灯坏了3盏"),
            ("张伟说的", "张*说的"),
        ])
    func masked(text: String, public words: String) {
        let names = ["张伟", "0758-2223333"]
        #expect(PersonalData.masked(text, names: names) == words)
        #expect(PersonalData.findings(in: words, names: names).isEmpty)
    }
}
