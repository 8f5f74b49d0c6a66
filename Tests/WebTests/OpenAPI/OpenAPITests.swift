import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("The API document")
struct OpenAPITests {
    static let routes: [Route] = [
        Route.get(
            "/api/v1/cases/{number}", Policy<Int>("signed in") { _ in 1 }, "办件",
            api: APIOperation(
                id: "case", tag: "办件",
                parameters: [.query("after", "游标"), .header("Idempotency-Key", "幂等键")],
                responses: [
                    200: .object([
                        .init("number", .text, "21 位"), .init("due_at", .nullable(.formatted("date-time"))),
                    ])
                ])
        ) { _, _ in .noContent },
        Route.post(
            "/api/v1/cases", .anyone, journal: "case.submitted", "提交",
            api: APIOperation(
                id: "submit", tag: "办件",
                body: .json(.object([.init("service", .text), .init("form", .map(.any), optional: true)])),
                responses: [201: .page(of: .oneOf(["a", "b"]))])
        ) { _, _ in .noContent },
        Route.post(
            "/api/v1/files", .anyone, journal: "file.uploaded", "上传",
            api: APIOperation(
                id: "upload", tag: "文件", body: .multipart(files: ["file"]), responses: [201: nil])
        ) { _, _ in .noContent },
        Route.get("/cases", .anyone, "我的办件") { _, _ in .noContent },
    ]

    private func document() async throws -> [String: Any] {
        let route = try OpenAPIDocument.route(
            describing: Self.routes, info: .init(title: "民本接口", version: "1", description: "与页面同一套规则"))
        let text = Box("")
        try await Installation.test(Self.routes + [route]) { client in
            try await client.execute(uri: "/api/v1/openapi.json", method: .get) { text.value = $0.text }
        }
        if let path = ProcessInfo.processInfo.environment["MINBEN_OPENAPI"] {
            try Data(text.value.utf8).write(to: URL(filePath: path))
        }
        return try #require(try JSONSerialization.jsonObject(with: Data(text.value.utf8)) as? [String: Any])
    }

    @Test("It holds the routes with an operation, itself among them, and no pages")
    func paths() async throws {
        let paths = try #require(try await document()["paths"] as? [String: [String: Any]])
        #expect(
            Set(paths.keys) == [
                "/api/v1/cases/{number}", "/api/v1/cases", "/api/v1/files", "/api/v1/openapi.json",
            ])
        #expect(paths["/api/v1/cases"]?.keys.sorted() == ["post"])
    }

    @Test("Parameters come from the path and the operation; refusals are told; a policy asks for a token")
    func operation() async throws {
        let paths = try await document()["paths"] as? [String: [String: [String: Any]]]
        let get = try #require(paths?["/api/v1/cases/{number}"]?["get"])
        let names = (get["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(names == ["number", "after", "Idempotency-Key"])
        #expect((get["responses"] as? [String: Any])?.keys.sorted() == ["200", "4XX"])
        #expect(get["security"] != nil)
        #expect(paths?["/api/v1/cases"]?["post"]?["security"] == nil)
    }
}
