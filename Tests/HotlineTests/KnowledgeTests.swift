import HTTPTypes
import HummingbirdTesting
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Hotline

@Suite("知识库：写、审、查、反馈")
struct KnowledgeTests {
    private static let form =
        "organ=rsj&category=社保&question=灵活就业人员怎样参保&answer=带身份证到社保窗口办理，当场办结。&source=&valid_until=&is_public=yes"

    /// An entry that was written and reviewed; its id.
    private func publish(_ house: House, _ form: String = form) async throws -> String {
        let written = try await house.press("/desk/knowledge", form, as: "officer-rsj")
        let path = try #require(written.headers[.location])
        let answer = try await house.press("\(path)/review", "decision=publish&reason=", as: "head-rsj")
        #expect(answer.status == .seeOther, "\(answer.text)")
        return try #require(path.split(separator: "/").last.map(String.init))
    }

    @Test("缺的、太长的、过期的、带个人信息的，一次说清")
    func faults() throws {
        var text = KnowledgeText()
        text.validUntil = "2020-01-01"
        let error = #expect(throws: DomainError.self) { try text.check(on: morning.day) }
        guard case .invalid(let fields)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(Set(fields.map(\.field)) == ["category", "question", "answer", "valid_until"])
        (text.category, text.question, text.validUntil) = ("社保", "怎样参保登记", "")
        text.answer = "请找张工，电话 13800138000。"
        #expect(throws: DomainError.self) { try text.check(on: morning.day) }
        text.isPublic = false
        try text.check(on: morning.day)
    }

    @Test("公开的知识，问题、依据和分类里也不能有个人信息", arguments: ["question", "source", "category"])
    func personal(_ field: String) throws {
        var text = KnowledgeText()
        (text.category, text.question, text.answer) = ("社保", "怎样参保登记", "带身份证到窗口办理。")
        try text.check(on: morning.day)
        let number = "电话13800138000"
        switch field {
        case "question": text.question = "张先生\(number)问怎样参保"
        case "source": text.source = "来信，身份证44129919690305082x"
        default: text.category = number
        }
        let error = #expect(throws: DomainError.self) { try text.check(on: morning.day) }
        guard case .invalid(let fields)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(fields.map(\.field) == [field])
        text.isPublic = false
        try text.check(on: morning.day)
    }

    @Test("自己写的不能自己审；退回要写明改什么；审过的不能再审")
    func review() throws {
        var version = KnowledgeVersion(
            number: 1, text: KnowledgeText(), writerID: 7, writer: "甲", writtenAt: morning)
        func actor(_ id: Int64) -> Actor { Actor(accountID: id, name: "乙", channel: "page", address: "") }
        #expect(throws: DomainError.forbidden("自己写的知识由另一个人审核。")) {
            try version.review(publishes: true, because: "", by: actor(7), at: morning)
        }
        #expect(throws: DomainError.invalid("reason", "退回请写明要改什么，4 到 200 字。")) {
            try version.review(publishes: false, because: "", by: actor(8), at: morning)
        }
        try version.review(publishes: true, because: "", by: actor(8), at: morning)
        #expect(throws: DomainError.conflict("这一稿已经审核过了。")) {
            try version.review(publishes: true, because: "", by: actor(8), at: morning)
        }
    }

    @Test("审核以前查不到、选不到、公众看不到；审核以后都看得到")
    func published() async throws {
        let house = try await House()
        let written = try await house.press("/desk/knowledge", Self.form, as: "officer-rsj")
        let path = try #require(written.headers[.location])
        #expect(try await house.look(path, as: "officer-cgj").status == .notFound)
        #expect(!(try await house.look("/desk/knowledge?q=参保", as: "hotline").text.contains("灵活就业")))
        #expect(!(try await house.look("/faq", as: nil).text.contains("灵活就业")))
        let own = try await house.press("\(path)/review", "decision=publish", as: "officer-rsj")
        #expect(own.status == .forbidden)
        #expect(
            try await house.press("\(path)/review", "decision=publish", as: "head-cgj").status == .notFound)
        let mute = try await house.press("\(path)/review", "decision=return&reason=", as: "head-rsj")
        #expect(mute.status == .unprocessableContent && mute.text.contains("退回请写明要改什么"))
        _ = try await house.press("\(path)/review", "decision=publish&reason=", as: "head-rsj")
        #expect(try await house.look("/desk/knowledge?q=参保", as: "hotline").text.contains("灵活就业"))
        #expect(try await house.look("/faq", as: nil).text.contains("带身份证到社保窗口办理"))
        #expect(try await house.look("/faq?q=灵活就业", as: nil).text.contains("带身份证到社保窗口办理"))
        #expect(try await house.told("officer-rsj").first?.contains("审核通过") == true)
    }

    @Test("来电时查得到，选用后填进答复；像一件诉求的排在前面")
    func used() async throws {
        let house = try await House()
        let id = try await publish(house)
        _ = try await publish(
            house, Self.form.replacing("灵活就业人员怎样参保", with: "退休证明到哪里开具").replacing("社保窗口", with: "档案窗口"))
        _ = try await house.tell("ringing", "c1")
        let path = "/desk/hotline/calls/\(try await house.call().id)"
        #expect(try await house.look("\(path)?q=参保", as: "hotline").text.contains("用这条答复"))
        let chosen = try await house.look("\(path)?entry=\(id)", as: "hotline").text
        #expect(chosen.contains("带身份证到社保窗口办理，当场办结。</textarea>"))
        let known = try await house.hotline.answers(to: "我是灵活就业的，想问怎样参保", on: morning.day)
        #expect(known.first?.question == "灵活就业人员怎样参保")
    }

    @Test("反馈过时告诉负责的单位；新的一稿发布以后算处理；停用的查不到")
    func upkeep() async throws {
        let house = try await House()
        let path = "/desk/knowledge/\(try await publish(house))"
        let mute = try await house.press("\(path)/feedback", "words=", as: "hotline")
        #expect(mute.status == .unprocessableContent)
        _ = try await house.press("\(path)/feedback", "words=现在可以网上办理", as: "hotline")
        #expect(try await house.told("officer-rsj").first?.contains("有人反馈过时：现在可以网上办理") == true)
        #expect(try await house.look(path, as: "officer-rsj").text.contains("未处理"))
        let foreign = try await house.press("\(path)/versions", Self.form, as: "officer-cgj")
        #expect(foreign.status == .forbidden)
        let newer = Self.form.replacing("到社保窗口办理，当场办结", with: "在网上办理")
        #expect(try await house.press("\(path)/versions", newer, as: "officer-rsj").status == .seeOther)
        #expect(try await house.press("\(path)/versions", newer, as: "officer-rsj").status == .conflict)
        #expect(try await house.look("/faq", as: nil).text.contains("社保窗口"), "审核以前还是原来的")
        _ = try await house.press("\(path)/review", "decision=publish&reason=", as: "head-rsj")
        let page = try await house.look(path, as: "officer-rsj").text
        #expect(page.contains("已处理") && page.contains("第 2 稿") && page.contains("在网上办理"))
        _ = try await house.press("\(path)/retirement", "retirement=政策已经取消", as: "head-rsj")
        #expect(!(try await house.look("/faq", as: nil).text.contains("灵活就业")))
        #expect(!(try await house.look("/desk/knowledge?q=参保", as: "hotline").text.contains("灵活就业")))
    }

    @Test("带热线班的人从知识库到班次，别的单位没有这条路")
    func ways() async throws {
        let house = try await House()
        #expect(try await house.look("/desk/knowledge", as: "head-zwfw").text.contains("/desk/hotline/board"))
        #expect(
            !(try await house.look("/desk/knowledge", as: "head-cgj").text.contains("/desk/hotline/board")))
    }

    @Test("搬到别的数据库以后重新读词，还查得到")
    func moved() async throws {
        let house = try await House()
        let id = try #require(Int64(try await publish(house)))
        try await house.database.write { try KnowledgeSearch.index(nil, of: id, in: $0) }
        #expect(!(try await house.look("/faq?q=参保", as: nil).text.contains("灵活就业")))
        try await house.database.write { try Hotline.readWordsAgain(in: $0) }
        #expect(try await house.look("/faq?q=参保", as: nil).text.contains("灵活就业"))
    }

    @Test("过了有效期的不再选用")
    func expired() async throws {
        let house = try await House()
        _ = try await publish(house, Self.form.replacing("valid_until=", with: "valid_until=2026-09-20"))
        #expect(try await house.look("/faq?q=参保", as: nil).text.contains("灵活就业"))
        house.clock.now = morning.adding(seconds: 3 * 86_400)
        #expect(!(try await house.look("/faq?q=参保", as: nil).text.contains("灵活就业")))
        #expect(!(try await house.look("/faq", as: nil).text.contains("灵活就业")))
        #expect(try await house.hotline.answers(to: "怎样参保", on: house.clock.now.day).isEmpty)
    }
}
