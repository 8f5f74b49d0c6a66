import BusinessProcess
import Cases
import Foundation
import Web

/// A process as a picture that can be pushed sideways on a narrow screen, some of its elements marked.
struct ProcessDrawing {
    let xml: String
    var marks: [String: DiagramMark] = [:]
    /// Tells several pictures on one page apart.
    var prefix = "process"
    var caption: String?

    var html: HTML {
        guard let diagram = try? ProcessDiagram(xml: Data(xml.utf8)), !diagram.shapes.isEmpty else {
            return "<p class=\"hint\">文件里没有图形（BPMN DI），请用绘图工具重新保存。</p>"
        }
        return """
            <figure class="process"><div class="flow" tabindex="0" role="group" aria-label="流程图，可以左右移动">
            \(HTML.raw(trusted: diagram.svg(marks: marks, prefix: prefix)))</div>
            \(caption.map { "<figcaption class=\"hint\">\($0)</figcaption>" })</figure>
            """
    }
}

extension [ProcessFinding] {
    /// The elements with something wrong, and those worth a look.
    var marks: [String: DiagramMark] {
        reduce(into: [:]) { marks, finding in
            guard let element = finding.elementID, marks[element] != .problem else { return }
            marks[element] = finding.isWarning ? .warning : .problem
        }
    }
}
