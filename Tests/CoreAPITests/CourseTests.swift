import Cases
import Codes
import Foundation
import Testing

@Suite("The course of a case, changed by programs")
struct CourseTests {
    /// A case under review, and the review's path.
    private func review(_ client: Client) async throws -> String {
        let accept = try await client.openTask(of: "clerk")
        _ = try await client.post("/tasks/\(accept)/completion", #"{"outcome":"accept"}"#, as: "clerk")
        return "/tasks/\(try await client.openTask(of: "officer-scjg"))"
    }

    @Test(
        "each call refuses what is missing or not one's own",
        arguments: [
            ("rejection", #"{"reason":""}"#, 422), ("withdrawal", "{}", 403),
            ("handback", #"{"note":"x"}"#, 409), ("recall", #"{"reason":"x"}"#, 403),
            ("jump", #"{"to":"decide","reason":"x"}"#, 403), ("removal", "{}", 409),
            ("continuation", "{}", 409),
            ("delegation", #"{"colleague":"4","reason":"x"}"#, 422), ("standstill", #"{"reason":" "}"#, 422),
            ("signers", #"{"colleague":"31","order":"soon","reason":"x"}"#, 422),
            ("urgings", #"{"note":"x"}"#, 403), ("return", #"{"to":"accept","reason":"x"}"#, 409),
        ])
    func refused(call: String, body: String, status: Int) async throws {
        let house = try await House()
        try await house.file()
        try await house.register("officer-scjg-2", id: 31, organ: "scjg", role: "officer")
        try await house.visit { client async throws in
            let path = try await review(client)
            #expect(try await client.post("\(path)/\(call)", body, as: "officer-scjg").status == status)
        }
    }

    @Test("a step is signed by a colleague, urged, let stand still and go on")
    func deeds() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.register("officer-scjg-2", id: 31, organ: "scjg", role: "officer")
        try await house.visit { client async throws in
            let path = try await review(client)
            let sign = #"{"colleague":"31","order":"before","reason":"请核对面积"}"#
            let parked = try await client.post("\(path)/signers", sign, as: "officer-scjg")
            #expect(parked.status == 201 && parked.json["parked"] as? Bool == true)
            #expect(try await client.get("/tasks", as: "officer-scjg").list.isEmpty)
            let tasks = try await client.get("/cases/\(number)", as: "officer-scjg").objects("tasks")
            let signer = try #require(tasks.first { $0["added_by"] as? String == "李敏" })
            let removal = "/tasks/\(signer["id"] as? String ?? "")/removal"
            #expect(try await client.post(removal, as: "officer-scjg").status == 201)
            let urged = try await client.post("\(path)/urgings", as: "supervisor")
            #expect(urged.status == 201 && urged.json["urgings"] as? Int == 1)
            let still = try await client.post("\(path)/standstill", #"{"reason":"等解释"}"#, as: "officer-scjg")
            #expect(still.status == 201 && still.json["suspended"] as? Bool == true)
            #expect(try await client.post("\(path)/continuation", as: "head-scjg").status == 201)
            let away = #"{"reason":"休假"}"#
            #expect(try await client.post("\(path)/claim", as: "officer-scjg").status == 201)
            let free = try await client.post("\(path)/recall", away, as: "head-scjg")
            #expect(free.status == 201 && free.json["holder"] is NSNull)
        }
    }

    @Test("the head of the organ ends a case in writing")
    func termination() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            _ = try await review(client)
            let path = "/cases/\(number)/termination"
            #expect(try await client.post(path, #"{"reason":"已注销"}"#, as: "officer-scjg").status == 403)
            #expect(try await client.post(path, #"{"reason":""}"#, as: "head-scjg").status == 422)
            let ended = try await client.post(path, #"{"reason":"已注销"}"#, as: "head-scjg")
            #expect(ended.status == 201 && ended.object("result")["outcome"] as? String == "terminated")
        }
    }
}
