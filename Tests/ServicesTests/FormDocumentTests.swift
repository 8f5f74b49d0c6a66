import DecisionModel
import Foundation
import Refusals
import Services
import Testing
import WorkingTime

@Suite("A form as a document: JSON Schema, template, simple conditions")
struct FormDocumentTests {
    private static func schema(_ slug: String) throws -> [String: Any] {
        let item = try District.item(slug)
        let service = PublicService(
            id: 1, code: "YJS441202001", version: 3, publishedAt: Instant(milliseconds: 0), item: item)
        let data = try JSONEncoder().encode(FormSchema(service).document(id: "http://localhost/form"))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("The schema asks for what everybody must answer, and for more where an answer calls for it")
    func schema() throws {
        let schema = try Self.schema("startup-rent-subsidy")
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let required = try #require(schema["required"] as? [String])
        #expect(required.contains("bank_account") && !required.contains("relation"))
        #expect(!required.contains("rent_total"))
        let condition = try #require((schema["allOf"] as? [[String: Any]])?.first)
        #expect((condition["then"] as? [String: [String]])?["required"] == ["relation"])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["bank_account"]?["pattern"] as? String == "^[0-9]{12,30}$")
        #expect(properties["rent_total"]?["readOnly"] as? Bool == true)
        #expect(properties["first_time"]?["const"] as? Bool == true)
        #expect(properties["payments"]?["maxItems"] as? Int == 12)
        #expect(properties["landlord"]?["x-kind"] as? String == "choice")
    }

    @Test("A form without conditions has no empty list of them, which the standard forbids")
    func noConditions() throws {
        #expect(try Self.schema("food-business-licence")["allOf"] == nil)
    }

    @Test(
        "What is no template is refused at the place where it goes wrong",
        arguments: [
            ("[]", "这不是可以导入的表单模板：不是表单的 JSON 文档。"), ("{", "这不是可以导入的表单模板：不是表单的 JSON 文档。"),
            (
                #"{"format":"minben-form/1","title":"表","pages":[{"id":"p","title":"页"}]}"#,
                "这不是可以导入的表单模板：缺少pages / 第 1 个 / fields。"
            ),
            (
                #"{"format":"minben-form/1","title":"表","pages":[{"id":"p","title":"页","fields":[{"name":"a","label":"甲","kind":"magic"}]}]}"#,
                "这不是可以导入的表单模板：内容不对：pages / 第 1 个 / fields / 第 1 个 / kind。"
            ),
            (#"{"format":"other/9","title":"表","pages":[]}"#, "表单模板的格式应为 minben-form/1，这个文件是“other/9”。"),
        ])
    func noTemplate(text: String, sentence: String) throws {
        let error = #expect(throws: DomainError.self) { try FormTemplate(reading: Data(text.utf8)) }
        #expect(error?.sentence.chinese.hasPrefix(sentence) == true, "\(error?.sentence.chinese ?? "")")
    }

    @Test("A template holds every question, and none of the district's divisions")
    func template() throws {
        let item = try District.item("startup-rent-subsidy")
        let read = try FormTemplate(reading: FormTemplate(of: item).data())
        #expect(read.pages.flatMap(\.fields).map(\.name) == item.fields.map(\.name))
        #expect(read.pages.flatMap(\.fields).first { $0.kind == .division }?.options == [])
        #expect(read == FormTemplate(of: item))
    }

    @Test("A simple condition is written as FEEL and read again; any other is left alone")
    func conditions() throws {
        let fields = try District.item("startup-rent-subsidy").fields
        let condition = SimpleCondition(name: "landlord", answer: "relative")
        #expect(condition.feel(in: fields) == "landlord = \"relative\"")
        #expect(SimpleCondition("landlord = \"relative\"", of: fields) == condition)
        #expect(SimpleCondition(name: "first_time", answer: "true").feel(in: fields) == "first_time = true")
        #expect(SimpleCondition("landlord = \"relative\" or first_time = true", of: fields) == nil)
        #expect(SimpleCondition(name: "landlord", answer: "nobody").feel(in: fields) == nil)
        #expect(SimpleCondition(name: "phone", answer: "1").feel(in: fields) == nil)
    }
}
