import Codes
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Cases

@Suite("Templates of papers")
struct PaperTemplateTests {
    private func template(_ text: String, _ form: PaperForm = .denial) -> PaperTemplate {
        PaperTemplate(form: form, title: "决定书", text: text)
    }

    @Test("say what is wrong with them: unknown blanks, braces alone, what the law wants")
    func findings() {
        let words = template("你好{姓名}\n{理由\n救济途径}").findings.map(\.chinese)
        #expect(words.contains("这种文书没有「{姓名}」可填，请改用下面列出的填空。"))
        #expect(words.contains("第 2 段的花括号不成对。") && words.contains("第 3 段的花括号不成对。"))
        #expect(words.contains("少了必须有的「{理由}」。") && words.contains("少了必须有的「{救济途径}」。"))
        #expect(template("").findings.map(\.chinese).contains("请写明文书的正文。"))
        #expect(
            PaperTemplate(form: .grant, title: "", text: "{事项}").findings.map(\.chinese) == ["请写明文书的标题。"])
    }

    @Test("the ones that come with the program can all be used", arguments: PaperForm.allCases)
    func standard(form: PaperForm) throws {
        let template = try #require(StandardPapers.templates[form])
        #expect(template.findings.isEmpty, "\(template.findings)")
        #expect(!template.preview.isEmpty && template.title.count > 2)
    }

    @Test("a line that is one blank becomes as many paragraphs as there is to say, or none")
    func lines() {
        let template = template("理由：{理由}\n{清单}\n{救济途径}")
        #expect(
            template.paragraphs([.reason: ["甲", "乙"], .list: ["1. 子", "2. 丑"]]) == ["理由：甲；乙", "1. 子", "2. 丑"])
    }

    @Test("a paper is written from what the district has published, and says which version")
    func inForce() throws {
        let own = PaperTemplate(form: .acceptance, title: "受理决定书", text: "《{事项}》（{办件编号}）受理。")
        let story = try Story(.drainage, papers: [.acceptance: PaperInForce(version: 4, template: own)])
        try story.complete(.accept)
        let paper = try #require(story.paper(.acceptance))
        #expect(paper.title == "受理决定书" && paper.templateVersion == 4)
        #expect(paper.paragraphs == ["《污水排入排水管网许可》（\(story.root.number.text)）受理。"])
    }

    @Test("are edited by one administrator and published by another, and not while something is wrong")
    func twoPersons() throws {
        let wrong = template("理由：{理由}")
        #expect(
            refusal { try PaperVersion.draft(wrong, version: 1, by: .clerk, at: at("2026-11-09")) }
                == .forbidden("文书模板由系统管理员编辑。"))
        var draft = try PaperVersion.draft(wrong, version: 1, by: .sysadmin, at: at("2026-11-09"))
        #expect(
            refusal { try draft.publish(seen: 1, by: .sysadmin, at: at("2026-11-09")) }
                == .forbidden("文书模板由安全管理员审定公布。"))
        #expect(
            refusal { try draft.publish(seen: 1, by: .secadmin, at: at("2026-11-09")) }
                == .conflict("少了必须有的「{救济途径}」。"))
        try draft.edit(template("理由：{理由}\n{救济途径}"), seen: 1, by: .sysadmin, at: at("2026-11-10"))
        #expect(
            refusal { try draft.publish(seen: 1, by: .secadmin, at: at("2026-11-10")) }
                == .conflict("sysadmin-zwfw刚刚改过这份草稿，请看过改动再公布。"))
        try draft.publish(seen: 2, by: .secadmin, at: at("2026-11-10"))
        #expect(draft.state == .published)
        #expect(refusal { try draft.discard(by: .sysadmin) } == .conflict("第 1 版已公布，不能再改，请另建新版。"))
    }
}
