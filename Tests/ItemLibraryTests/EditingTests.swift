import HTTPTypes
import HummingbirdTesting
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import ItemLibrary

@Suite("起草和审核事项")
struct EditingTests {
    @Test("没有岗位权限的看不到，其他部门的事项不能改")
    func notTheirs() async throws {
        let room = try await ItemRoom()
        #expect(try await room.look("/desk/items", as: .clerk).status == .forbidden)
        #expect(try await room.look("/desk/items", as: .sysadmin).status == .forbidden)
        let answer = try await room.press("/desk/items/food-business-licence/drafts", as: .zou)
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("这是其他部门的事项，由该部门或者政务服务管理部门维护。"))
        #expect(try await room.look("/desk/items/nothing", as: .limin).status == .notFound)
        #expect(try await room.look("/desk/item-drafts/1", as: .limin).status == .notFound)
    }

    @Test("填错的一组留在原处，填的内容还在")
    func mistakes() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        let refused = try await room.press(
            "\(draft)/groups/limits",
            "revision=0&legal_value=x&legal_unit=working_day&promised_value=5&promised_unit=", as: .limin)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("请写 0 至 3660 的整数。") && refused.text.contains("value=\"x\""))
        #expect(refused.text.contains("请选择时限的单位。"))
        #expect(try await room.look("\(draft)/groups/nothing", as: .limin).status == .notFound)
    }

    @Test("后保存的人看到别人已经保存过，不会覆盖")
    func stale() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        let form = "revision=0&conditions=%E6%96%B0%E6%9D%A1%E4%BB%B6"
        #expect(try await room.press("\(draft)/groups/conditions", form, as: .limin).status == .seeOther)
        #expect(try await room.press("\(draft)/groups/conditions", form, as: .wang).status == .conflict)
    }

    @Test("起草、提交、由另一人审核，成为新的一版，并且能与上一版比较")
    func whole() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        let edited = try await room.press(
            "\(draft)/groups/conditions", "revision=0&conditions=one%0Atwo&change_note=why", as: .limin)
        #expect(edited.headers[.location] == draft)
        let page = try await room.look(draft, as: .limin).text
        #expect(page.contains("检查通过") && page.contains("one；two"))
        let sent = try await room.press("\(draft)/submission", "effective_on=\(room.now.day.iso)", as: .limin)
        #expect(sent.status == .seeOther)
        #expect(try await !room.look(draft, as: .limin).text.contains("审核通过"))
        #expect(try await room.press("\(draft)/approval", as: .limin).status == .forbidden)
        #expect(try await room.press("\(draft)/approval", as: .wang).status == .seeOther)
        #expect(try room.library.service("food-business-licence").item.conditions == ["one", "two"])
        let versions = try await room.database.read {
            try ServiceLibrary.versions(of: "food-business-licence", in: $0)
        }
        let comparison = try await room.look(
            "/desk/items/food-business-licence/comparison?from=\(versions[1].id)&to=\(versions[0].id)",
            as: .limin)
        #expect(comparison.text.contains("1 处不同") && comparison.text.contains("one；two"))
    }

    @Test("退回要写原因，起草的人看得到")
    func sentBack() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        _ = try await room.press("\(draft)/groups/conditions", "revision=0&conditions=one", as: .limin)
        _ = try await room.press("\(draft)/submission", "effective_on=\(room.now.day.iso)", as: .limin)
        let refused = try await room.press("\(draft)/return", "reason=", as: .long)
        #expect(refused.status == .unprocessableContent && refused.text.contains("请写明退回的原因。"))
        #expect(try await room.press("\(draft)/return", "reason=again", as: .long).status == .seeOther)
        #expect(try await room.look(draft, as: .limin).text.contains("again"))
    }

    @Test("每一组原样保存，什么都没有改变", arguments: ItemGroup.allCases)
    func nothingLost(_ group: ItemGroup) throws {
        for item in try ItemRoom.items.get() where group.concerns(item) {
            var saved = item
            try group.apply(Self.sent(group.fields(item, ItemChoices())), to: &saved)
            #expect(saved == item, "\(item.slug)")
        }
    }

    /// What a browser sends for these fields.
    static func sent(_ fields: [Field]) -> FormData {
        FormData(
            fields.flatMap { field -> [(name: String, value: String)] in
                guard field.kind == .table else { return field.values.map { (field.name, $0) } }
                return field.rows.enumerated().flatMap { index, row in
                    field.columns.map { ("\(field.name).\(index).\($0.name)", row[$0.name] ?? "") }
                }
            })
    }

    @Test("停办要写日期和原因，经另一人审核")
    func end() async throws {
        let room = try await ItemRoom()
        let path = "/desk/items/labour-dispatch-licence/end"
        #expect(try await room.press(path, "reason=x", as: .long).status == .unprocessableContent)
        let asked = try await room.press(path, "ends_on=\(room.now.day.iso)&reason=gone", as: .long)
        let draft = try #require(asked.headers[.location])
        #expect(try await room.press("\(draft)/approval", as: .long).status == .forbidden)
        #expect(try await room.look(draft, as: .long).text.contains("gone"))
    }

    @Test("事项类型由系统管理员维护")
    func types() async throws {
        let room = try await ItemRoom()
        #expect(try await room.look("/desk/item-types", as: .long).status == .forbidden)
        #expect(
            try await room.press("/desk/item-types", "code=1&name=x", as: .sysadmin).status
                == .unprocessableContent)
        #expect(try await room.press("/desk/item-types", "code=30&name=x", as: .sysadmin).status == .seeOther)
        #expect(try await room.look("/desk/item-types", as: .sysadmin).text.contains("30"))
    }

    @Test("列表按部门、类型、状态和完整度查找")
    func list() async throws {
        let room = try await ItemRoom()
        _ = try await room.begin()
        let mine = try await room.look("/desk/items?organ=scjg&state=draft", as: .limin).text
        #expect(mine.contains("共 1 项") && mine.contains("食品经营许可"))
        #expect(try await room.look("/desk/items?completeness=whole", as: .limin).text.contains("没有符合条件的事项"))
        #expect(try await room.look("/desk/items?type=01", as: .limin).text.contains("行政许可"))
        #expect(try await room.look("/desk/items-completeness", as: .limin).text.contains("监督投诉电话"))
    }

    @Test("新事项从名称开始，问题逐条告诉起草的人")
    func newItem() async throws {
        let room = try await ItemRoom()
        let refused = try await room.press("/desk/items-new", "name=x&slug=X&organ=scjg", as: .limin)
        #expect(refused.status == .unprocessableContent && refused.text.contains("事项代号以小写字母开头"))
        let begun = try await room.press("/desk/items-new", "name=x&slug=small-shop&organ=scjg", as: .limin)
        let page = try await room.look(try #require(begun.headers[.location]), as: .limin).text
        #expect(page.contains("处问题，改好后才能提交") && page.contains("应写明设定依据"))
    }
}
