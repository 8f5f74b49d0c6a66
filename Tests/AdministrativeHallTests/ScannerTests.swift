import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("窗口的扫描设备和扫描件")
struct ScannerTests {
    private static let pdf = "%PDF-1.4 扫描"
    private let admin = Actor(
        accountID: 0, name: "戴启明", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "")

    @Test("没有名字的、太多的不给令牌；停用的不能再停用")
    func rules() throws {
        let window = Window(id: 1, hallID: 1, number: 3, serves: [])
        func issue(_ name: String, beside others: [WindowScanner] = []) throws -> WindowScanner {
            try WindowScanner.issue(id: 2, at: window, name: name, beside: others, by: admin, at: morning)
        }
        #expect(throws: DomainError.self) { try issue("") }
        var scanner = try issue("左侧高拍仪")
        let many = Array(repeating: scanner, count: WindowScanner.mostAtWindow)
        #expect(throws: DomainError.conflict("\("3 号窗口")已有 \(5) 个有效的令牌，请先停用不用的。")) {
            try issue("又一个", beside: many)
        }
        try scanner.revoke(at: morning)
        #expect(throws: DomainError.conflict("这个令牌已经停用。")) { try scanner.revoke(at: morning) }
        #expect(throws: DomainError.conflict("\("3 号窗口")现在没有人值守，请先开始值守再扫描。")) {
            try Scan.receiver(at: window, waiting: 0)
        }
    }

    @Test("令牌只显示一次、库里只有摘要；没有令牌、停用的令牌送不进来，别的地方也用不了")
    func tokens() async throws {
        let house = try await HallHouse()
        try await house.open(1, by: "window-1")
        let page = "/desk/halls/\(house.hall)/scanners"
        let (token, id) = try await issue(house)
        let stored = try await house.database.read { tx in
            try tx.rows("SELECT token_digest FROM hall_scanner WHERE window_id = \(house.window(1))").map {
                try $0.text("token_digest")
            }
        }
        #expect(stored == [Journal.digest(json: token)])
        try await house.visit(as: "sysadmin") { client in
            #expect(!(try await client.look(page).text.contains(token)))
            let nameless = try await client.press(page, "window=\(house.windows[1] ?? 0)&name=")
            #expect(nameless.status == .unprocessableContent && nameless.text.contains("请给扫描设备起个名字"))
        }
        try await house.visit(as: "clerk") { client in
            let refused = try await client.look(page)
            #expect(refused.status == .forbidden)
        }
        try await house.visit { client in
            #expect(try await scan(client, nil).status == .unauthorized)
            #expect(try await scan(client, String(token.dropLast()) + "g").status == .unauthorized)
            #expect(try await scan(client, token).status == .created)
            let elsewhere = try await client.execute(
                uri: "/api/v1/appointments", method: .get, headers: [.authorization: "Bearer \(token)"])
            #expect(elsewhere.status == .unauthorized)
        }
        try await house.visit(as: "sysadmin") { client in
            let gone = try await client.press("\(page)/\(id)/revocation")
            #expect(gone.status == .seeOther)
            #expect(try await client.press("\(page)/\(id)/revocation").status == .conflict)
        }
        try await house.visit { client in
            let late = try await scan(client, token)
            #expect(late.status == .unauthorized)
        }
    }

    @Test("没有人值守的窗口不收；冒充的格式不收；送来的归值守的人，取一次，当天夜里清除")
    func tray() async throws {
        let house = try await HallHouse()
        let (token, _) = try await issue(house)
        try await house.visit { client in
            let nobody = try await scan(client, token)
            #expect(nobody.status == .conflict && nobody.text.contains("现在没有人值守"))
        }
        try await house.open(1, by: "window-1")
        try await house.visit { client in
            let fake = try await scan(client, token, "MZ\u{90}")
            #expect(fake.status == .unprocessableContent, "\(fake.text)")
            #expect(try await scan(client, token).status == .created)
            #expect(try await scan(client, token).status == .created)
        }
        let (mine, other) = (try await house.account("window-1").id, try await house.account("clerk").id)
        let waiting = try await house.halls.tray.waiting(for: mine)
        #expect(waiting.map(\.name) == ["身份证.pdf", "身份证.pdf"])
        #expect(try await house.halls.tray.waiting(for: other).isEmpty)
        let first = try #require(waiting.first)
        await #expect(throws: Scan.gone) { try await take(first.id, by: other, in: house) }
        try await take(first.id, by: mine, in: house)
        await #expect(throws: Scan.gone) { try await take(first.id, by: mine, in: house) }
        let tomorrow = morning.day.adding(days: 1)
        try await house.database.write { try ScanStore.sweep(before: morning.day, in: $0) }
        #expect(try await house.halls.tray.waiting(for: mine).count == 1, "今天的还在")
        try await house.database.write { try ScanStore.sweep(before: tomorrow, in: $0) }
        #expect(try await house.halls.tray.waiting(for: mine).isEmpty)
    }

    private func take(_ id: Int64, by clerk: Int64, in house: HallHouse) async throws {
        try await house.database.write { try ScanTray.take(id, by: clerk, in: $0) }
    }

    /// A token for the first window, and the id of its scanner.
    private func issue(_ house: HallHouse) async throws -> (String, String) {
        let form = "window=\(try house.window(1))&name=左侧高拍仪"
        return try await house.visit(as: "sysadmin") { client in
            let page = try await client.press("/desk/halls/\(house.hall)/scanners", form).text
            let token = try #require(page.firstMatch(of: /mbsc_[0-9a-f]{64}/)).output
            let id = try #require(page.firstMatch(of: /scanners\/(\d+)\/revocation/)).output.1
            return (String(token), String(id))
        }
    }

    private func scan(_ client: any TestClientProtocol, _ token: String?, _ content: String = Self.pdf)
        async throws -> TestResponse
    {
        var headers: HTTPFields = [
            .contentType: "application/pdf",
            .contentDisposition: "attachment; filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81.pdf",
        ]
        headers[.authorization] = token.map { "Bearer \($0)" }
        return try await client.execute(
            uri: "/api/v1/scans", method: .post, headers: headers, body: ByteBuffer(string: content))
    }
}
