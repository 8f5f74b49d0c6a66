import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("工作台的菜单")
struct DeskMenuTests {
    @Test("没有职权的人看不到通向它的链接；里面什么也打不开的组，也不出现。")
    func withoutPower() async throws {
        let page = try await document("/desk", as: Officer(powers: []))
        #expect(page.contains("href=\"/desk\""))
        #expect(!page.contains("/desk/orders") && !page.contains("监察督查"))
        #expect(!page.contains("<details"))
    }

    @Test("问到职权的页面，有职权的人看得到；没有页面的链接和别人的岗位不出现。")
    func withPower() async throws {
        let page = try await document("/desk", as: Officer(powers: ["order.read", "signal.read"]))
        #expect(page.contains("<summary>监察督查</summary>"))
        #expect(page.contains("<a href=\"/desk/orders\">督办</a>") && page.contains("/desk/signals"))
        #expect(!page.contains("/desk/letters"))
        let hotline = try await document("/desk", as: Officer(powers: [], roles: ["hotline"]))
        #expect(hotline.contains("/desk/letters"))
    }

    @Test("只有一项的组不用打开，直接是链接。")
    func single() async throws {
        let page = try await document("/desk", as: Officer(powers: ["order.read"]))
        #expect(page.contains("<li class=\"desk-group\"><a href=\"/desk/orders\">督办</a></li>"))
        #expect(!page.contains("<summary>监察督查</summary>"))
    }

    @Test(
        "现在在哪里，组和链接都标出来；下级页面标在上级的链接上。",
        arguments: [("/desk/orders", "page"), ("/desk/orders/7", "true"), ("/desk/orders-new", "true")])
    func place(path: String, mark: String) async throws {
        let page = try await document(path, as: Officer(powers: ["order.read", "signal.read"]))
        #expect(page.contains("<summary aria-current=\"true\">监察督查</summary>"))
        #expect(page.contains("<a href=\"/desk/orders\" aria-current=\"\(mark)\">督办</a>"))
        #expect(!page.contains("<a href=\"/desk\" aria-current"))
    }

    @Test("一天开始的页面把全部内容列在正文下面，别的页面不列；办事大厅没有这个菜单。")
    func index() async throws {
        let officer = Officer(powers: ["order.read", "signal.read"])
        let (desk, orders) = (
            try await document("/desk", as: officer), try await document("/desk/orders", as: officer)
        )
        let hall = try await document("/hall", as: officer)
        #expect(desk.contains("工作台的全部内容") && !orders.contains("工作台的全部内容"))
        #expect(!hall.contains("工作台菜单"))
    }

    private func document(_ path: String, as officer: Officer) async throws -> String {
        var settings = Installation.settings()
        settings.desk = [
            DeskSection(nil, [NavigationLink("待办", "/desk", audience: .staff)]),
            DeskSection(
                "监察督查", [NavigationLink("监察", "/desk/signals"), NavigationLink("督办", "/desk/orders")]),
            DeskSection(
                "诉求", [NavigationLink("来信", "/desk/letters", audience: .roles(["hotline", "clerk"]))]),
        ]
        let router = makeRouter(routes: Self.routes, settings: settings) { _ in officer }
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: path, method: .get).text
        }
    }

    private static let routes: [Route] = [
        page("/desk", nil), page("/desk/letters", nil), page("/hall", nil, .hall),
        page("/desk/signals", "signal.read"), page("/desk/orders", "order.read"),
        page("/desk/orders/{id}", "order.read"), page("/desk/orders-new", "order.read"),
    ]

    private static func page(_ path: String, _ power: String?, _ area: Page.Area = .desk) -> Route {
        let powers = power.map { [Power($0, $0, .matters)] } ?? []
        return .get(path, Policy<Void>("tested", powers: powers) { _ in }, path) { _, _ in
            var page = Page("页面", area: area, body: "<h1>页面</h1>")
            page.showsDeskIndex = path == "/desk"
            return .page(page)
        }
    }
}

private struct Officer: Principal {
    let powers: Set<String>
    var roles: Set<String> = []
    var accountID: Int64 { 7 }
    var displayName: String { "李敏" }
    var isStaff: Bool { true }
    var unread: Int { 0 }

    func holds(role: String) -> Bool { roles.contains(role) }
    func may(_ power: Power) -> Bool { powers.contains(power.name) }
}
