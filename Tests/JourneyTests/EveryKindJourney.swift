import DecisionModel
import HTTPTypes
import Testing

@Suite("每一种流程，从申请到送达")
struct EveryKindJourney {
    private let district: District

    init() async throws { district = try await District.shared.value }

    /// One item of each process kind besides the joint service, and who asks for it.
    private static let items = [
        ("marriage-registration", "zhangwei"), ("drainage-permit", "chenjing"),
        ("old-age-allowance", "liangxiuying"),
        ("disability-card", "zhangwei"), ("public-hygiene-permit", "chenjing"),
        ("food-business-licence", "chenjing"),
    ]

    @Test("one item of each kind runs from its data alone", arguments: items)
    func runsToTheEnd(_ item: String, _ account: String) async throws {
        try await district.tell { stage in
            let applicant = try await stage.signIn(account)
            let filed = try await applicant.apply(for: item)
            #expect(filed.status == .created)
            let number = filed.json["number"].text
            try await stage.everybodyWorks(on: number, asSeenBy: applicant)
            let closed = try await applicant.get("/cases/\(number)").json
            #expect(closed["state"].text == "closed")
            #expect(closed["result"]["outcome"].text == "granted")
            #expect(closed["clocks"].list.allSatisfy { $0["state"].text != "overdue" })
        }
    }

    @Test("another citizen's case is not there", arguments: items.prefix(1))
    func othersSeeNothing(_ item: String, _ account: String) async throws {
        try await district.tell { stage in
            let number = try await stage.signIn(account).apply(for: item).json["number"].text
            let other = try await stage.signIn("liuyuxin")
            #expect(try await other.get("/cases/\(number)").status == .notFound)
            #expect(try await other.post("/cases/\(number)/withdrawal", ["reason": "误填"]).status == .notFound)
            let otherOrgan = try await stage.signIn("officer-gaj")
            #expect(try await otherOrgan.get("/cases/\(number)").status == .notFound)
        }
    }

    @Test("a request that is sent twice is one case")
    func sentTwiceIsOne() async throws {
        try await district.tell { stage in
            let chenjing = try await stage.signIn("chenjing")
            let guide = try await chenjing.get("/services/startup-grant").json
            let body = try await chenjing.application(for: guide)
            let first = try await chenjing.post("/cases", body, key: "same-key")
            let second = try await chenjing.post("/cases", body, key: "same-key")
            #expect(first.json["number"] == second.json["number"])
            let other = try await chenjing.application(for: guide)
            #expect(try await chenjing.post("/cases", other, key: "same-key").status == .conflict)
        }
    }
}

extension Stage {
    /// Whoever has the next task does it, favourably, until nobody has one.
    func everybodyWorks(on number: String, asSeenBy applicant: Person) async throws {
        while let task = try await applicant.get("/cases/\(number)").json["tasks"].list.first(where: {
            $0["state"].text == "open"
        }) {
            let person = try await signIn(account(for: task))
            #expect(
                try await person.work(on: number).status == .created, "\(person.name): \(task["name"].text)")
        }
    }

    /// Demo accounts are named by role and organ; the hall's clerk is simply `clerk`.
    private func account(for task: Value) -> String {
        let (role, organ) = (task["role"].text, task["organ"].text)
        return role == "clerk" && organ == "zwfw" ? "clerk" : "\(role)-\(organ)"
    }
}
