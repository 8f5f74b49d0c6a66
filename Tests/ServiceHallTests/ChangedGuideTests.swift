import Government
import HTTPTypes
import HummingbirdTesting
import Journal
import Services
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("填写期间办事指南更新")
struct ChangedGuideTests {
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    private static func begin(_ person: Person, _ service: String) async throws -> String {
        let response = try await person.post("/applications", [("service", service), ("applicant", "")])
        return String(response.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
    }

    @Test("已经停办的事项不能再提交，草稿还能删除")
    func ended() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let draft = try await Self.begin(person, "old-age-allowance")
            try await end("old-age-allowance")
            let refused = try await person.get("\(draft)/check")
            #expect(refused.status == .conflict && refused.text.contains("已经停止办理，这份申请不能再提交"))
            #expect(try await person.post("\(draft)/removal").status == .seeOther)
        }
    }

    @Test("每一页都说明更新了什么，填好的内容还在")
    func changed() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let draft = try await Self.begin(person, "food-business-licence")
            _ = try await person.post("\(draft)/pages/2", [("form.shop_name", "星湖小馆")])
            #expect(try await !person.get("\(draft)/pages/2").text.contains("更新过"))
            var item = try hall.library.service("food-business-licence").item
            item.materials.removeAll { $0.id == "floor-plan" }
            item.conditions.append("有排油烟设施")
            item.keywords.append("小饭馆")
            try await hall.library.publish([item], at: .now)
            let page = try await person.get("\(draft)/pages/2").text
            #expect(page.contains("您填写期间，这个事项的办事指南更新过") && page.contains("value=\"星湖小馆\""))
            #expect(page.contains("不再需要材料“经营场所平面布局图”") && page.contains("有排油烟设施"))
            #expect(!page.contains("小饭馆"))
        }
    }

    @Test("核对以后又更新的，要再核对一遍才能提交")
    func changedAfterCheck() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let draft = try await Self.begin(person, "food-business-licence")
            let refused = try await person.post(
                "\(draft)/submission", [("promise", "true"), ("version", "7")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("您核对以后，这个事项的办事指南又更新了，请再核对一遍。"))
        }
    }

    private func end(_ slug: String) async throws {
        let drafts = ItemDrafts(library: hall.library, database: hall.database)
        func editor(_ id: Int64) -> DraftEditor {
            DraftEditor(
                actor: Actor(accountID: id, name: "龙建华", channel: "page", address: ""), organs: nil)
        }
        let now = Instant.now
        let id = try await drafts.end(slug, after: now.day, because: "取消", by: editor(90), at: now)
        try await drafts.approve(id, by: editor(91), at: now)
        try await drafts.carryOutDue(at: now.adding(seconds: 2 * 86_400))
    }
}
