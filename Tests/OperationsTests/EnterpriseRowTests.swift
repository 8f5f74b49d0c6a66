import CSV
import Codes
import Government
import Refusals
import Testing
import WorkingTime

@testable import Operations

@Suite("企业数据的一行")
struct EnterpriseRowTests {
    @Test(
        "有误时说明每一处",
        arguments: [
            (Rows.row(code: "91441202MA9Y000716"), ["统一社会信用代码最后一位校验码不对，请核对后重新填写。"]),
            (Rows.row(code: ""), ["“统一社会信用代码”没有填写。"]),
            (Rows.row(code: "9144"), ["统一社会信用代码应为 18 位，您填写了 4 位，请核对。"]),
            (Rows.row(code: Rows.fresh, name: "", head: " \t"), ["“名称”没有填写。", "“法定代表人”没有填写。"]),
            (Rows.row(code: Rows.fresh, name: String(repeating: "甲", count: 121)), ["“名称”超过 120 个字。"]),
            (Rows.row(code: Rows.fresh, name: "某\u{202E}司"), ["“名称”里有看不见的字符，请重新录入。"]),
            (Rows.row(code: Rows.fresh, kind: "有限公司"), ["“类型”应为企业、个体工商户、农民专业合作社之一。"]),
            (Rows.row(code: Rows.fresh, phone: "手机"), ["“联系电话”里有不属于号码的字符。"]),
            (Rows.row(code: Rows.fresh, division: "4412"), ["行政区划代码应为 6、9 或 12 位，您填写了 4 位，请核对。"]),
            (Rows.row(code: Rows.fresh, division: "441203"), ["行政区划代码 441203 不在本区的区划表中，请核对。"]),
            (Rows.row(code: Rows.fresh, day: "2024-02-30"), ["“成立日期”应写成 2019-05-20 这样的日期。"]),
            (Rows.row(code: Rows.fresh, day: "45352"), ["“成立日期”应写成 2019-05-20 这样的日期。"]),
            (Rows.row(code: Rows.fresh, day: "2027-01-01"), ["“成立日期”还没有到，请核对。"]),
            (
                Rows.row(code: Rows.fresh).replacing("\r\n", with: ",\"x\"\r\n"),
                ["单元格比表头多，请核对有没有多余的逗号。"]
            ),
            (
                "91441202MA9Y000715,甲公司\r\n",
                [
                    "“类型”没有填写。", "“法定代表人”没有填写。", "“行政区划代码”没有填写。", "“住所”没有填写。", "“成立日期”没有填写。",
                ]
            ),
        ])
    func mistakes(_ text: String, _ words: [String]) throws {
        guard case .failure(let mistakes) = try row(Array(text.utf8)).entity else {
            Issue.record("taken")
            return
        }
        #expect(mistakes.sentences.map(\.chinese) == words)
    }

    @Test("字符不是文件的编码时说明是哪种编码")
    func encoding() throws {
        guard case .failure(let mistakes) = try row([0xB6, 0xCB, 0x2C, 0x31]).entity else {
            Issue.record("taken")
            return
        }
        #expect(mistakes.sentences.map(\.chinese) == ["有的字符无法按 UTF-8 编码识别，请重新录入。"])
    }

    @Test("中文的日期、小写和全角的代码、十二位的区划代码都认得")
    func kind() throws {
        let text = Rows.row(
            code: "９1441202ma9y000715", division: "441202001901", day: "2024年3月1日", scope: "")
        let entity = try row(Array(text.utf8)).entity.get()
        #expect(entity.creditCode.text == Rows.fresh && entity.registeredOn.iso == "2024-03-01")
        #expect(entity.scope.isEmpty && entity.id == 7)
    }

    private func row(_ bytes: [UInt8]) throws -> EnterpriseRow {
        var reader = CSVReader(bytes, at: .init(), isEnd: true)
        let first = reader.next()
        let record = try #require(first)
        let layout = EnterpriseLayout(
            encoding: .utf8, columns: EnterpriseColumn.allCases,
            divisions: [try DivisionCode("441202"), try DivisionCode("441202001901")],
            today: try CivilDate(year: 2026, month: 11, day: 21))
        return EnterpriseRow(record, id: 7, by: layout)
    }
}
