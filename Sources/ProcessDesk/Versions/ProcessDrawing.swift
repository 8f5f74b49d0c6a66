import BusinessProcess
import Cases
import Foundation
import Web

/// A process as a picture that can be pushed sideways on a narrow screen.
struct ProcessDrawing {
    let xml: String
    var findings: [ProcessFinding] = []
    var prefix = "process"

    var html: HTML {
        guard let diagram = try? ProcessDiagram(xml: Data(xml.utf8)), !diagram.shapes.isEmpty else {
            return "<p class=\"hint\">文件里没有图形（BPMN DI），请用绘图工具重新保存。</p>"
        }
        return """
            <figure class="process"><div class="flow" tabindex="0" role="group" aria-label="流程图，可以左右移动">
            \(HTML.raw(trusted: diagram.svg(prefix: prefix)))</div></figure>
            """
    }
}
