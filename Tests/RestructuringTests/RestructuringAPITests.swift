import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import NIOCore
import Services
import Storage
import Testing
import Web
import WorkingTime

@testable import Restructuring

@Suite("Restructuring through the API")
struct RestructuringAPITests {
    /// One call in the name of a demo account, whose proof is as old as said.
    private func call(
        _ district: District, _ method: HTTPRequest.Method, _ path: String, _ json: String? = nil,
        as login: String, key: String? = nil, provedAt: Instant? = nil
    ) async throws -> (status: HTTPResponse.Status, text: String, json: [String: Any]) {
        let now = district.clock.now
        let account = try #require(
            try await district.database.read { try Accounts.account(named: login, on: now.day, in: $0) })
        let api = RestructuringAPI(restructurings: district.restructurings)
        let router = makeRouter(routes: api.routes, settings: WebSettings(now: { now })) { _ in
            SignedIn(account: account, sessionID: login, provedAt: provedAt)
        }
        var headers: HTTPFields = json == nil ? [:] : [.contentType: "application/json"]
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        let text = try await Application(router: router).test(.router) { [headers] client in
            let answer = try await client.execute(
                uri: "/api/v1/restructurings\(path)", method: method, headers: headers,
                body: json.map { ByteBuffer(string: $0) })
            return (answer.status, String(buffer: answer.body))
        }
        let members = try JSONSerialization.jsonObject(with: Data(text.1.utf8)) as? [String: Any]
        return (text.0, text.1, members ?? [:])
    }

    private func draft(_ district: District, _ steps: String) -> String {
        let day = district.clock.now.day.adding(days: 1).iso
        return """
            {"title":"第一批","basis":"端府〔2026〕1号","effective_on":"\(day)","steps":[\(steps)]}
            """
    }

    private static let merge = #"{"kind":"merge","organs":["wsjk"],"into":"scjg"}"#

    @Test("what is missing or unknown is said at its member")
    func refused() async throws {
        let district = try await District()
        for (step, field) in [
            (#"{"kind":"merge","into":"scjg"}"#, "steps.0.organs"), (#"{"kind":"rename"}"#, "steps.0.organ"),
            (#"{"kind":"explode"}"#, "steps.0.kind"),
            (#"{"kind":"post","login":"x","role":"king"}"#, "steps.0.role"),
            (#"{"kind":"split","organ":"scjg","rest":"scjg","cases":{"a b":"zjj"}}"#, "steps.0.cases"),
        ] {
            let answer = try await call(district, .post, "", draft(district, step), as: "sysadmin")
            #expect(
                answer.status == .unprocessableContent && answer.text.contains("\"\(field)\""),
                "\(answer.text)")
        }
        let day = draft(district, "").replacing("2026-", with: "someday-")
        #expect(try await call(district, .post, "", day, as: "sysadmin").status == .unprocessableContent)
        #expect(try await call(district, .get, "/1", as: "sysadmin").status == .notFound)
    }

    @Test("one role drafts and another approves, with a proof that is fresh")
    func roles() async throws {
        let district = try await District()
        let body = draft(district, Self.merge)
        for login in ["secadmin", "officer-scjg", "zhangwei"] {
            #expect(try await call(district, .post, "", body, as: login).status == .forbidden)
        }
        let id = try #require(
            try await call(district, .post, "", body, as: "sysadmin").json["id"] as? String)
        #expect(try await call(district, .post, "/\(id)/approval", as: "sysadmin").status == .forbidden)
        #expect(try await call(district, .post, "/\(id)/approval", as: "secadmin").status == .unauthorized)
        #expect(try await call(district, .get, "/\(id)", as: "officer-scjg").status == .forbidden)
    }

    @Test("a request that is sent twice drafts one plan")
    func twice() async throws {
        let district = try await District()
        let body = draft(district, Self.merge)
        let first = try await call(district, .post, "", body, as: "sysadmin", key: "k")
        let second = try await call(district, .post, "", body, as: "sysadmin", key: "k")
        #expect(first.status == .created && first.text == second.text)
        let other = try await call(
            district, .post, "", body.replacing("第一批", with: "第二批"), as: "sysadmin", key: "k")
        #expect(other.status == .conflict)
        let list = try await call(district, .get, "", as: "auditadmin").json["items"] as? [Any]
        #expect(list?.count == 1)
    }

    @Test(
        "a plan is drafted, looked at, approved and carried out, and the item is found by its code of today and yesterday"
    )
    func wholeCourse() async throws {
        let district = try await District()
        let slug = "food-business-licence"
        let before = try district.library.service(slug).code
        let steps = #"{"kind":"merge","organs":["scjg"],"into":"wsjk"}"#
        let drafted = try await call(district, .post, "", draft(district, steps), as: "sysadmin")
        let id = try #require(drafted.json["id"] as? String)
        #expect(drafted.json["state"] as? String == "draft")
        let preview = try await call(district, .get, "/\(id)/preview?list=items", as: "auditadmin")
        #expect(preview.status == .ok && preview.text.contains("\"items\""))
        let now = district.clock.now
        let approved = try await call(
            district, .post, "/\(id)/approval", as: "secadmin", provedAt: now)
        #expect(
            approved.status == .created && approved.json["state"] as? String == "approved", "\(approved.text)"
        )
        district.clock.now = Instant(day: now.day.adding(days: 1))
        try await district.restructurings.carryOutDue(at: district.clock.now)
        try await district.library.refresh()
        let done = try await call(district, .get, "/\(id)", as: "sysadmin")
        #expect(done.json["state"] as? String == "carried_out" && done.json["done"] != nil)
        let after = try district.library.service(slug).code
        let codes = try await district.database.read { try ServiceLibrary.everyCode(of: [slug], in: $0) }
        #expect(before != after && Set(codes) == [before, after])
    }

    @Test("a plan is given up with a reason, and once")
    func withdrawn() async throws {
        let district = try await District()
        let drafted = try await call(district, .post, "", draft(district, Self.merge), as: "sysadmin")
        let path = "/\(drafted.json["id"] as? String ?? "")/withdrawal"
        let silent = try await call(district, .post, path, #"{"remark":""}"#, as: "sysadmin")
        #expect(silent.status == .unprocessableContent)
        let done = try await call(district, .post, path, #"{"remark":"暂缓"}"#, as: "sysadmin")
        #expect(done.status == .created && done.json["state"] as? String == "withdrawn")
        let again = try await call(district, .post, path, #"{"remark":"暂缓"}"#, as: "sysadmin")
        #expect(again.status == .conflict)
    }
}
