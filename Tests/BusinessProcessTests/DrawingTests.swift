import BusinessProcess
import Foundation
import Testing
import XMLTree

@Suite("The drawing")
struct DrawingTests {
    private func restaurant() throws -> ProcessDefinition {
        try DistrictProcess.definition("open-restaurant")
    }

    @Test("The page's policy holds: no style, no script, and every id of its own")
    func policy() throws {
        let svg = try restaurant().svg(state: ["checkScjg": .paused], prefix: "case1")
        let elements = try XMLTree.parse(Data(svg.utf8)).selfAndDescendants
        #expect(elements.allSatisfy { $0["style"] == nil && !["style", "script"].contains($0.localName) })
        let ids = elements.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("case1-") })
    }

    @Test("Names cannot break out of the picture")
    func escaping() throws {
        let xml = try DistrictProcess.xml("on-the-spot").replacing("即办", with: "&lt;script&gt;&amp;&quot;")
        let svg = try ProcessDiagram(xml: Data(xml.utf8)).svg()
        #expect(svg.contains("流程图：&lt;script&gt;&amp;&quot;"))
        #expect(!svg.contains("<script"))
    }

    @Test("Who does not see the picture hears it: title and states in words")
    func spoken() throws {
        let states: [String: ElementState] = [
            "childScjg": .current, "childXfjy": .paused, "checkScjg": .done,
        ]
        let svg = try XMLTree.parse(Data(try restaurant().svg(state: states).utf8))
        #expect(svg["role"] == "img")
        #expect(svg.first("title")?.text == "流程图：开办餐饮店一件事")
        let words = try #require(svg.first("desc")?.text)
        #expect(words.hasPrefix("办理中：食品经营许可；暂停：营业前消防检查；已完成：核对材料；未开始："))
    }

    @Test("Every state has a sign or a word beside its colour", arguments: ElementState.allCases)
    func signs(_ state: ElementState) throws {
        let svg = try restaurant().svg(state: ["deliver": state])
        #expect(svg.contains("class=\"bp-node bp-\(state.rawValue)\""))
        let words: Set<ElementState> = [.current, .paused]
        #expect(svg.contains(">\(state.chinese)</tspan>") == words.contains(state))
        let tick = "l2.8 2.9 5 -5.8", cross = "l6.4 6.4m0 -6.4"
        #expect(svg.contains(tick) == (state == .done))
        #expect(svg.contains(cross) == (state == .refused))
    }

    @Test("Long names are broken into lines as even as possible")
    func lines() throws {
        let svg = try restaurant().svg()
        for line in ["出具受理", "通知书", "污水排入排", "水管网许可", "公共场所", "卫生许可"] {
            let isOneLine = svg.contains(">\(line)</tspan>")
            #expect(isOneLine, "\(line)")
        }
    }

    @Test("A file without a drawing gives an empty picture, not an error")
    func empty() throws {
        let sketch = SketchedProcess("<startEvent id=\"s\"/>", flows: [])
        #expect(try ProcessDiagram(xml: Data(sketch.xml.utf8)).svg().hasPrefix("<svg"))
    }
}
