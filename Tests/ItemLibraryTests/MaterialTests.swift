import Cases
import Foundation
import HTTPTypes
import HummingbirdTesting
import Refusals
import Services
import TestSupport
import Testing
import Web

@testable import ItemLibrary

@Suite("一份材料一页，事实分组填写")
struct MaterialTests {
    @Test("没有名称、代号不对、和别的材料重名的不保存")
    func refused() async throws {
        let room = try await ItemRoom()
        let new = "\(try await room.begin())/materials-new"
        let nameless = try await room.press(new, "revision=0&name=&id=Plan&copies=0", as: .limin)
        #expect(nameless.status == .unprocessableContent)
        #expect(nameless.text.contains("代号由小写字母、数字和“-”组成。"))
        let empty = try await room.press(new, "revision=0&name=&copies=0", as: .limin)
        #expect(empty.text.contains("请写明材料名称。") && empty.text.contains("请写 1 至 99 的整数。"))
        let first = try ItemRoom.item("food-business-licence").materials[0]
        let same = try await room.press(
            new, "revision=0&copies=1&name=\(try Self.coded(first.name))", as: .limin)
        #expect(same.text.contains("已经有叫“\(first.name)”的材料。"))
        let taken = try await room.press(new, "revision=0&name=x&copies=1&id=\(first.id)", as: .limin)
        #expect(taken.text.contains("已经有代号为“\(first.id)”的材料。"))
    }

    @Test("不存在的材料、别人先保存的草稿、其他部门的人都改不了")
    func notThere() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        #expect(try await room.look("\(draft)/materials/none", as: .limin).status == .notFound)
        #expect(
            try await room.press("\(draft)/materials/none/removal", "revision=0", as: .limin).status
                == .notFound
        )
        let form = "revision=0&name=x&copies=1"
        #expect(try await room.press("\(draft)/materials-new", form, as: .zou).status == .forbidden)
        #expect(try await room.press("\(draft)/materials-new", form, as: .limin).status == .seeOther)
        #expect(try await room.press("\(draft)/materials-new", form, as: .limin).status == .conflict)
        #expect(try await room.look("\(draft)/groups/materials", as: .limin).status == .notFound)
    }

    @Test("添加、修改、移动、去掉一份材料")
    func whole() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        let id = try #require(Int64(draft.split(separator: "/").last ?? ""))
        let ids = try ItemRoom.item("food-business-licence").materials.map(\.id)
        let licence = "11440000MB9E00026W003"
        let form = "name=Plan&rank=secondary&licence=\(licence)&waived_by=none&copies=2"
        _ = try await room.press("\(draft)/materials-new", "revision=0&id=plan&\(form)", as: .limin)
        let added = try #require(try await room.drafts.find(id).draft.item.materials.last)
        #expect(added.id == "plan" && added.rank == .secondary && added.licence == licence)
        #expect(added.waivedBy == nil && added.copies == 2)
        _ = try await room.press("\(draft)/materials/plan/position", "revision=1&direction=up", as: .limin)
        _ = try await room.press("\(draft)/materials/plan", "revision=2&name=Map&copies=1", as: .limin)
        let moved = try await room.drafts.find(id).draft.item.materials
        #expect(moved.map(\.id) == ids.dropLast() + ["plan", ids[ids.count - 1]])
        #expect(moved[ids.count - 1].name == "Map" && moved[ids.count - 1].licence == nil)
        #expect(try await room.look("\(draft)/materials", as: .limin).text.contains("Map"))
        _ = try await room.press("\(draft)/materials/plan/removal", "revision=3", as: .limin)
        #expect(try await room.drafts.find(id).draft.item.materials.map(\.id) == ids)
    }

    @Test("最前面的不能再上移，去掉的材料不再由承诺代替")
    func rules() throws {
        var item = try ItemRoom.item("public-hygiene-permit")
        let first = item.materials[0].id
        #expect(throws: DomainError.conflict("已经是第一份。")) { try item.moveMaterial(first, up: true) }
        let promised = try #require(item.commitment?.replaces.first)
        try item.removeMaterial(promised)
        #expect(item.commitment?.replaces.contains(promised) == false)
        #expect(throws: DomainError.self) { try item.removeMaterial(promised) }
    }

    @Test("每份材料原样保存，什么都没有改变")
    func nothingLost() throws {
        for item in try ItemRoom.items.get() {
            for material in item.materials {
                let fields = MaterialPart.fields(material, of: item, ItemChoices(), isNew: false)
                let read = try MaterialPart.read(EditingTests.sent(fields), into: material, of: item)
                #expect(read == material, "\(item.slug)")
            }
        }
    }

    @Test("容缺、告知承诺、实名、登记内容可以填写，进入比较和完整度")
    func facts() async throws {
        let room = try await ItemRoom()
        let draft = try await room.begin()
        let before = try await room.look(draft, as: .limin).text
        #expect(before.contains("是否实行告知承诺") && before.contains("还缺："))
        _ = try await room.press("\(draft)/groups/commitment", "revision=0&commits=no", as: .limin)
        _ = try await room.press(
            "\(draft)/groups/ways", "revision=1&visits=0&assurance=present", as: .limin)
        _ = try await room.press(
            "\(draft)/groups/deferral", "revision=2&deferral_value=7&deferral_unit=day", as: .limin)
        let id = try #require(Int64(draft.split(separator: "/").last ?? ""))
        let item = try await room.drafts.find(id).draft.item
        let changes = item.changes(since: try ItemRoom.item("food-business-licence"))
        #expect(Set(changes.map(\.key)).isSuperset(of: ["commitment", "assurance", "deferral"]))
        #expect(changes.first { $0.key == "assurance" }?.after == "已当面核验，本人与身份证一致")
        let missing = Completeness(of: item).missing
        #expect(!missing.contains(.commitment) && !missing.contains(.assurance))
        #expect(try await room.look(draft, as: .limin).text.contains("7 天"))
    }

    @Test("填了承诺的内容却没有选实行的，请人选择")
    func halfPromise() throws {
        var item = try ItemRoom.item("food-business-licence")
        let form = FormData([(name: "told", value: "甲"), (name: "method", value: "乙")])
        #expect(throws: DomainError.invalid("commits", "请选择是否实行告知承诺。")) {
            try ItemGroup.commitment.apply(form, to: &item)
        }
        let yes = FormData([(name: "commits", value: "yes"), (name: "told", value: "甲")])
        #expect(throws: DomainError.invalid("verification_value", "请写明核查的期限。")) {
            try ItemGroup.commitment.apply(yes, to: &item)
        }
    }

    static func coded(_ text: String) throws -> String {
        try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    }
}
