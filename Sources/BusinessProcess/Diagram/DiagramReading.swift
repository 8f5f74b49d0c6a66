import XMLTree

extension ProcessDiagram {
    /// Reads the first drawing of the file (BPMN 2.0, chapter 12).
    init(_ root: XMLElement) {
        let all = root.selfAndDescendants
        let named = all.filter { $0["id"] != nil && $0.namespace != BPMN.diagram }
        let elements = Dictionary(named.map { ($0["id"] ?? "", $0) }) { first, _ in first }
        let plane = root.first("BPMNDiagram")?.first("BPMNPlane")
        let drawn = plane?.elements ?? []
        title = root.first("process")?.label.nonEmpty ?? root.label
        shapes = drawn.filter { $0.localName == "BPMNShape" }
            .compactMap { Shape($0, of: elements[$0["bpmnElement"]?.afterPrefix ?? ""]) }
            .sorted { $0.figure.layer < $1.figure.layer }
        edges = drawn.filter { $0.localName == "BPMNEdge" }
            .compactMap { Edge($0, of: elements[$0["bpmnElement"]?.afterPrefix ?? ""]) }
    }
}

extension ProcessDiagram.Shape {
    fileprivate init?(_ shape: XMLElement, of element: XMLElement?) {
        guard let bounds = ProcessDiagram.Bounds(shape.first("Bounds")) else { return nil }
        self.bounds = bounds
        self.element = shape["bpmnElement"] ?? ""
        figure = ProcessDiagram.Figure(element, shape: shape)
        label = element?.label.nonEmpty ?? element?.first("text")?.text ?? ""
        labelBounds = ProcessDiagram.Bounds(shape.first("BPMNLabel")?.first("Bounds"))
    }
}

extension ProcessDiagram.Edge {
    fileprivate init?(_ edge: XMLElement, of element: XMLElement?) {
        let points = edge.elements(named: "waypoint").compactMap(ProcessDiagram.Point.init)
        guard points.count > 1 else { return nil }
        self.points = points
        self.element = edge["bpmnElement"] ?? ""
        isFlow = element?.localName == "sequenceFlow"
        label = element?.label ?? ""
        labelBounds = ProcessDiagram.Bounds(edge.first("BPMNLabel")?.first("Bounds"))
    }
}

extension ProcessDiagram.Bounds {
    fileprivate init?(_ element: XMLElement?) {
        guard let element, let x = element.number("x"), let y = element.number("y"),
            let width = element.number("width"), let height = element.number("height"),
            width > 0, height > 0
        else { return nil }
        self.init(x: x, y: y, width: width, height: height)
    }
}

extension ProcessDiagram.Point {
    fileprivate init?(_ element: XMLElement) {
        guard let x = element.number("x"), let y = element.number("y") else { return nil }
        self.init(x: x, y: y)
    }
}

extension ProcessDiagram.Figure {
    fileprivate init(_ element: XMLElement?, shape: XMLElement) {
        let name = element?.localName ?? ""
        let isTimer = element?.first("timerEventDefinition") != nil
        self =
            switch name {
            case "startEvent": .event(.start, isTimer: isTimer)
            case "endEvent": .event(.end, isTimer: false)
            case "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent":
                .event(.intermediate, isTimer: isTimer)
            case "exclusiveGateway": .gateway(.exclusive)
            case "parallelGateway": .gateway(.parallel)
            case "inclusiveGateway": .gateway(.inclusive)
            case "eventBasedGateway": .gateway(.event)
            case "complexGateway": .gateway(.complex)
            case "participant", "lane": .lane
            case "subProcess", "transaction", "adHocSubProcess":
                shape["isExpanded"] == "true" ? .frame : .task
            case "task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask",
                "sendTask", "receiveTask", "callActivity":
                .task
            default: .note
            }
    }

    /// What is drawn first lies beneath.
    fileprivate var layer: Int {
        switch self {
        case .lane: 0
        case .frame: 1
        case .task, .gateway, .note: 2
        // Boundary events sit on the edge of their task.
        case .event: 3
        }
    }
}

extension XMLElement {
    /// A coordinate; what no drawing needs would only break the page it is shown on.
    fileprivate func number(_ name: String) -> Double? {
        self[name].flatMap(Double.init).flatMap { abs($0) < 100_000 ? $0 : nil }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
    /// References may be qualified names (BPMN 2.0, §15.3).
    fileprivate var afterPrefix: String { split(separator: ":").last.map(String.init) ?? self }
}
