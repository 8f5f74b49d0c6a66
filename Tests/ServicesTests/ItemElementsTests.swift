import Foundation
import Government
import Refusals
import Services
import Storage
import Testing
import WorkingTime

@Suite("Elements of the national list")
struct ItemElementsTests {
    @Test("A body from before there were such elements reads and writes as it was")
    func old() throws {
        let item = try District.item("food-business-licence")
        #expect(item.elements == nil)
        #expect(try !encodeJSON(item).contains("elements"))
    }

    @Test("Elements survive writing and reading")
    func roundTrip() throws {
        var item = try District.item("food-business-licence")
        var elements = ItemElements()
        elements.handlingForms = [.window, .online]
        elements.area = .city
        elements.businessItems = [BusinessItem(suffix: "01", name: "新办")]
        item.elements = elements
        let read = try JSONDecoder().decode(ServiceItem.self, from: Data(encodeJSON(item).utf8))
        #expect(read == item)
        let code = "11441202007185204J4440131013000"
        #expect(read.elements?.businessItems?.first?.code(itemCode: code) == code + "01")
    }

    @Test("Types of items are rows: a new one is known, and its name is the table's")
    func types() async throws {
        #expect(throws: DomainError.invalid("code", "事项类型代码是两位数字。")) {
            try ItemType(code: "A1", name: "别的")
        }
        let room = try await WritersRoom()
        try await room.database.write {
            try ItemTypes.put(ItemType(code: "01", name: "行政许可事项"), in: $0)
            try ItemTypes.put(ItemType(code: "30", name: "中介服务"), in: $0)
        }
        try await room.library.refresh()
        #expect(try room.library.service("food-business-licence").item.typeName == "行政许可事项")
        let id = try await room.changedDraft()
        try await room.drafts.write(id, seen: 1, by: room.limin, at: room.now) {
            $0.basicCode = "443031013000"
        }
        #expect(try await room.drafts.find(id).check.findings.isEmpty)
    }
}
