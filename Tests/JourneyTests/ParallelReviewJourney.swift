import DecisionModel
import HTTPTypes
import Testing

@Suite("临时占用城市道路：两个部门同时审查，有加签、催办、退回")
struct ParallelReviewJourney {
    private let district: District

    init() async throws { district = try await District.shared.value }

    @Test(
        "a colleague signs first, the applicant urges once, the head sends one organ's word back, and it ends well"
    )
    func theWholeStory() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let number = try await chenjing.apply(for: "temporary-road-occupation").json["number"].text
            try await stage.signIn("clerk").work(on: number)
            let police = try await stage.signIn("officer-gaj")
            let opinion = try await police.task(in: number)
            try await theHeadOfThePoliceSignsFirst(opinion, number, police, stage)
            try await chenjingUrgesOnce(number, chenjing)
            try await stage.signIn("officer-cgj").work(on: number)
            try await police.work(on: number)
            try await theHeadSendsItBack(number, stage)
            try await police.work(on: number, opinion: "占道时段已写明")
            try await stage.signIn("head-cgj").work(on: number)
            try await stage.signIn("clerk").work(on: number)
            let closed = try await chenjing.get("/cases/\(number)").json
            #expect(closed["state"].text == "closed" && closed["result"]["outcome"].text == "granted")
        }
    }

    private func theHeadOfThePoliceSignsFirst(
        _ opinion: Value, _ number: String, _ police: Person, _ stage: Stage
    ) async throws {
        let path = "/tasks/\(opinion["id"].text)"
        let head = try #require(try await police.get("\(path)/colleagues").json["items"].list.first)
        let order: Value = ["colleague": head["id"], "order": "before", "reason": "请核对占道时段"]
        #expect(try await stage.signIn("officer-cgj").post("\(path)/signers", order).status == .forbidden)
        #expect(try await police.post("\(path)/signers", order).status == .created)
        let early = try await police.post("\(path)/completion", ["outcome": "agree"])
        #expect(early.status == .conflict && early.json["detail"].text == "还没有轮到「协办部门意见」，要等加签的人先办。")
        try await stage.signIn("head-gaj").work(on: number)
    }

    private func chenjingUrgesOnce(_ number: String, _ chenjing: Person) async throws {
        let urged = try await chenjing.post("/cases/\(number)/urgings", .context([:]))
        #expect(urged.status == .created)
        #expect(urged.json["tasks"].list.contains { $0["urgings"] == 1 })
        #expect(try await chenjing.post("/cases/\(number)/urgings", .context([:])).status == .conflict)
    }

    private func theHeadSendsItBack(_ number: String, _ stage: Stage) async throws {
        let head = try await stage.signIn("head-cgj")
        let decide = try await head.task(in: number)
        let back: Value = ["to": "opinion1", "reason": "请写明占道时段"]
        let returned = try await head.post("/tasks/\(decide["id"].text)/return", back)
        #expect(returned.status == .created && returned.json["state"].text == "cancelled")
    }
}

extension Person {
    /// The task this person has in a case.
    func task(in number: String) async throws -> Value {
        let tasks = try await get("/tasks?state=open").json["items"].list
        return try #require(tasks.first { $0["case"].text == number })
    }
}
