import Cases
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@testable import ServiceRequests

@Suite("诉求地图")
struct RegisterMapTests {
    private func get(
        _ house: House, _ uri: String, as name: String? = nil
    ) async throws -> (status: HTTPResponse.Status, type: String, body: String) {
        try await house.visit(as: name) { client in
            try await client.execute(uri: uri, method: .get) {
                ($0.status, $0.headers[.contentType] ?? "", String(buffer: $0.body))
            }
        }
    }

    private func features(_ house: House, _ query: String = "") async throws -> [[String: Any]] {
        let answer = try await get(house, "/requests/map.geojson\(query)")
        #expect(answer.status == .ok && answer.type == "application/geo+json")
        let object = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
        let file = try #require(object as? [String: Any])
        #expect(file["type"] as? String == "FeatureCollection")
        return try #require(file["features"] as? [[String: Any]])
    }

    @Test(
        "不成样子的位置不上地图", arguments: ["", "112.47", "112.47,", "a,b", "112.47,23.05,1", "nan,23", "23,112.47"])
    func noPlaces(_ point: String) {
        #expect(RoughPlace(point) == nil)
    }

    @Test("位置只留三位小数，大约一百米")
    func rough() throws {
        let place = try #require(RoughPlace("112.472149,23.051551"))
        #expect(place.longitude == 112.472 && place.latitude == 23.052)
        #expect(place.words == "东经 112.472°，北纬 23.052°")
    }

    @Test("没有答复的、答复了不公开的、受保护的，地图和数据里都没有")
    func unpublished() async throws {
        let house = try await House()
        _ = try await house.say { $0.point = "112.472149,23.051551" }
        let closed = try await house.say(by: "chenjing") {
            ($0.point, $0.content, $0.isPublic) = ("112.4,23.1", "后巷路灯不亮。", false)
        }
        try await house.answer(closed) { $0.isPublic = false }
        #expect(try await features(house).isEmpty)
        let page = try await get(house, "/requests/map").body
        #expect(page.contains("已答复 0 件。") && page.contains("没有写明位置的答复"))
        #expect(!page.contains("路灯不亮") && !page.contains("112.4"))
    }

    @Test("公开的答复算进它的街道，位置不指向哪一家，没有编号和名字")
    func published() async throws {
        let house = try await House()
        let number = try await house.say { $0.point = "112.472149,23.051551" }
        try await house.answer(number)
        let id = try await house.row(number).id
        let page = try await get(house, "/requests/map?category=roads").body
        #expect(page.contains("<a href=\"/requests?category=roads&amp;division=441202001\"><polygon"))
        #expect(page.contains("东经 112.472°，北纬 23.052°") && !page.contains("112.472149"))
        #expect(page.contains("/requests/\(id)\"") && !page.contains(number) && !page.contains("张伟"))
        let feature = try #require(try await features(house, "?division=441202001").first)
        let geometry = try #require(feature["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "Point")
        #expect(geometry["coordinates"] as? [Double] == [112.472, 23.052])
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(properties["title"] as? String == "文明路路灯不亮")
        #expect(properties["url"] as? String == "/requests/\(id)")
        #expect(try await features(house, "?division=441202003").isEmpty)
        #expect(try await features(house, "?category=noise").isEmpty)
    }

    @Test("标题和地址里的脚本只是文字")
    func hostile() async throws {
        let house = try await House()
        let number = try await house.say { $0.point = "112.472149,23.051551" }
        try await house.answer(number) { $0.publicTitle = "</script><script>alert(1)</script>\"路灯" }
        let page = try await get(house, "/requests/map").body
        #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
        let asked = try await get(house, "/requests/map?category=%22%3E%3Cscript%3Ealert(2)").body
        #expect(!asked.contains("<script>alert(2)"))
        let title = try #require(try await features(house).first?["properties"] as? [String: Any])["title"]
        #expect(title as? String == "</script><script>alert(1)</script>\"路灯")
    }

    @Test("翻页的标记不对，说清楚；多于一页的翻得到")
    func pages() async throws {
        let house = try await House()
        #expect(try await get(house, "/requests/map?after=x").status.code / 100 == 4)
        for index in 0..<2 {
            let number = try await house.say {
                ($0.content, $0.point) = ("第 \(index) 处路灯不亮，请修。", "112.47,23.0\(index)")
            }
            try await house.answer(number)
        }
        let (first, second) = try await house.database.read { tx in
            let first = try RegisterMapStore.placed(RegisterFilter(), limit: 1, in: tx)
            return (
                first, try RegisterMapStore.placed(RegisterFilter(), after: first.next, limit: 1, in: tx)
            )
        }
        #expect(first.items.map(\.point) == ["112.47,23.01"])
        #expect(second.items.map(\.point) == ["112.47,23.00"] && second.next == nil)
    }

    @Test("在自助终端提出的，受理的人看得出来")
    func kiosk() async throws {
        let house = try await House()
        let place = try await house.visit(as: "zhangwei") { client in
            let shown = try await client.execute(uri: "/requests/form", method: .get) { $0 }
            let token = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
            let cookie = shown.headers[.setCookie]?.prefix { $0 != ";" } ?? ""
            let fields = [
                ("_csrf", token.map { String($0.output.1) } ?? ""), ("category", "roads"), ("kind", "help"),
                ("title", "路灯不亮"), ("content", "文明路三盏路灯不亮。"), ("division", "441202001"),
            ]
            let body = fields.map {
                "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
            }
            let headers: HTTPFields = [
                .contentType: "multipart/form-data; boundary=b", .cookie: "\(cookie); display=kiosk",
            ]
            return try await client.execute(
                uri: "/requests", method: .post, headers: headers,
                body: ByteBuffer(string: body.joined() + "--b--\r\n")
            ) { $0.headers[.location] ?? "\($0.status) \(String(buffer: $0.body))" }
        }
        let number = try #require(place.split(separator: "/").last).description
        #expect(try await house.subject(number).filing.channel == "kiosk")
        #expect(
            try await get(house, "/desk/service-requests/\(number)", as: "hotline").body.contains("在自助终端"))
    }
}
