import BusinessProcess
import Cases
import Codes
import Web

/// The process of a case as a picture: what is done, what is being done, what is still to come.
public struct ProcessPicture: Sendable {
    private let view: CaseView

    /// The picture of a case as it was read.
    public init(_ view: CaseView) { self.view = view }

    /// The picture, which can be pushed sideways on a narrow screen, with its caption.
    public var html: HTML {
        let states = CaseStates(view: view).byElement
        let drawing = view.definition.svg(state: states, prefix: "process-\(view.subject.number.text)")
        return """
            <figure class="card process"><div class="flow" tabindex="0" role="group" aria-label="办理流程图，可以左右移动">
            \(HTML.raw(trusted: drawing))</div>
            <figcaption class="hint">\(caption(states))</figcaption></figure>
            """
    }

    /// The picture in one sentence.
    private func caption(_ states: [String: ElementState]) -> String {
        let order: [ElementState] = [.current, .paused, .refused]
        let parts = order.compactMap { state -> String? in
            let names = names(of: state, in: states)
            return names.isEmpty ? nil : "\(state.chinese)：\(names.joined(separator: "、"))"
        }
        let legend = "绿色为已完成，蓝色为办理中，琥珀色为暂停，白色为未开始。"
        return parts.isEmpty ? legend : "\(parts.joined(separator: "；"))。\(legend)"
    }

    private func names(of state: ElementState, in states: [String: ElementState]) -> [String] {
        view.definition.elements.values
            .filter { states[$0.id] == state && !$0.name.isEmpty && $0.isTask }
            .sorted { $0.id < $1.id }
            .map { element in
                view.definition.lane(of: element.id).map { "\(element.name)（\($0.name)）" } ?? element.name
            }
    }
}
