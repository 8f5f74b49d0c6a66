import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Refusals
import Testing
import Web

@testable import Files

@Suite("A form with files")
struct UploadedFormTests {
    private let words = ("words", nil as String?, Array("井盖松动".utf8))

    @Test("tells at its field which file cannot be taken, and keeps the rest")
    func refused() async throws {
        let answer = try await send([
            words, ("file1", "现场.pdf", Sample.pdf), ("file2", "脚本.exe", Array("MZ".utf8)),
        ])
        #expect(answer.hasPrefix("井盖松动|现场.pdf|file2:"))
    }

    @Test("carries so many files and says so, and passes over fields where none was chosen")
    func tooMany() async throws {
        let answer = try await send([
            ("file0", "", []), ("file1", "一.pdf", Sample.pdf), ("file2", "二.pdf", Sample.pdf),
            ("file3", "三.pdf", Sample.pdf), words,
        ])
        #expect(answer == "井盖松动|一.pdf,二.pdf|file3:最多附 2 个文件。")
    }

    @Test("takes no file from nobody")
    func stranger() async throws {
        #expect(try await send([("file1", "现场.pdf", Sample.pdf), words], owner: nil) == "井盖松动||")
    }

    @Test("may come without files, as a plain form")
    func plain() async throws {
        let answer = try await send(
            ByteBuffer(string: "words=%E4%BA%95%E7%9B%96"), "application/x-www-form-urlencoded",
            owner: chenJing)
        #expect(answer == "井盖||")
    }

    @Test("says which file came in which field")
    func fields() async throws {
        try await withFileStore { store, _, _ in
            let routes = [
                Route.post("/api/v1/forms", .anyone, journal: "form.sent", "送出") { request, _ in
                    let sent = try await UploadedForm.read(request, into: store, owner: chenJing, atMost: 2)
                    return .text(
                        "\(sent.file(in: "original")?.name ?? "")|\(sent.file(in: "none")?.name ?? "")")
                }
            ]
            let body = Self.body([("enclosure", "一.pdf", Sample.pdf), ("original", "二.pdf", Sample.pdf)])
            let answer = try await Self.answer(of: routes, to: body, Self.multipart)
            #expect(answer == "二.pdf|")
        }
    }

    private func send(_ parts: [(String, String?, [UInt8])], owner: Int64? = chenJing) async throws -> String
    {
        try await send(Self.body(parts), Self.multipart, owner: owner)
    }

    private func send(_ body: ByteBuffer, _ type: String, owner: Int64?) async throws -> String {
        var said = ""
        try await withFileStore { store, _, _ in
            let routes = [
                Route.post("/api/v1/forms", .anyone, journal: "form.sent", "送出") { request, _ in
                    let sent = try await UploadedForm.read(request, into: store, owner: owner, atMost: 2)
                    let names = sent.files.map(\.name).joined(separator: ",")
                    let errors = sent.errors.map { "\($0.field):\($0.sentence.chinese)" }.joined(
                        separator: ",")
                    return .text("\(sent.form["words"] ?? "")|\(names)|\(errors)")
                }
            ]
            said = try await Self.answer(of: routes, to: body, type)
        }
        return said
    }

    private static let multipart = "multipart/form-data; boundary=b"

    private static func answer(of routes: [Route], to body: ByteBuffer, _ type: String) async throws -> String
    {
        let router = makeRouter(routes: routes, settings: WebSettings()) { _ in nil }
        return try await Application(router: router).test(.router) { client in
            let headers: HTTPFields = [.contentType: type]
            let answer = try await client.execute(
                uri: "/api/v1/forms", method: .post, headers: headers, body: body)
            return String(buffer: answer.body)
        }
    }

    private static func body(_ parts: [(String, String?, [UInt8])]) -> ByteBuffer {
        var body = ByteBuffer()
        for (name, file, content) in parts {
            let filename = file.map { "; filename=\"\($0)\"" } ?? ""
            body.writeString("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\(filename)\r\n\r\n")
            body.writeBytes(content)
            body.writeString("\r\n")
        }
        body.writeString("--b--\r\n")
        return body
    }
}
