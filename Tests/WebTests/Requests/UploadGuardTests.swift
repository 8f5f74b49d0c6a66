import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite("Uploads from pages")
struct UploadGuardTests {
    private let routes = [
        Route.post("/materials", .anyone, journal: "material.added", "上传") { request, _ in
            let reader = try await request.multipart(limitBytes: 4 << 20)
            var seen: [String] = []
            while let part = try await reader.nextPart() {
                var bytes = 0
                for try await piece in part.chunks { bytes += piece.readableBytes }
                seen.append("\(part.name):\(bytes)")
            }
            return .text(seen.joined(separator: ","))
        }
    ]

    private func upload(_ parts: [(String, [UInt8])], type: String = "multipart/form-data; boundary=b")
        async throws -> TestResponse
    {
        var body = ByteBuffer()
        for (name, content) in parts {
            body.writeString("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n")
            body.writeBytes(content)
            body.writeString("\r\n")
        }
        body.writeString("--b--\r\n")
        let answer = Box<TestResponse?>(nil)
        let sent = body
        let headers: HTTPFields = [.cookie: "visit=\(Installation.visit)", .contentType: type]
        try await Installation.test(routes) { client in
            try await client.execute(uri: "/materials", method: .post, headers: headers, body: sent) {
                answer.value = $0
            }
        }
        return try #require(answer.value)
    }

    private var token: (String, [UInt8]) { ("_csrf", Array(Installation.token.utf8)) }

    @Test("Without the token as its first part an upload is refused before it is read")
    func refused() async throws {
        let file = ("file", Array(repeating: UInt8(1), count: 3 << 20))
        #expect(try await upload([file]).status == .forbidden)
        #expect(try await upload([file, token]).status == .forbidden)
        #expect(try await upload([("_csrf", Array("forged".utf8)), file]).status == .forbidden)
        #expect(
            try await upload([("_csrf", Array(repeating: 65, count: 10_000)), file]).status
                == .contentTooLarge)
        #expect(try await upload([]).status == .forbidden)
        #expect(try await upload([token], type: "multipart/form-data").status == .badRequest)
    }

    @Test("A file of several megabytes streams through to the handler, up to its limit")
    func taken() async throws {
        let file = ("file", Array(repeating: UInt8(13), count: 3 << 20))
        #expect(try await upload([token, file]).text == "file:\(3 << 20)")
        #expect(try await upload([token, file, ("second", file.1)]).status == .contentTooLarge)
    }
}
