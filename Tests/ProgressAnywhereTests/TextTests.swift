import Cases
import Codes
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ProgressAnywhere

@Suite("短信查进度")
struct TextTests {
    @Test(
        "不是查进度的、编号或查询码长度不对的、太长的，都不是问题",
        arguments: [
            "", "JD", "你好", "JD 123 ABC", "JD 441202202611210000016",
            "441202202611210000016 7K3M9QXA2CDE8FGH",
            "JD 441202202611210000016 7K3M9QXA2CDE8FGHX",
            "JD " + String(repeating: "4", count: 300),
        ])
    func unread(_ text: String) { #expect(ProgressQuestion(text) == nil) }

    @Test("大小写、全角、空格、逗号、分组、换行都可以")
    func read() async throws {
        let house = try await House()
        let subject = try await house.file(by: "chenjing")
        let (number, code) = (subject.number.text, subject.queryCode)
        let groups = stride(from: 0, to: 16, by: 4).map { code.dropFirst($0).prefix(4) }.joined(
            separator: " ")
        for text in [
            "JD \(number) \(code)", "jd\(number)\(code.lowercased())", "ＪＤ　\(number)，\(groups)",
            "进度\n\(number)\n\(code)", " 查进度 \(number),\(code) ",
        ] {
            let question = try #require(ProgressQuestion(text), "\(text)")
            #expect(question.number == number && question.code == code)
        }
    }

    @Test("签名不对、过期、没有这条通道：401；内容不成样子：400")
    func unsigned() async throws {
        let house = try await House()
        #expect(try await house.text("JD", secret: "other").status == .unauthorized)
        #expect(try await house.text("JD", at: noon.adding(seconds: -301)).status == .unauthorized)
        #expect(try await house.text("JD", carrier: "sms-2").status == .unauthorized)
        #expect(try await house.text("JD", from: "").status == .badRequest)
    }

    @Test("查询码不对和编号不存在，回答一样，都不留痕迹；对的回答进度，没有姓名，有记录")
    func answered() async throws {
        let house = try await House()
        let subject = try await house.file(by: "chenjing")
        let wrong = try await house.text("JD \(subject.number.text) 2222222222222222")
        let unused = try CaseNumber(division: "441202", day: (2026, 11, 21), sequence: 4321).text
        let missing = try await house.text("JD \(unused) \(subject.queryCode)", from: "2")
        #expect(wrong.text.contains("编号或查询码不对") && missing.text == wrong.text)
        #expect(try await !house.actions().contains("case.progress_read"))
        let help = try await house.text("怎么办", from: "3")
        #expect(help.status == .ok && help.text.contains("JD 办件编号 查询码"))
        let right = try await house.text(
            "JD \(subject.number.text) \(subject.queryCode)", from: "13800001112")
        #expect(right.text.contains("「食品经营许可」") && right.text.contains("待受理"))
        #expect(right.text.contains("受理期限到 11月27日（周五）") && !right.text.contains("陈静"))
        #expect(try await house.actions().last == "case.progress_read")
        let words = try await house.database.read {
            try $0.rows("SELECT parameters FROM journal_entry /* all */").map { try $0.text("parameters") }
        }
        #expect(
            words.contains { $0.contains("138****1112") } && !words.contains { $0.contains("13800001112") })
    }

    @Test("一个号码问得太勤，就不再回")
    func tooOften() async throws {
        let house = try await House()
        for _ in 0..<6 { #expect(try await house.text("?").status == .ok) }
        #expect(try await house.text("?").status == .noContent)
        #expect(try await house.text("?", from: "13900000000").status == .ok)
    }

    @Test("评价：码和分数写在一起也行；码不对、分数不对，说明原因；不像评价的回帮助")
    func rated() async throws {
        let house = try await House()
        #expect(RatingText("pj ABCDEFGH23") == nil && RatingText("PJ ABCDEFGH2 5") == nil)
        #expect(try await house.text("PJ ABCDEFGH23 9", from: "1").text.contains("请选择一项"))
        #expect(try await house.text("PJ ABCDEFGH24 5", from: "2").text.contains("没有这个评价码"))
        #expect(try await house.text("ｐｊ abcdefgh23，5", from: "3").text.contains("评价已收到"))
        #expect(try await house.text("评价ABCDEFGH23 1", from: "4").text.contains("评价已收到"))
    }
}
