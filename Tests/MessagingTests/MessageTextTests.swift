import Refusals
import Testing

@testable import Messaging

@Suite("Words with placeholders")
struct MessageTextTests {
    @Test(
        "what is not written to the end is named at its field",
        arguments: ["您的((事项", "您的(())", "您的((a\nb))", "您的((\(String(repeating: "长", count: 41))))"])
    func broken(_ text: String) {
        #expect(throws: DomainError.self) {
            try MessageText(text).check(as: "sms", allowing: nil, limit: 500)
        }
    }

    @Test("a placeholder that the sentence does not have is refused, with those it has")
    func unknown() {
        #expect(throws: DomainError.invalid("sms", "没有「\("姓名")」这个占位符，\("可用的是事项、理由")。")) {
            try MessageText("((姓名))").check(as: "sms", allowing: ["事项", "理由"], limit: 500)
        }
    }

    @Test("too long and empty are refused")
    func length() {
        for text in ["", " \n", String(repeating: "字", count: 501)] {
            #expect(throws: DomainError.self) {
                try MessageText(text).check(as: "sms", allowing: [], limit: 500)
            }
        }
    }

    @Test("a missing value is named, and a value is not read for placeholders")
    func filling() throws {
        let text = MessageText("您的「((事项))」：((理由))")
        #expect(throws: DomainError.invalid("personalisation", "缺少占位符的内容：\("理由")")) {
            try text.filled(["事项": "许可"])
        }
        #expect(try text.filled(["事项": "((理由))", "理由": "无"]) == "您的「((理由))」：无")
    }

    @Test("all that is wrong with a template is said at once")
    func template() {
        let texts = TemplateTexts(inSite: "", sms: "((x))", mailSubject: "a", mail: "b")
        let error = #expect(throws: DomainError.self) { try texts.check(allowing: ["事项"]) }
        guard case .invalid(let fields)? = error else { return }
        #expect(fields.map(\.field) == ["in_site", "sms"])
    }

    @Test("what was delivered reads as the sentence of the rule, and can be filled in")
    func delivered() throws {
        let templates = try HouseTemplates.delivered()
        #expect(templates.count > 15)
        #expect(Set(templates.map(\.key)).count == templates.count)
        #expect(Set(templates.map(\.sentence)).count == templates.count)
        for template in templates {
            #expect(template.sentence.matches(of: /\{\}/).count == template.values.count, "\(template.key)")
            #expect(Set(template.values).count == template.values.count, "\(template.key)")
            try template.delivered.check(allowing: template.values)
            let parameters = template.values.map { "<\($0)>" }
            let sentence = Sentence(template: template.sentence, parameters: parameters).chinese
            #expect(try template.delivered.sms.filled(template.named(parameters)) == sentence)
        }
    }
}
