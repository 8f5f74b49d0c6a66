import Foundation
import HTTPTypes
import HummingbirdTesting
import Refusals
import Testing

@testable import Web

@Suite("Refusals")
struct RefusalTests {
    struct Fault: Error { let secret = "数据库密码" }

    private static let errors: [(DomainError, Int)] = [
        (.notFound("没有这个办件。"), 404), (.signInRequired("请先登录。"), 401), (.forbidden("只有受理人可以退回。"), 403),
        (.conflict("已退回的办件不能受理。"), 409), (.invalid("phone", "请填写电话。"), 422),
        (.tooMany("请稍后再试。", retryAfterSeconds: 30), 429), (.malformed("请重新提交。"), 400),
        (.tooLarge("文件太大。"), 413),
    ]

    private static let routes: [Route] =
        errors.enumerated().flatMap { index, entry in
            ["/", "/api/v1/"].map { prefix in
                Route.get("\(prefix)refused/\(index)", .anyone, "拒绝") { _, _ in throw entry.0 }
            }
        } + [
            Route.get("/fault", .anyone, "故障") { _, _ in throw Fault() },
            Route.get("/api/v1/fault", .anyone, "故障") { _, _ in throw Fault() },
            Route.delete("/fault", .anyone, journal: "x.y", "删") { _, _ in .noContent },
            Route.get("/cases/new", .anyone, "新") { _, _ in .text("new") },
            Route.get("/cases/{number}", .anyone, "办件") { _, _ in .text("number") },
            Route.get("/cases/{case}/receipt", .anyone, "回执") { _, _ in .text("receipt") },
            Route.get("/text", .anyone, "文本") { _, _ in .text("文本") },
        ]

    @Test("A program reads every refusal as a problem document", arguments: errors.indices)
    func problems(_ index: Int) async throws {
        let (error, status) = Self.errors[index]
        try await Installation.test(Self.routes) { client in
            try await client.execute(uri: "/api/v1/refused/\(index)", method: .get) { answer in
                #expect(answer.status.code == status)
                #expect(answer.headers[.contentType] == "application/problem+json")
                let json = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
                #expect(json?["detail"] as? String == error.sentence.chinese)
                #expect(json?["status"] as? Int == status)
                #expect(json?["instance"] as? String == "/api/v1/refused/\(index)")
                #expect((json?["type"] as? String)?.hasPrefix("urn:minben:problem:") == true)
                #expect(json?["request_id"] as? String == answer.headers[named: "X-Request-ID"])
                #expect((json?["errors"] != nil) == (status == 422))
                #expect((answer.headers[.wwwAuthenticate] != nil) == (status == 401))
                #expect(answer.headers[.retryAfter] == (status == 429 ? "30" : nil))
            }
        }
    }

    @Test("A person reads the same words on a page, and is sent to sign in and back again")
    func pages() async throws {
        try await Installation.test(Self.routes) { client in
            for (index, (error, status)) in Self.errors.enumerated() {
                try await client.execute(uri: "/refused/\(index)?a=1", method: .get) { answer in
                    guard status != 401 else {
                        #expect(answer.status == .seeOther)
                        #expect(answer.headers[.location] == "/sign-in?next=%2Frefused%2F\(index)%3Fa%3D1")
                        return
                    }
                    #expect(answer.status.code == status)
                    #expect(
                        answer.text.contains("<!doctype html>")
                            && answer.text.contains(error.sentence.chinese))
                }
            }
        }
    }

    @Test("Of a fault the visitor sees only the request's id", arguments: ["/fault", "/api/v1/fault"])
    func fault(_ uri: String) async throws {
        try await Installation.test(Self.routes) { client in
            try await client.execute(uri: uri, method: .get) { answer in
                #expect(answer.status == .internalServerError)
                let id = try #require(answer.headers[named: "X-Request-ID"])
                #expect(
                    answer.text.contains(id) && !answer.text.contains("密码") && !answer.text.contains("Fault"))
            }
        }
    }

    @Test("An unknown path answers 404 in the shape of its channel")
    func unknown() async throws {
        try await Installation.test(Self.routes) { client in
            try await client.execute(uri: "/nowhere", method: .get) {
                #expect($0.status == .notFound && $0.text.contains("没有这个页面"))
            }
            try await client.execute(uri: "/api/v1/nowhere", method: .post) {
                #expect($0.status == .notFound && $0.headers[.contentType] == "application/problem+json")
            }
        }
    }

    @Test("A known path answers 405 to another method and says which it takes")
    func otherMethod() async throws {
        try await Installation.test(Self.routes) { client in
            let headers: HTTPFields = [.authorization: "Bearer x"]
            try await client.execute(uri: "/api/v1/fault", method: .put, headers: headers) {
                #expect($0.status == .methodNotAllowed && $0.headers[.allow] == "GET, HEAD")
            }
            try await client.execute(uri: "/nowhere", method: .post) { #expect($0.status == .notFound) }
            try await client.execute(uri: "/fault", method: .post) { #expect($0.status == .methodNotAllowed) }
            try await client.execute(uri: "/fault", method: .options) {
                #expect($0.status == .methodNotAllowed && $0.headers[.allow] == "GET, HEAD, DELETE")
            }
        }
    }

    @Test("HEAD answers like GET, without the body")
    func head() async throws {
        try await Installation.test(Self.routes) { client in
            try await client.execute(uri: "/text", method: .head) {
                #expect($0.status == .ok && $0.text.isEmpty && $0.headers[.contentLength] == "6")
            }
        }
    }

    @Test(
        "Fixed paths win over parameters, whose names may differ between routes",
        arguments: ["new", "number", "a/receipt"])
    func precedence(_ path: String) async throws {
        try await Installation.test(Self.routes) { client in
            try await client.execute(uri: "/cases/\(path)", method: .get) {
                #expect($0.text == path.split(separator: "/").last.map(String.init))
            }
        }
    }
}
