import Cases
import Codes
import DecisionModel
import Journal
import Services
import Storage
import Testing

@testable import CoreAPI

@Suite("Staff who read a case through the API")
struct ReadingTests {
    @Test("nobody gets the whole of it without a purpose", arguments: ["", "  ", "\u{3000}"])
    func withoutPurpose(_ purpose: String) async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let answer = try await client.post(
                "/cases/\(number)/disclosures", #"{"purpose":"\#(purpose)"}"#, as: "clerk")
            #expect(answer.status == 422)
            #expect(!answer.text.contains("13800005678"))
        }
        #expect(try await house.readings(of: number).isEmpty)
    }

    @Test("a case out of reach is not there, and leaves no line")
    func outOfReach() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let path = "/cases/\(number)/disclosures"
            #expect(try await client.post(path, #"{"purpose":"核对"}"#, as: "officer-jyj").status == 404)
            #expect(try await client.post(path, #"{"purpose":"核对"}"#, as: "chenjing").status == 403)
            #expect(try await client.post(path, #"{"purpose":"核对"}"#).status == 401)
            #expect(try await client.get("/cases/\(number)", as: "officer-jyj").status == 404)
        }
        #expect(try await house.readings(of: number).isEmpty)
    }

    @Test("leave a line, and see numbers hidden", arguments: ["clerk", "officer-scjg", "supervisor"])
    func masked(_ account: String) async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let answer = try await client.get("/cases/\(number)", as: account)
            #expect(answer.status == 200)
            #expect(!answer.text.contains("441299198511152041") && !answer.text.contains("13800005678"))
            #expect(answer.object("applicant")["phone"] as? String == "138****5678")
        }
        let lines = try await house.readings(of: number)
        #expect(lines.map(\.action) == ["case.read"])
        #expect(lines.first?.actor.channel == "api" && lines.first?.detail["case"] == number)
    }

    @Test("with a purpose see all of it, and the journal has the purpose")
    func disclosed() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let answer = try await client.post(
                "/cases/\(number)/disclosures", #"{"purpose":"电话联系申请人"}"#, as: "officer-scjg")
            #expect(answer.status == 201)
            #expect(answer.object("applicant")["phone"] as? String == "13800005678")
            #expect(answer.object("applicant")["code"] as? String == "441299198511152041")
        }
        let line = try #require(try await house.readings(of: number).first)
        #expect(line.action == "case.disclosed" && line.detail["purpose"] == "电话联系申请人")
    }

    @Test("an applicant reads all of their own, and that writes nothing")
    func applicant() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        let before = try await house.journalSize()
        try await house.visit { client async throws in
            let answer = try await client.get("/cases/\(number)", as: "chenjing")
            #expect(answer.object("applicant")["phone"] as? String == "13800005678")
        }
        #expect(try await house.journalSize() == before)
    }

    @Test("of answers to a form hide identity numbers, telephones and addresses, in tables too")
    func forms() throws {
        let item = try #require(try ItemFiles.items().first { $0.fields.contains { $0.kind == .phone } })
        let field = try #require(item.fields.first { $0.kind == .phone })
        let masked = FormMasking(item: item).masked([
            field.name: .string("13800005678"), "unknown": .string("441299198511152041"),
        ])
        #expect(masked[field.name] == .string("138****5678"))
        #expect(masked["unknown"] != .string("441299198511152041"))
        let old = FormMasking(item: nil).masked(["a": .list([.context(["b": .string("13800005678")])])])
        #expect(old["a"] == .list([.context(["b": .string("138****5678")])]))
    }
}

extension House {
    func readings(of number: String) async throws -> [JournalEntry] {
        try await database.read {
            try Journal.readings(ofCases: [number], limit: 10, in: $0).map(\.entry)
        }
    }

    func journalSize() async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM journal_entry /* all */") }
    }
}
