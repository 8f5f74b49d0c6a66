import Foundation
import HTTPTypes
import HummingbirdTesting
import Services
import Testing

@Suite("接口：事项和提交申请")
struct FilingAPITests {
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    @Test(
        "不对的申请说明哪一项不对",
        arguments: [
            (#"{"service":"nope","form":{}}"#, "service"),
            (#"{"service":"marriage-registration","form":{"zzz":1}}"#, "form.zzz"),
            (
                #"{"service":"marriage-registration","form":{},"materials":[{"requirement":"x","file":"1"}]}"#,
                "materials.x"
            ),
            (
                #"{"service":"marriage-registration","materials":[{"requirement":"x","file":"y"}]}"#,
                "materials.0.file"
            ),
        ])
    func refused(_ json: String, _ field: String) async throws {
        try await hall.visit { client in
            let answer = try await Person("zhangwei", client).file(json)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("\"field\":\"\(field)\""))
        }
    }

    @Test("没有登录是 401，没有授权是 403")
    func notAllowed() async throws {
        let json = #"{"service":"kbcyd","form":{},"applicant":"91441202MA4W12346L"}"#
        try await hall.visit { client in
            let stranger = try await Person(nil, client).file(json)
            let other = try await Person("zhangwei", client).file(json)
            #expect(stranger.status == .unauthorized && other.status == .forbidden)
        }
    }

    @Test("同一个幂等键是同一个办件，换了内容是 409")
    func once() async throws {
        let item = try hall.library.service("old-age-allowance").item
        let form = item.fields.flatMap(Answers.inputs).map { ($0.0.dropFirst("form.".count), $0.1) }
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            var materials: [[String: String]] = []
            for material in item.askedMaterials where material.isRequired {
                let file = try await hall.upload(owner: 1)
                materials.append(["requirement": material.id, "file": String(file)])
            }
            let body: [String: Any] = [
                "service": item.slug, "materials": materials,
                "form": Dictionary(uniqueKeysWithValues: form.map { (String($0.0), $0.1) }),
            ]
            let json = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
            let first = try await person.file(json, key: "k1"),
                second = try await person.file(json, key: "k1")
            #expect(first.status == .created, "\(first.text)")
            let number = try #require(first.json["number"] as? String)
            #expect(
                second.json["number"] as? String == number && first.json["state"] as? String == "submitted")
            let receipt = try #require(first.json["receipt"] as? [String: String])
            #expect(receipt["url"] == "/cases/\(number)/receipt" && receipt["query_code"]?.isEmpty == false)
            let other = json.replacing("演示", with: "别的")
            #expect(try await person.file(other, key: "k1").status == .conflict)
        }
    }

    @Test("指南给出编码、部门、时限、问题、材料和子事项")
    func guide() async throws {
        try await hall.visit { client in
            let guide = try await Person(nil, client).get("/api/v1/services/kbcyd").json
            #expect(guide["code"] as? String == "YJS441202001" && guide["organ"] as? String == "scjg")
            #expect(
                (guide["children"] as? [Any])?.count == 4 && (guide["fields"] as? [Any])?.isEmpty == false)
            let limits = try #require(guide["limits"] as? [String: Any])
            #expect((limits["promised"] as? [String: Any])?["unit"] as? String == "working_day")
            let refused = try await Person(nil, client).get("/api/v1/services?audience=cat")
            #expect(refused.status == .unprocessableContent)
        }
    }
}
