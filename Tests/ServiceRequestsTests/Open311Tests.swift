import Cases
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import Testing

@testable import ServiceRequests

@Suite("Open311：别的程序怎样提出和读取")
struct Open311Tests {
    private func key(_ house: House) async throws -> String {
        let text = try Open311Key.random()
        _ = try await house.database.write { tx in
            try tx.execute(
                """
                INSERT INTO open311_key (id, name, digest, issued_at, issued_by)
                VALUES (\(tx.ids.next()), '随手拍', \(Open311Key.digest(text)), \(house.clock.now), '系统管理员')
                """)
        }
        return text
    }

    private func post(
        _ house: House, _ path: String, _ body: String, once key: String? = nil
    ) async throws -> (HTTPResponse.Status, String) {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await house.visit(as: nil) { [headers] client in
            try await client.execute(
                uri: "/open311/v2/\(path)", method: .post, headers: headers, body: ByteBuffer(string: body)
            ) { ($0.status, String(buffer: $0.body)) }
        }
    }

    private func get(_ house: House, _ path: String) async throws -> (HTTPResponse.Status, String) {
        try await house.visit(as: nil) { client in
            try await client.execute(uri: "/open311/v2/\(path)", method: .get) {
                ($0.status, String(buffer: $0.body))
            }
        }
    }

    @Test("没有密钥、密钥停用、类别不对、时间颠倒，都按标准的样子说清楚")
    func refusals() async throws {
        let house = try await House()
        let (status, body) = try await post(house, "requests.json", "service_code=roads&description=dark")
        #expect(status == .forbidden && body.contains("api_key 不对，或者已经停用。"))
        let text = try await key(house)
        let (wrong, words) = try await post(
            house, "requests.xml", "api_key=\(text)&service_code=none&description=dark")
        #expect(wrong == .badRequest && words.contains("<code>400</code>"))
        let (span, told) = try await get(
            house, "requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-09-01T00:00:00Z")
        #expect(span == .badRequest && told.contains("90 天"))
        #expect(try await get(house, "requests/000000000000000000000.json").0 == .notFound)
        #expect(try await get(house, "services/none.xml").0 == .notFound)
        #expect(try await get(house, "requests.json?status=lost").0 == .badRequest)
    }

    @Test("提出一件，读得到；答复以后是 closed，写的是公开的话，没有人的名字")
    func story() async throws {
        let house = try await House()
        let text = try await key(house)
        let (status, body) = try await post(
            house, "requests.json",
            "api_key=\(text)&service_code=roads&description=%E6%96%87%E6%98%8E%E8%B7%AF%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE&first_name=%E6%95%8F&last_name=%E6%9D%8E&phone=07582222222&lat=23.05012&long=112.47"
        )
        #expect(status == .ok)
        let number = try #require(body.firstMatch(of: /\d{21}/)?.output).description
        #expect(try await get(house, "requests/\(number).json").1.contains("\"status\":\"open\""))
        try await house.answer(number)
        let closed = try await get(house, "requests/\(number).xml").1
        #expect(closed.contains("<status>closed</status>") && closed.contains("<lat>23.05</lat>"))
        #expect(closed.contains("恢复照明") && !closed.contains("李敏"))
        #expect(try await get(house, "servicerequestupdates.xml").1.contains("<status>CLOSED</status>"))
        let silent = try await house.say { $0.title = "李家门前的路灯不亮" }
        try await house.answer(silent) { $0.isPublic = false }
        let untold = try await get(house, "requests/\(silent).json").1
        #expect(untold.contains("\"status\":\"closed\"") && !untold.contains("李家"), "\(untold)")
    }

    @Test("同一个键再来，得到同一件的编号；换了内容的不收；别的程序用同一个键是另一件")
    func sentAgain() async throws {
        let house = try await House()
        let text = try await key(house)
        let author = "service_code=roads&first_name=%E6%95%8F&last_name=%E6%9D%8E&phone=07582222222"
        let body = "api_key=\(text)&\(author)&description=dark+since+Monday"
        let first = try await post(house, "requests.json", body, once: "a")
        #expect(first.0 == .ok, "\(first.1)")
        #expect(try await post(house, "requests.json", body, once: "a") == first)
        let (changed, words) = try await post(house, "requests.json", "\(body)+night", once: "a")
        #expect(changed == .badRequest && words.contains("幂等键"), "\(words)")
        #expect(try await post(house, "requests.json", body, once: "").0 == .badRequest)
        let other = "api_key=\(try await key(house))&\(author)&description=a+hole+in+the+road"
        let second = try await post(house, "requests.json", other, once: "a")
        #expect(second.0 == .ok && second.1 != first.1, "\(second.1)")
    }

    @Test("补充的话收一次，封存在库里，办理的人看得到")
    func updates() async throws {
        let house = try await House()
        let text = try await key(house)
        let number = try await house.say()
        let body = "api_key=\(text)&service_request_id=\(number)&update_id=7&description=still+dark"
        #expect(try await post(house, "servicerequestupdates.json", body).0 == .ok)
        #expect(try await post(house, "servicerequestupdates.json", body).0 == .badRequest)
        let kept = try await house.database.read { tx in
            try tx.row("SELECT said FROM service_request_update LIMIT 1 /* all */")?.text("said") ?? ""
        }
        #expect(!kept.contains("dark"))
        let page = try await house.visit(as: "hotline") { client in
            try await client.execute(uri: "/desk/service-requests/\(number)", method: .get) {
                String(buffer: $0.body)
            }
        }
        #expect(page.contains("still dark"))
    }

    @Test("补充得再多，办理的人看到的是最近的")
    func latest() async throws {
        let house = try await House()
        let text = try await key(house)
        let number = try await house.say()
        for turn in 1...52 {
            let body =
                "api_key=\(text)&service_request_id=\(number)&update_id=\(turn)&description=dark+\(turn)."
            #expect(try await post(house, "servicerequestupdates.json", body).0 == .ok)
        }
        let updates = try await house.office.background(of: house.subject(number)).updates.map(\.said)
        #expect(updates.count == 50 && updates.last == "dark 52." && updates.first == "dark 3.")
    }

    @Test("不公开的和受保护的，Open311 里没有")
    func hidden() async throws {
        let house = try await House()
        let closed = try await house.say { $0.isPublic = false }
        let protected = try await house.say {
            ($0.category, $0.kind, $0.title) = ("conduct", "report", "某人收受红包")
        }
        let list = try await get(house, "requests.json").1
        #expect(!list.contains(closed) && !list.contains(protected))
        let text = try await key(house)
        for number in [closed, protected] {
            #expect(try await get(house, "tokens/\(number).json").0 == .notFound)
            let body = "api_key=\(text)&service_request_id=\(number)&update_id=\(number)&description=dark"
            #expect(try await post(house, "servicerequestupdates.json", body).0 == .notFound)
        }
    }

    @Test("发现文档按标准列出端点")
    func discovery() async throws {
        let house = try await House()
        let json = try await house.visit(as: nil) { client in
            try await client.execute(uri: "/open311/discovery.json", method: .get) {
                Data(Array($0.body.readableBytesView))
            }
        }
        struct Discovery: Decodable {
            struct Endpoint: Decodable {
                let specification: String, url: String, type: String, formats: [String]
            }
            let changeset: String
            let endpoints: [Endpoint]
        }
        let found = try JSONDecoder().decode(Discovery.self, from: json)
        #expect(found.endpoints.map(\.formats) == [["application/json", "text/xml"]])
        let xml = try await house.visit(as: nil) { client in
            try await client.execute(uri: "/open311/discovery.xml", method: .get) { String(buffer: $0.body) }
        }
        #expect(
            xml.contains("<endpoints><endpoint><specification>") && xml.contains("<format>text/xml</format>"))
    }

    @Test("没有署名的凭编号查得到、能补充，列表里没有；检举控告凭编号也查不到；撤回的说撤回")
    func unnamed() async throws {
        let house = try await House()
        let text = try await key(house)
        let (status, body) = try await post(
            house, "requests.json", "api_key=\(text)&service_code=safety&description=消防通道被堵住了")
        let number = try #require(body.firstMatch(of: /[0-9]{21}/)).output
        let (found, words) = try await get(house, "requests/\(number).json")
        #expect(status == .ok && found == .ok && !words.contains("消防通道"), "\(words)")
        #expect(try await get(house, "tokens/\(number).json").0 == .ok)
        #expect(try await get(house, "requests.json").1.contains(number) == false)
        let added = try await post(
            house, "servicerequestupdates.json",
            "api_key=\(text)&service_request_id=\(number)&description=还是堵着&update_id=1")
        #expect(added.0 == .ok, "\(added.1)")
        let secret = try await house.say { ($0.category, $0.kind) = ("conduct", "report") }
        #expect(try await get(house, "requests/\(secret).json").0 == .notFound)
        let mine = try await house.say { $0.content = "文明路 20 号门前的灯也不亮。" }
        let actor = try await house.actor("zhangwei")
        try await house.cases.change(mine, by: actor, as: .system) {
            try $0.withdraw(reason: "不用了", on: $1)
        }
        #expect(try await get(house, "requests/\(mine).json").1.contains("反映人已撤回"))
    }

    @Test("留邮箱的算署名，图片的地址不会丢，少一半的说清楚，出错用标准的字段名")
    func named() async throws {
        let house = try await House()
        let text = try await key(house)
        let said = "api_key=\(text)&service_code=roads&description=路灯坏了三盏"
        let (status, body) = try await post(
            house, "requests.json",
            "\(said)&first_name=何丽&email=heli@example.cn&media_url=https://example.cn/1.jpg")
        let number = try #require(body.firstMatch(of: /[0-9]{21}/)).output
        let subject = try await house.subject(String(number))
        #expect(status == .ok && subject.applicant.name == "何丽")
        #expect(subject.said(.content).contains("https://example.cn/1.jpg"))
        let (half, words) = try await post(house, "requests.json", "\(said)&first_name=何丽")
        #expect(half == .badRequest && words.contains("phone: 署名的请写明电话或者电子邮箱"))
        let (street, told) = try await post(
            house, "requests.json",
            "api_key=\(text)&service_code=sanitation&description=垃圾没有人清运&first_name=何丽&phone=07582000001")
        #expect(street == .badRequest && told.contains("address_id: 请选择在哪个街道"), "\(told)")
    }
}
