import BusinessProcess
import DecisionModel
import Foundation
import HTTPTypes
import Testing

@Suite("陈静开一家餐饮店：一次申请，四个部门")
struct OpenRestaurantJourney {
    private let district: District

    init() async throws { district = try await District.shared.value }

    @Test("one request, four departments, one combined supplement, four licences, one delivery, a rating")
    func theWholeStory() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let found = try await chenjing.get("/services?q=%E5%BC%80%E9%A4%90%E9%A5%AE%E5%BA%97").json[
                "items"
            ].list
            let code = try #require(found.first)["code"].text
            let filed = try await chenjing.apply(for: code, key: "story-3")
            #expect(filed.status == .created)
            let number = filed.json["number"].text
            try await theDepartmentsCheck(number, stage)
            try await chenjingSupplies(number, chenjing, stage)
            let children = try await chenjing.get("/cases/\(number)").json["children"].list.map(\.text)
            #expect(children.count == 4)
            try await everyDepartmentGrants(children, stage, asSeenBy: chenjing)
            try await stage.signIn("clerk").work(on: number)
            let closed = try await chenjing.get("/cases/\(number)").json
            #expect(closed["state"].text == "closed")
            #expect(closed["result"]["outcome"].text == "granted")
            let rated = try await chenjing.post("/cases/\(number)/ratings", ["grade": 5, "comment": "一次跑成"])
            #expect(rated.status == .created)
        }
    }

    @Test("one refusal: the parent says what it means for the rest")
    func oneRefusal() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let number = try await chenjing.apply(for: "YJS441202001").json["number"].text
            for organ in Self.organs { try await stage.signIn("officer-\(organ)").work(on: number) }
            let children = try await chenjing.get("/cases/\(number)").json["children"].list.map(\.text)
            for (organ, child) in zip(Self.organs, children) {
                try await prepareDecision(child, organ, stage)
                let head = try await stage.signIn("head-\(organ)")
                if organ == "zjj" {
                    try await head.work(on: child, "deny", opinion: "隔油池容积不足，不符合排水许可条件。")
                } else if try await chenjing.get("/cases/\(child)").json["result"] == .null {
                    try await head.work(on: child)
                }
            }
            let parent = try await chenjing.get("/cases/\(number)").json
            #expect(parent["result"]["outcome"].text == "partial")
            #expect(parent["result"]["reason"].text.contains("污水排入排水管网许可"))
            #expect(parent["result"]["reason"].text.contains("其余事项的决定和证照仍然有效"))
        }
    }

    private static let organs = ["scjg", "wsjk", "zjj", "xfjy"]

    private func theDepartmentsCheck(_ number: String, _ stage: Stage) async throws {
        for organ in ["scjg", "zjj", "xfjy"] { try await stage.signIn("officer-\(organ)").work(on: number) }
        try await stage.signIn("officer-wsjk").work(on: number, "incomplete", opinion: "检测报告缺第二页，请补齐。")
        try await stage.signIn("officer-scjg").work(on: number)
    }

    private func chenjingSupplies(_ number: String, _ chenjing: Person, _ stage: Stage) async throws {
        let asked = try await chenjing.get("/cases/\(number)").json
        #expect(asked["state"].text == "supplementing")
        let file = try await chenjing.upload("report")
        let supplied = try await chenjing.post(
            "/cases/\(number)/evidence",
            ["materials": [["requirement": "health-test-report", "file": .string(file)]]])
        #expect(supplied.status == .created)
        try await stage.signIn("officer-scjg").work(on: number)
    }

    private func everyDepartmentGrants(_ children: [String], _ stage: Stage, asSeenBy chenjing: Person)
        async throws
    {
        for (organ, child) in zip(Self.organs, children) {
            try await prepareDecision(child, organ, stage)
            if try await chenjing.get("/cases/\(child)").json["result"] == .null {
                try await stage.signIn("head-\(organ)").work(on: child)
            }
            let decided = try await chenjing.get("/cases/\(child)").json
            #expect(decided["result"]["outcome"].text == "granted")
            #expect(decided["documents"].list.contains { $0["kind"].text == "licence" })
        }
    }

    /// Review and, where the item has one, the inspection, during which the decision clock stands still.
    private func prepareDecision(_ child: String, _ organ: String, _ stage: Stage) async throws {
        let officer = try await stage.signIn("officer-\(organ)")
        while let task = try await officer.get("/tasks?state=open").json["items"].list.first(where: {
            $0["case"].text == child
        }) {
            if task["act"].text == "inspect" {
                let clocks = try await officer.get("/cases/\(child)").json["clocks"].list
                #expect(clocks.contains { $0["name"].text == "promised" && $0["state"].text == "paused" })
            }
            if task["act"].text == "verify" { return }
            #expect(try await officer.work(on: child).status == .created)
        }
    }
}
