import BusinessProcess
import Foundation
import Testing
import XMLTree

@Suite("Marks in the drawing")
struct MarkTests {
    private static let marks: [DiagramMark] =
        [.added, .removed, .changed] + (1...5).map { .heat(step: $0, words: "12 件 · 等 3 天") }

    private func picture(_ marks: [String: DiagramMark]) throws -> XMLElement {
        let svg = try DistrictProcess.definition("open-restaurant").svg(marks: marks, prefix: "v2")
        return try XMLTree.parse(Data(svg.utf8))
    }

    @Test("every mark has a shape or words beside its colour, and its text is legible", arguments: marks)
    func legible(_ mark: DiagramMark) throws {
        let all = try DistrictProcess.definition("open-restaurant").elements.keys.map { ($0, mark) }
        let svg = try picture(Dictionary(uniqueKeysWithValues: all))
        let nodes = svg.selfAndDescendants.filter { $0["class"]?.hasPrefix("bp-node bp-") == true }
        #expect(!nodes.isEmpty)
        for node in nodes {
            // A ring and a tick, or a pill: whatever stands last is drawn upon the mark's own colour.
            let disc = try #require(
                node.elements.last { $0["fill"] == node["stroke"] && $0["stroke"] != nil })
            #expect(Colour.contrast("#ffffff", disc["fill"] ?? "") >= 4.5)
            let label = node.elements.first {
                $0.localName == "text" && $0["stroke"] == "none" && $0["fill"] != "#fff"
            }
            if let label, label["font-weight"] == nil {
                #expect(Colour.contrast(node["fill"] ?? "", label["fill"] ?? "") >= 4.5)
            }
        }
        let texts = svg.selfAndDescendants.filter { $0.localName == "text" }.compactMap { $0["font-size"] }
        #expect(texts.allSatisfy { (Double($0) ?? 0) >= 9 })
    }

    @Test("only what is removed is dashed, and its arrow too")
    func dashed() throws {
        let svg = try picture(["deliver": .removed, "decide": .added])
        let figures = svg.selfAndDescendants.filter { $0["stroke-dasharray"] == "6 4" }
        #expect(figures.map(\.localName) == ["rect"])
    }

    @Test("who does not see the marks hears them, arrows counted")
    func spoken() throws {
        let flow = try #require(try DistrictProcess.definition("open-restaurant").flows.first?.id)
        #expect(
            try picture(["deliver": .removed, "checkScjg": .added, flow: .changed]).first("desc")?.text
                == "新增：核对材料；删除：\(try title("deliver"))；改动：1 条路径。")
        #expect(
            try picture(["checkScjg": .heat(step: 9, words: "12 件")]).first("desc")?.text == "核对材料：12 件。")
        #expect(try picture([:]).first("desc")?.text == "没有标记。")
    }

    private func title(_ id: String) throws -> String {
        try DistrictProcess.definition("open-restaurant").elements[id]?.title ?? ""
    }

    @Test("arrows that are not the same have heads of their own, and every id is the picture's")
    func heads() throws {
        let flow = try #require(try DistrictProcess.definition("open-restaurant").flows.first?.id)
        let svg = try picture([flow: .added])
        let line = svg.selfAndDescendants.first { $0["marker-end"] == "url(#v2-arrow-added)" }
        #expect(line?["class"] == "bp-flow bp-added")
        let ids = svg.selfAndDescendants.compactMap { $0["id"] }
        #expect(ids.contains("v2-arrow-added") && ids.allSatisfy { $0.hasPrefix("v2-") })
        #expect(Set(ids).count == ids.count)
    }
}

/// The contrast of WCAG 2.2, §1.4.3.
enum Colour {
    static func contrast(_ one: String, _ other: String) -> Double {
        let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)
    }

    private static func luminance(_ hex: String) -> Double {
        let digits = hex.dropFirst()
        let full = digits.count == 3 ? digits.flatMap { [$0, $0] } : Array(digits)
        let parts = stride(from: 0, to: 6, by: 2).map { place in
            let value = Double(Int(String(full[place...place + 1]), radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
