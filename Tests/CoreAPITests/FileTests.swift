import HTTPTypes
import NIOCore
import Testing

@Suite("Files")
struct FileTests {
    @Test("a program, a nameless content and an empty one are refused")
    func refusals() async throws {
        try await House().visit { client async throws in
            #expect(try await client.upload("#!/bin/sh", name: "a.pdf", as: "chenjing").status == 422)
            #expect(try await client.upload("%PDF-1.7", name: nil, as: "chenjing").status == 422)
            #expect(try await client.upload("%PDF-1.7", name: "%ff.pdf", as: "chenjing").status == 400)
            #expect(try await client.upload("", name: "a.pdf", as: "chenjing").status == 422)
            let large = String(repeating: " ", count: 21 << 20)
            #expect(try await client.upload("%PDF-1.7" + large, name: "a.pdf", as: "chenjing").status == 413)
        }
    }

    @Test(
        "a form without the file, without its name or cut off is refused",
        arguments: [
            ("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n", 422),
            ("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%PDF-1.7\r\n--b--\r\n", 422),
            ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF", 400),
        ])
    func brokenForms(_ body: String, _ status: Int) async throws {
        try await House().visit { client async throws in
            #expect(try await form(body, client).status == status)
        }
    }

    @Test("an upload belongs to its owner alone")
    func upload() async throws {
        try await House().visit { client async throws in
            let part = "Content-Disposition: form-data; name=\"file\"; filename=\"营业执照.pdf\"\r\n\r\n%PDF-1.7"
            let answer = try await form("--b\r\n\(part)\r\n--b--\r\n", client)
            #expect(answer.status == 201)
            #expect(answer["name"] == "营业执照.pdf")
            #expect(answer["media_type"] == "application/pdf")
            #expect(answer.json["size"] as? Int == 8)
            let id = try #require(answer["id"])
            #expect(try await client.get("/files/\(id)", as: "chenjing").text == "%PDF-1.7")
            for account in ["zhangwei", "clerk", "supervisor"] {
                #expect(try await client.get("/files/\(id)", as: account).status == 404)
            }
        }
    }

    private func form(_ body: String, _ client: Client) async throws -> Answer {
        try await client.send(
            .post, "/files", as: "chenjing", headers: [.contentType: "multipart/form-data; boundary=b"],
            body: ByteBuffer(string: body))
    }
}
