import DecisionModel
import Foundation
import Testing

extension Person {
    /// Applies for a service as a program would, from its guide.
    func apply(for code: String, key: String = UUID().uuidString) async throws -> Reply {
        let guide = try await get("/services/\(code)").json
        return try await post("/cases", try await application(for: guide), key: key)
    }

    /// A complete application: every question answered, every required material uploaded.
    func application(for guide: Value) async throws -> Value {
        var form: [String: Value] = [:]
        for field in guide["fields"].list { form[field["name"].text] = sample(field) }
        var materials: [Value] = []
        for material in guide["materials"].list where material["required"].flag {
            let file = try await upload(material["id"].text)
            materials.append(["requirement": material["id"], "file": .string(file)])
        }
        return ["service": guide["code"], "form": .context(form), "materials": .list(materials)]
    }

    private func sample(_ field: Value) -> Value {
        switch field["kind"].text {
        case "integer", "number", "money": 3
        case "date": "2026-12-01"
        case "boolean": true
        case "phone": "13800005678"
        case "email": "chenjing@example.cn"
        case "identity_number": "441299198511152041"
        case "credit_code": "91441202MA4W12346L"
        case "choice", "division": field["options"].list.first.map { $0["value"] } ?? "441202001"
        case "choices": .list(field["options"].list.prefix(1).map { $0["value"] })
        case "address": "肇庆市端州区城东街道古塔中路15号"
        default: "端州星湖小馆"
        }
    }

    /// Does the task this person has in this case, with its first, favourable outcome unless told otherwise.
    @discardableResult
    func work(on number: String, _ outcome: String? = nil, opinion: String? = nil) async throws -> Reply {
        let tasks = try await get("/tasks?state=open").json["items"].list
        let task = try #require(
            tasks.first { $0["case"].text == number }, "\(name) has no task in \(number)")
        let first = task["outcomes"].list.first.map { $0["code"] } ?? .null
        var body: [String: Value] = ["outcome": outcome.map(Value.string) ?? first]
        if let opinion { body["opinion"] = .string(opinion) }
        return try await post("/tasks/\(task["id"].text)/completion", .context(body))
    }
}
