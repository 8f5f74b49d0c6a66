import HTTPTypes
import HummingbirdTesting
import Licences
import Services
import TestSupport
import Testing

@testable import FormDesigner

@Suite("设计表单")
struct FormRouteTests {
    @Test("没有岗位权限的看不到，其他部门的表单不能改，没有的表单不存在")
    func notTheirs() async throws {
        let room = try await FormRoom()
        #expect(try await room.look("/desk/forms", as: .hotline).status == .forbidden)
        #expect(try await room.look("/desk/forms/nothing").status == .notFound)
        #expect(try await room.press("\(FormRoom.form)/draft", as: .zou).status == .forbidden)
        #expect(try await !room.look(FormRoom.form, as: .zou).text.contains("修改这张表单"))
        #expect(try await room.press("\(FormRoom.form)/draft", as: .liang).status == .seeOther)
    }

    @Test("没有开始修改就不能改；后保存的人不会盖掉先保存的")
    func order() async throws {
        let room = try await FormRoom()
        let early = try await room.press("\(FormRoom.form)/pages", "seen=0&title=x")
        #expect(early.status == .conflict && early.text.contains("请先点“修改这张表单”"))
        #expect(try await room.look("\(FormRoom.form)/questions/shop_name").status == .conflict)
        _ = try await room.press("\(FormRoom.form)/draft")
        #expect(try await room.press("\(FormRoom.form)/pages", "seen=0&title=x").status == .seeOther)
        let late = try await room.press("\(FormRoom.form)/pages", "seen=0&title=y", as: .liang)
        #expect(late.status == .conflict && late.text.contains("别人保存过这份草稿"))
        #expect(try await room.pages().last?.title == "x")
    }

    @Test("填错的留在原处，说明错在哪里")
    func mistakes() async throws {
        let room = try await FormRoom()
        _ = try await room.press("\(FormRoom.form)/draft")
        let page = try await room.press("\(FormRoom.form)/pages", "seen=0&title=")
        #expect(page.status == .unprocessableContent && page.text.contains("请写明这一页的标题。"))
        let question = try await room.press(
            "\(FormRoom.form)/questions/shop_name", "seen=0&label=x&kind=integer&min=abc")
        #expect(question.status == .unprocessableContent && question.text.contains("value=\"abc\""))
        #expect(question.text.contains("这里应为数字，例如 12。"))
        #expect(
            try await room.press("\(FormRoom.form)/questions/nobody", "seen=0&label=x&kind=text").status
                == .notFound)
    }

    @Test("没有答案的问题当场说明，改好以前这一页不关")
    func unanswerable() async throws {
        let room = try await FormRoom()
        _ = try await room.press("\(FormRoom.form)/draft")
        let page = try await room.pages()[0].id
        let added = try await room.press(
            "\(FormRoom.form)/pages/\(page)/questions", "seen=0&page=\(page)&label=sign&kind=choice")
        #expect(added.headers[.location] == "\(FormRoom.form)/questions/sign")
        let shown = try await room.look("\(FormRoom.form)/questions/sign").text
        #expect(shown.contains("选择题应有选项，且只有选择题有"))
        #expect(try await room.look(FormRoom.form).text.contains("处问题，改好后才能提交"))
        let saved = try await room.press(
            "\(FormRoom.form)/questions/sign",
            "seen=1&label=sign&kind=choice&kind_before=choice&options=one%0Atwo&required=true")
        #expect(saved.headers[.location] == FormRoom.form)
        #expect(try await room.look(FormRoom.form).text.contains("检查通过，这张表单可以填写"))
    }

    @Test("问题可以移动、删除，条件从列表里选，预览里试得出来")
    func arranged() async throws {
        let room = try await FormRoom()
        _ = try await room.press("\(FormRoom.form)/draft")
        let page = try await room.pages()[0].id
        _ = try await room.press(
            "\(FormRoom.form)/pages/\(page)/questions", "seen=0&page=\(page)&label=open&kind=boolean")
        _ = try await room.press(
            "\(FormRoom.form)/pages/\(page)/questions", "seen=1&page=\(page)&label=since&kind=date")
        _ = try await room.press(
            "\(FormRoom.form)/questions/since",
            "seen=2&label=since&kind=date&kind_before=date&when=open%3Dtrue&required=true")
        #expect(try await room.pages()[0].fields.last?.visibleWhen == "open = true")
        #expect(try await room.look(FormRoom.form).text.contains("只在“open”是“是”时"))
        let preview = try await room.look("\(FormRoom.form)/preview?page=1&form.open=true&try=1").text
        #expect(preview.contains("name=\"form.since\"") && preview.contains("请填写since。"))
        #expect(
            try await !room.look("\(FormRoom.form)/preview?page=1&form.open=false").text.contains(
                "form.since"))
        let held = try await room.press("\(FormRoom.form)/questions/open/removal", "seen=3")
        #expect(held.status == .conflict && held.text.contains("“since”的条件、计算或者规则用到了这个问题"))
        #expect(
            try await room.press("\(FormRoom.form)/questions/since/place", "seen=3&way=down").status
                == .seeOther)
        #expect(try await room.pages()[1].fields.first?.name == "since")
        #expect(
            try await room.press("\(FormRoom.form)/questions/since/removal", "seen=4").status == .seeOther)
    }

    @Test("导出的模板可以导入；不是模板的说明原因，有问题的也收下，逐条说明")
    func templates() async throws {
        let room = try await FormRoom()
        _ = try await room.press("\(FormRoom.form)/draft")
        let file = try await room.look("\(FormRoom.form)/template")
        #expect(file.text.contains("minben-form/1"))
        let refused = try await room.take("{}", seen: 0)
        #expect(refused.status == .unprocessableContent && refused.text.contains("不是可以导入的表单模板"))
        let before = try await room.pages()
        #expect(try await room.take(file.text, seen: 0).status == .seeOther)
        #expect(try await room.pages() == before)
        let broken =
            #"{"format":"minben-form/1","title":"表","pages":[{"id":"p","title":"页","fields":[{"name":"a","label":"甲","kind":"choice"}]}]}"#
        #expect(try await room.take(broken, seen: 1).status == .seeOther)
        #expect(try await room.look(FormRoom.form).text.contains("选择题应有选项，且只有选择题有"))
    }

    @Test("列表按部门和名称查找")
    func list() async throws {
        let room = try await FormRoom()
        let found = try await room.look("/desk/forms?organ=rsj").text
        #expect(found.contains("创业场地租金补贴") && !found.contains("食品经营许可"))
        #expect(try await room.look("/desk/forms?organ=zfb").text.contains("没有符合条件的事项"))
    }

    @Test("一个问题可以从电子证照填入，没有列出的不收；全国行政区划在预览里一级一级选")
    func sources() async throws {
        let room = try await FormRoom()
        try await LicenceTypes(database: room.database).seed(at: room.now)
        _ = try await room.press("\(FormRoom.form)/draft")
        let question = "\(FormRoom.form)/questions/shop_name"
        #expect(try await room.look(question).text.contains("居民身份证：户籍地址"))
        let fact = "11440000MB9E00026W003%7C%E6%88%B7%E7%B1%8D%E5%9C%B0%E5%9D%80"
        let head = "label=x&kind=text&kind_before=text"
        _ = try await room.press(question, "seen=0&\(head)&licence=nothing%7Cnobody")
        #expect(try await room.pages().flatMap(\.fields).first { $0.name == "shop_name" }?.licence == nil)
        _ = try await room.press(question, "seen=1&\(head)&licence=\(fact)")
        let saved = try await room.pages().flatMap(\.fields).first { $0.name == "shop_name" }
        #expect(saved?.licence?.chinese == "电子证照“居民身份证”的“户籍地址”")
        #expect(try await room.look(FormRoom.form).text.contains("自动填入电子证照“居民身份证”的“户籍地址”"))
        let both = try await room.press(question, "seen=2&\(head)&licence=\(fact)&prefill=person.name")
        #expect(both.headers[.location] == question)
        #expect(try await room.look(question).text.contains("自动填入只能选一个来源"))
        let page = try await room.pages()[0].id
        _ = try await room.press(
            "\(FormRoom.form)/pages/\(page)/questions", "seen=3&page=\(page)&label=home&kind=region")
        let preview = try await room.look("\(FormRoom.form)/preview?page=1&form.home.1=440000").text
        #expect(preview.contains("form.home.2") && preview.contains("肇庆市"))
    }
}
