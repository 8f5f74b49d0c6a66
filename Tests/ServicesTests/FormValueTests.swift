import Foundation
import Services
import Testing

@Suite("Answers in JSON and from pages")
struct FormValueTests {
    @Test("Answers are the JSON a person would write, there and back")
    func json() throws {
        let text = #"{"a":"砚","b":12.5,"c":true,"d":["x","y"],"e":[{"n":"甲","s":1}],"f":[]}"#
        let form = try JSONDecoder().decode([String: FormValue].self, from: Data(text.utf8))
        #expect(form["b"] == .number(12.5))
        #expect(form["d"] == .list(["x", "y"]))
        #expect(form["e"] == .table([["n": "甲", "s": 1]]))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(form), as: UTF8.self) == text)
    }

    @Test("An explicit null is an unanswered question")
    func null() throws {
        let form = try JSONDecoder().decode([String: FormValue].self, from: Data(#"{"a":null}"#.utf8))
        #expect(form["a"]?.isEmpty == true)
    }

    @Test("A page's inputs become answers; rows in which nothing was filled in are left out")
    func page() throws {
        let inputs = [
            "form.name": ["星湖"], "form.agreed": ["false", "true"], "form.kinds": ["", "hot", "cold"],
            "form.staff.0.name": [""], "form.staff.1.name": ["陈静"],
        ]
        let form = try Self.page.parse { inputs[$0] ?? [] }
        #expect(
            form == [
                "name": "星湖", "agreed": "true", "kinds": .list(["hot", "cold"]),
                "staff": .table([["name": "陈静"]]),
            ])
    }

    static var page: FormPage {
        get throws {
            let json = """
                {"id":"p","title":"页","fields":[
                {"name":"name","label":"名称","kind":"text"},{"name":"agreed","label":"同意","kind":"boolean"},
                {"name":"kinds","label":"种类","kind":"choices","options":[{"value":"hot","label":"热"}]},
                {"name":"staff","label":"人员","kind":"table","columns":[{"name":"name","label":"姓名","kind":"text"}]},
                {"name":"missing","label":"没有填","kind":"text"}]}
                """
            return try JSONDecoder().decode(FormPage.self, from: Data(json.utf8))
        }
    }
}
