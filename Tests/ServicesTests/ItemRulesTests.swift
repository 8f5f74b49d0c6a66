import Foundation
import Services
import Testing

@Suite("What an editor may get wrong")
struct ItemRulesTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let key: String
        let json: String
        let path: String
    }

    @Test(
        "Every slip is found and named",
        arguments: [
            Slip(
                testDescription: "promise beyond the law", key: "limits",
                json: #"{"legal":{"value":20,"unit":"working_day"},"promised":{"value":2,"unit":"month"}}"#,
                path: "limits"),
            Slip(testDescription: "no limit at all", key: "limits", json: "{}", path: "limits"),
            Slip(
                testDescription: "steps longer than the promise", key: "limits",
                json: #"{"promised":{"value":1,"unit":"working_day"}}"#, path: "steps"),
            Slip(testDescription: "unknown organ", key: "organ", json: #""gongshang""#, path: "organ"),
            Slip(
                testDescription: "unknown co-organ", key: "co_organs", json: #"["gongshang"]"#, path: "organ"),
            Slip(
                testDescription: "organ helps itself", key: "co_organs", json: #"["scjg"]"#, path: "co_organs"
            ),
            Slip(
                testDescription: "co-organ that is never asked", key: "co_organs", json: #"["wsjk"]"#,
                path: "co_organs"),
            Slip(testDescription: "unknown process", key: "process", json: #""magic""#, path: "process"),
            Slip(
                testDescription: "unknown life event", key: "life_events", json: #"["party"]"#,
                path: "life_events"),
            Slip(testDescription: "short code", key: "basic_code", json: #""4401""#, path: "basic_code"),
            Slip(
                testDescription: "unknown type", key: "basic_code", json: #""449931013000""#,
                path: "basic_code"),
            Slip(testDescription: "nobody served", key: "audiences", json: "[]", path: "audiences"),
            Slip(testDescription: "no law", key: "legal_basis", json: "[]", path: "legal_basis"),
            Slip(
                testDescription: "law without article", key: "legal_basis", json: #"[{"law":"食品安全法"}]"#,
                path: "legal_basis"),
            Slip(
                testDescription: "street first, street not asked", key: "process",
                json: #""street-then-bureau""#, path: "pages"),
            Slip(testDescription: "no questions", key: "pages", json: "[]", path: "pages"),
            Slip(
                testDescription: "choice without options", key: "pages",
                json: #"[{"id":"p","title":"页","fields":[{"name":"a","label":"甲","kind":"choice"}]}]"#,
                path: "pages.a"),
            Slip(
                testDescription: "table without columns", key: "pages",
                json: #"[{"id":"p","title":"页","fields":[{"name":"a","label":"甲","kind":"table"}]}]"#,
                path: "pages.a"),
            Slip(
                testDescription: "broken condition", key: "pages",
                json:
                    #"[{"id":"p","title":"页","fields":[{"name":"a","label":"甲","kind":"text","visible_when":"b ="}]}]"#,
                path: "pages.a.visible_when"),
            Slip(
                testDescription: "condition on nothing", key: "pages",
                json:
                    #"[{"id":"p","title":"页","fields":[{"name":"a","label":"甲","kind":"text","visible_when":"b = 1"}]}]"#,
                path: "pages.a.visible_when"),
        ])
    func slips(slip: Slip) throws {
        let item = try District.item("food-business-licence") {
            $0[slip.key] = try? JSONSerialization.jsonObject(
                with: Data(slip.json.utf8), options: .fragmentsAllowed)
        }
        #expect(item.findings(known: District.known).map(\.path).contains(slip.path))
    }

    @Test("The same material or question twice is found")
    func repeats() throws {
        let item = try District.item("food-business-licence") { json in
            json["materials"] = (json["materials"] as? [Any]).map { $0 + $0 }
            json["pages"] = (json["pages"] as? [Any]).map { $0 + $0 }
        }
        let findings = item.findings(known: District.known)
        #expect(findings.contains { $0.path == "materials" })
        #expect(findings.contains { $0.path == "pages" && $0.message == "“entity_name”写了不止一次" })
    }

    @Test("Two items with the same code cannot both be published")
    func sameCode() throws {
        let item = try District.item("food-business-licence")
        let findings = ItemFindings.all(in: [item, item], known: District.known)
        #expect(findings.map(\.path).contains("basic_code"))
    }
}
