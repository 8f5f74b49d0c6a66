import Foundation
import HTTPTypes
import HummingbirdTesting
import Services
import Testing

@testable import ServiceHall

@Suite("接口：一件事")
struct JointAPITests {
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    @Test("单个事项不是一件事；没有登录、没有授权、答得不对的不收")
    func refused() async throws {
        try await hall.visit { client in
            let single = try await Person(nil, client).get("/api/v1/joint-services/marriage-registration")
            #expect(single.status == .notFound && single.text.contains("是单个事项，不是一件事"))
            let path = "/api/v1/joint-services/kbcyd/cases"
            #expect(try await Person(nil, client).call(path, "{}").status == .unauthorized)
            let wrong = try await Person("chenjing", client).call(path, #"{"form":{"zzz":1}}"#)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("\"field\":\"form.zzz\""))
            let clerk = try await Person("clerk", client).call(path, #"{"applicant":"91441202MA4W12346L"}"#)
            #expect(clerk.status == .unprocessableContent && clerk.text.contains("申请人还没有确认"))
            let other = try await Person("zhangwei", client).call(
                path, #"{"applicant":"91441202MA4W12346L"}"#)
            #expect(other.status == .forbidden)
        }
    }

    @Test("目录里只有一件事，指南写明含哪些事项、谁等谁")
    func guide() async throws {
        try await hall.visit { client in
            let list = try await Person(nil, client).get("/api/v1/joint-services").json
            let items = try #require(list["items"] as? [[String: Any]])
            #expect(items.count >= 6 && items.allSatisfy { $0["joint"] as? Bool == true })
            #expect(list.keys.contains("next"))
            let guide = try await Person(nil, client).get("/api/v1/joint-services/qykb").json
            let parts = try #require(guide["items"] as? [[String: Any]])
            #expect(parts.map { $0["needs"] as? [String] }.prefix(2) == [[], ["company-registration"]])
            #expect((guide["fields"] as? [Any])?.isEmpty == false)
        }
    }

    @Test("申请一次，各事项各有编号；进展里写明每个部门办到哪里、还在等谁，别人看不到")
    func whole() async throws {
        let item = try hall.library.service("qykb").item
        let form = item.fields.flatMap(Answers.inputs).map { (String($0.0.dropFirst("form.".count)), $0.1) }
        var materials: [[String: String]] = []
        for material in item.askedMaterials where material.isRequired {
            materials.append(["requirement": material.id, "file": String(try await hall.upload(owner: 3))])
        }
        let body: [String: Any] = [
            "materials": materials, "form": Dictionary(form) { first, _ in first },
            "applicant": "91441202MA4W12346L", "confirmation": ["way": "agent_card"],
        ]
        let json = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
        try await hall.visit { client in
            let (clerk, chen) = (Person("clerk", client), Person("chenjing", client))
            let filed = try await clerk.call("/api/v1/joint-services/qykb/cases", json, key: "j")
            #expect(filed.status == .created, "\(filed.text)")
            let number = try #require(filed.json["number"] as? String)
            let again = try await clerk.call("/api/v1/joint-services/qykb/cases", json, key: "j")
            #expect(again.json["number"] as? String == number)
            #expect((filed.json["children"] as? [String])?.count == 4)
            #expect(filed.header("Location") == "/api/v1/joint-cases/\(number)")
            let progress = try await chen.get("/api/v1/joint-cases/\(number)").json
            let items = try #require(progress["items"] as? [[String: Any]])
            #expect(items.count == 4 && progress["state"] as? String == "submitted")
            #expect(items[0]["waits_for"] as? [String] == [])
            #expect(items[1]["waits_for"] as? [String] == [items[0]["number"] as? String ?? "-"])
            #expect(
                try await Person("zhangwei", client).get("/api/v1/joint-cases/\(number)").status == .notFound)
            let child = try #require(items[0]["number"] as? String)
            #expect(try await chen.get("/api/v1/joint-cases/\(child)").status == .notFound)
        }
    }
}
