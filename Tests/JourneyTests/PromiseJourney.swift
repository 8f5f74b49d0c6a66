import DecisionModel
import HTTPTypes
import Testing

@Suite("容缺受理、告知承诺、听证，从申请到决定")
struct PromiseJourney {
    private let district: District

    init() async throws { district = try await District.shared.value }

    @Test("主要材料不能承诺后补；次要材料没有补齐以前不能准予，补齐以后可以")
    func deferral() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let main = try await chenjing.file("food-business-licence", without: ["floor-plan"])
            #expect(main.status == .unprocessableContent)
            let filed = try await chenjing.file("food-business-licence", without: ["food-safety-rules"])
            #expect(filed.status == .created)
            let number = filed.json["number"].text
            try await stage.signIn("clerk").work(on: number)
            let accepted = try await chenjing.get("/cases/\(number)").json
            #expect(accepted["deferral"]["due_at"].text.hasPrefix("2026-12-07"))
            #expect(accepted["documents"].list.contains { $0["kind"].text == "deferred_acceptance" })
            try await stage.everybodyPrepares(number, "scjg")
            let head = try await stage.signIn("head-scjg")
            #expect(try await head.work(on: number).status == .conflict)
            let file = try await chenjing.upload("rules")
            let promised: Value = [
                "materials": [["requirement": "food-safety-rules", "file": .string(file)]]
            ]
            let other = try await stage.signIn("liuyuxin")
            #expect(
                try await other.post("/cases/\(number)/promised-materials", promised).status == .notFound)
            #expect(
                try await chenjing.post("/cases/\(number)/promised-materials", promised).status == .created)
            #expect(try await head.work(on: number).status == .created)
        }
    }

    @Test("承诺代替证明，核查不实以后由负责人撤销，证照失效")
    func commitment() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let without = try await chenjing.file(
                "public-hygiene-permit", without: ["health-test-report"], deferring: false)
            #expect(without.status == .unprocessableContent)
            let filed = try await chenjing.file(
                "public-hygiene-permit", without: ["health-test-report"], deferring: false, commits: true)
            let number = filed.json["number"].text
            try await stage.signIn("clerk").work(on: number)
            try await stage.signIn("officer-wsjk").work(on: number)
            try await stage.signIn("clerk").work(on: number)
            try await stage.signIn("officer-wsjk").work(on: number, "broken", opinion: "现场没有检测报告。")
            let revoked = try await stage.signIn("head-wsjk").work(on: number, "revoke", opinion: "承诺不实。")
            #expect(revoked.status == .created)
            let ended = try await chenjing.get("/cases/\(number)").json
            #expect(ended["commitment"]["verified"].text == "broken")
            #expect(!ended["commitment"]["revoked_at"].text.isEmpty)
            let licence = try #require(ended["documents"].list.first { $0["kind"].text == "licence" })
            #expect(licence["in_force"] == .bool(false))
        }
    }

    @Test("没有告知听证权利的，不能要求听证")
    func hearing() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let number = try await chenjing.apply(for: "drainage-permit").json["number"].text
            let asked = try await chenjing.post("/cases/\(number)/hearing-requests", ["words": "想当面说明"])
            #expect(asked.status == .conflict)
            let stranger = try await stage.signIn("liuyuxin")
            #expect(try await stranger.post("/cases/\(number)/hearing-requests", [:]).status == .notFound)
        }
    }
}

extension Person {
    /// Applies without some materials, and promises to bring them later, or that they are not needed.
    fileprivate func file(
        _ code: String, without missing: [String], deferring: Bool = true, commits: Bool = false
    ) async throws -> Reply {
        let guide = try await get("/services/\(code)").json
        guard case .context(var body) = try await application(for: guide) else { return try await get("/") }
        body["materials"] = .list(
            body["materials"]?.list.filter { !missing.contains($0["requirement"].text) } ?? [])
        if deferring { body["deferred"] = .list(missing.map(Value.string)) }
        if commits { body["commitment"] = true }
        return try await post("/cases", .context(body))
    }
}

extension Stage {
    /// The organ's officers do what comes before the decision.
    fileprivate func everybodyPrepares(_ number: String, _ organ: String) async throws {
        let officer = try await signIn("officer-\(organ)")
        while try await officer.get("/tasks?state=open").json["items"].list.contains(where: {
            $0["case"].text == number
        }) {
            try await officer.work(on: number)
        }
    }
}
