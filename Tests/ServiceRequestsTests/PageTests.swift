import Cases
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@testable import ServiceRequests

@Suite("诉求的页面")
struct PageTests {
    @Test("登记册里只有公开的标题、诉求和答复，没有名字")
    func register() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.answer(number)
        let row = try await house.row(number)
        let page = try await house.visit(as: nil) { client in
            try await client.execute(uri: "/requests/\(row.id)", method: .get) { String(buffer: $0.body) }
        }
        #expect(page.contains("已更换灯泡和线路"))
        #expect(!page.contains("张伟") && !page.contains(number))
        let list = try await house.visit(as: nil) { client in
            try await client.execute(uri: "/requests?category=roads", method: .get) {
                String(buffer: $0.body)
            }
        }
        #expect(list.contains("文明路路灯不亮"))
        try await RegisterSearch(database: house.database).follow(at: house.clock.now)
    }

    @Test("别人的诉求打不开，单位看得到自己的")
    func visibility() async throws {
        let house = try await House()
        let number = try await house.say()
        let status = { (name: String, path: String) in
            try await house.visit(as: name) { client in
                try await client.execute(uri: path, method: .get) { $0.status }
            }
        }
        #expect(try await status("chenjing", "/my/service-requests/\(number)") == .notFound)
        #expect(try await status("zhangwei", "/my/service-requests/\(number)") == .ok)
        #expect(try await status("hotline", "/desk/service-requests/\(number)") == .ok)
        #expect(try await status("officer-cgj", "/desk/service-requests/\(number)") == .notFound)
        try await house.assign(number, to: "cgj")
        #expect(try await status("officer-cgj", "/desk/service-requests/\(number)") == .ok)
    }

    @Test("反映里的脚本原样显示为文字")
    func script() async throws {
        let house = try await House()
        let number = try await house.say { $0.title = "<script>alert(1)</script>路灯" }
        let page = try await house.visit(as: "hotline") { client in
            try await client.execute(uri: "/desk/service-requests/\(number)", method: .get) {
                String(buffer: $0.body)
            }
        }
        #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
    }
}
