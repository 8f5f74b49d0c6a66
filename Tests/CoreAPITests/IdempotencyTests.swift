import Cases
import Codes
import Testing

@Suite("The same request twice")
struct IdempotencyTests {
    @Test("a key that cannot be one is refused", arguments: ["", String(repeating: "k", count: 129), "键"])
    func unusableKey(_ key: String) async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let answer = try await client.post("/cases/\(number)/withdrawal", "{}", as: "chenjing", key: key)
            #expect(answer.status == 400)
            #expect(
                try await client.upload("%PDF-1.7", name: "a.pdf", as: "chenjing", key: key).status == 400)
        }
    }

    @Test("a decision sent twice under one key is taken once, and answered alike")
    func repeatedDecision() async throws {
        let house = try await House()
        try await house.file()
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let body = #"{"outcome":"accept"}"#
            let first = try await client.post("/tasks/\(task)/completion", body, as: "clerk", key: "k1")
            let second = try await client.post(
                "/tasks/\(task)/completion", "{ \"outcome\": \"accept\" }", as: "clerk", key: "k1")
            #expect(first.status == 201)
            #expect(second.status == 201)
            #expect(first.text == second.text)
            let without = try await client.post("/tasks/\(task)/completion", body, as: "clerk")
            #expect(without.detail == "「受理」已由梁小雯办理完毕，您的意见没有保存。")
        }
    }

    @Test("a key that comes back with something else is refused")
    func reusedKey() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let path = "/cases/\(number)/withdrawal"
            #expect(try await client.post(path, #"{"reason":"不开了"}"#, as: "chenjing", key: "k").status == 201)
            #expect(try await client.post(path, #"{"reason":"别的"}"#, as: "chenjing", key: "k").status == 409)
        }
    }

    @Test("an upload sent twice under one key is one file")
    func repeatedUpload() async throws {
        try await House().visit { client async throws in
            let first = try await client.upload("%PDF-1.7", name: "a.pdf", as: "chenjing", key: "k")
            let second = try await client.upload("%PDF-1.7", name: "a.pdf", as: "chenjing", key: "k")
            #expect(first.status == 201)
            #expect(first.text == second.text)
            #expect(
                try await client.upload("%PDF-1.4", name: "a.pdf", as: "chenjing", key: "k").status == 409)
        }
    }
}
