import Cases
import Codes
import Testing

@Suite("补正")
struct EvidenceTests {
    private static let request = #"{"items":[{"requirement":"layout","reason":"平面图没有标注操作间"}]}"#

    @Test("nothing can be asked for without naming it, nor by anyone but the counter")
    func refusals() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let path = "/cases/\(number)/evidence-requests"
            #expect(try await client.post(path, #"{"items":[]}"#, as: "clerk").status == 422)
            #expect(try await client.post(path, #"{"items":[{"reason":" "}]}"#, as: "clerk").status == 422)
            #expect(try await client.post(path, Self.request, as: "officer-scjg").status == 403)
            let early = try await client.post("/cases/\(number)/evidence", #"{"note":"补"}"#, as: "chenjing")
            #expect(early.detail == "目前没有需要您补正的材料。")
        }
    }

    @Test("what is missing is asked for once, and supplied")
    func story() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let asked = try await client.post("/cases/\(number)/evidence-requests", Self.request, as: "clerk")
            #expect(asked.status == 201)
            #expect(asked["state"] == "supplementing")
            let again = try await client.post("/cases/\(number)/evidence-requests", Self.request, as: "clerk")
            #expect(again.status == 409)
            #expect(again.detail.hasPrefix("补正内容只能一次告知"))

            #expect(try await client.get("/tasks", as: "chenjing").list.first?["act"] as? String == "supply")
            let path = "/cases/\(number)/evidence"
            for body in [#"{}"#, #"{"materials":[{"requirement":"layout","file":"1"}]}"#] {
                #expect(try await client.post(path, body, as: "chenjing").status == 422, "\(body)")
            }
            let upload = try await client.upload(
                "%PDF-1.7", name: "%E5%B9%B3%E9%9D%A2%E5%9B%BE.pdf", as: "chenjing")
            let file = try #require(upload["id"])
            let other = #"{"materials":[{"requirement":"x","file":"\#(file)"}]}"#
            #expect(try await client.post(path, other, as: "chenjing").status == 422)
            let body = #"{"materials":[{"requirement":"layout","file":"\#(file)"}],"note":"已重画"}"#
            let supplied = try await client.post(path, body, as: "chenjing")
            #expect(supplied["state"] == "submitted")
            #expect(supplied.objects("materials").first?["file_name"] as? String == "平面图.pdf")
            #expect(try await client.get("/files/\(file)", as: "clerk").text == "%PDF-1.7")
            #expect(try await client.get("/files/\(file)", as: "officer-jyj").status == 404)
            #expect(try await client.get("/messages", as: "chenjing").list.count >= 2)
        }
    }
}
