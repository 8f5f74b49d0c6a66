import BusinessProcess
import Foundation
import Web

/// What is not the same in two versions: in words, and marked in both drawings.
struct ComparisonTable {
    let old: (title: String, xml: String)
    let new: (title: String, xml: String)

    var html: HTML {
        guard let comparison = try? ProcessComparison(from: Data(old.xml.utf8), to: Data(new.xml.utf8)) else {
            return "<p class=\"hint\">两版之中有一版读不出来，无法比较。</p>"
        }
        let (changes, marks) = (comparison.changes, comparison.marks)
        let drawings = """
            \(Card(new.title, ProcessDrawing(xml: new.xml, marks: marks, prefix: "new", caption: Self.legend).html).html)
            \(Card(old.title, ProcessDrawing(xml: old.xml, marks: marks, prefix: "old", caption: Self.legend).html).html)
            """ as HTML
        return Card("与\(old.title)相比", changes.isEmpty ? Self.same : table(changes)).html + drawings
    }

    private static let legend = "绿色加号为新增，红色减号、虚线为删除，琥珀色不等号为改动。"
    private static let same: HTML = "<p>步骤、路径和规则都相同，只可能移动了图形的位置。</p>"

    private func table(_ changes: [ElementChange]) -> HTML {
        Table(
            "改动", columns: [.init("名称"), .init("类别"), .init("改动"), .init("内容")],
            rows: changes.map { change in
                [
                    "\(change.title)", "\(change.kind.chinese)", badge(change.mark),
                    change.details.isEmpty
                        ? "—" : "\(each: change.details, { "<div>\($0)</div>" })",
                ]
            }
        ).html
    }

    private func badge(_ mark: DiagramMark) -> HTML {
        let tone: StatusBadge.Tone =
            switch mark {
            case .added: .done
            case .removed: .late
            default: .near
            }
        return StatusBadge(mark.chinese, tone).html
    }
}
