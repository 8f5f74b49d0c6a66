/// Where everything stands in the drawing of a joint service: a lane for each organ, a row for each item, a column for each
/// place in the order.
struct JointLayout {
    /// A box, in points.
    private struct Box {
        let x: Int
        let y: Int
        let width: Int
        let height: Int

        var middle: Int { y + height / 2 }
        var right: Int { x + width }
        var centre: Int { x + width / 2 }
    }

    private let graph: JointGraph
    private var boxes: [String: Box] = [:]
    private var lanes: [(id: String, top: Int, height: Int)] = []
    private var width = 0

    private static let leadTop = 76
    private static let organsTop = 332
    private static let rowHeight = 76
    private static let firstColumn = 806
    private static let columnWidth = 250

    init(_ drawing: JointDrawing, _ graph: JointGraph) {
        self.graph = graph
        placeFrame()
        var top = Self.organsTop
        for organ in drawing.organs {
            let rows = drawing.items(of: organ)
            let height = Self.rowHeight * rows.count
            lanes.append((JointGraph.lane(organ), top, height))
            placeCheck(JointGraph.check(organ), at: top)
            for (row, slug) in rows.enumerated() {
                place(slug, drawing.order, at: top + Self.rowHeight * row)
            }
            top += height
        }
        placeEnd(after: drawing.order.levels.count)
        lanes = [("applicant", 0, Self.leadTop), ("lead", Self.leadTop, 256)] + lanes
    }

    /// What stands at the same place in every drawing, as far as flows lead there.
    private mutating func placeFrame() {
        boxes["start"] = Box(x: 50, y: 258, width: 24, height: 24)
        boxes["checkSplit"] = Box(x: 98, y: 254, width: 32, height: 32)
        boxes["checkJoin"] = Box(x: 330, y: 254, width: 32, height: 32)
        boxes["result"] = Box(x: 382, y: 254, width: 32, height: 32)
        boxes["accepted"] = Box(x: 688, y: 254, width: 32, height: 32)
        boxes["childSplit"] = Box(x: 740, y: 254, width: 32, height: 32)
    }

    private mutating func placeCheck(_ id: String, at top: Int) {
        boxes[id] = Box(x: 146, y: top + 14, width: 116, height: 48)
        boxes["\(id)_overdue"] = Box(x: 253, y: top + 53, width: 18, height: 18)
        boxes["\(id)_answered"] = Box(x: 283, y: top + 25, width: 26, height: 26)
    }

    private mutating func place(_ slug: String, _ order: JointOrder, at top: Int) {
        let x = Self.firstColumn + Self.columnWidth * order.depth(of: slug)
        boxes[JointGraph.child(slug)] = Box(x: x, y: top + 14, width: 132, height: 48)
        boxes[JointGraph.before(slug)] = Box(x: x - 42, y: top + 25, width: 26, height: 26)
        boxes[JointGraph.after(slug)] = Box(x: x + 148, y: top + 25, width: 26, height: 26)
    }

    private mutating func placeEnd(after columns: Int) {
        let x = Self.firstColumn + Self.columnWidth * columns - 78
        boxes["childJoin"] = Box(x: x, y: 254, width: 32, height: 32)
        boxes["deliver"] = Box(x: x + 58, y: 246, width: 100, height: 48)
        boxes["closed"] = Box(x: x + 186, y: 258, width: 24, height: 24)
        width = x + 238
    }

    /// The shapes of the lanes and of everything that depends on the items.
    var shapes: [String] {
        let nodes = Set(graph.flows.flatMap { [$0.source, $0.target] } + ["closed"]).subtracting([
            "result", "accepted",
        ])
        let own = nodes.sorted().compactMap { id in boxes[id].map { Self.shape(id, $0) } }
        return lanes.map {
            Self.shape($0.id, Box(x: 0, y: $0.top, width: width, height: $0.height), isLane: true)
        } + own
    }

    /// The lines between them.
    var edges: [String] {
        let last = JointGraph.Flow(source: "deliver", target: "closed")
        return graph.flows.map { edge($0.id, way($0)) } + [edge("deliverToClosed", way(last))]
    }

    private static func shape(_ id: String, _ box: Box, isLane: Bool = false) -> String {
        let sideways = isLane ? " isHorizontal=\"true\"" : ""
        return """
                  <bpmndi:BPMNShape id="\(id)-shape" bpmnElement="\(id)"\(sideways)>
                    <dc:Bounds x="\(box.x)" y="\(box.y)" width="\(box.width)" height="\(box.height)"/>
                  </bpmndi:BPMNShape>
            """
    }

    private func edge(_ id: String, _ points: [(Int, Int)]) -> String {
        let lines = points.map { "        <di:waypoint x=\"\($0.0)\" y=\"\($0.1)\"/>" }.joined(
            separator: "\n")
        return """
                  <bpmndi:BPMNEdge id="\(id)-edge" bpmnElement="\(id)">
            \(lines)
                  </bpmndi:BPMNEdge>
            """
    }

    /// Along the row of the source, down or up in the gap before the target, and in from its left; between the lane of the
    /// leading organ and the others, straight up or down.
    private func way(_ flow: JointGraph.Flow) -> [(Int, Int)] {
        guard let from = boxes[flow.source], let to = boxes[flow.target] else { return [(0, 0), (0, 0)] }
        if flow.source.hasSuffix("_overdue") {
            return [(from.right, from.middle), (to.centre, from.middle), (to.centre, to.y + to.height)]
        }
        if from.middle == to.middle { return [(from.right, from.middle), (to.x, to.middle)] }
        if to.middle < Self.organsTop {
            return [(from.right, from.middle), (to.centre, from.middle), (to.centre, to.y + to.height)]
        }
        if from.middle < Self.organsTop {
            let turn = flow.source == "accepted" || flow.source == "start" ? from.right + 36 : from.centre
            let begin =
                turn == from.centre
                ? [(turn, from.y + from.height)] : [(from.right, from.middle), (turn, from.middle)]
            return begin + [(turn, to.middle), (to.x, to.middle)]
        }
        let gap = to.x - 12 - (to.y / Self.rowHeight % 4) * 6
        return [(from.right, from.middle), (gap, from.middle), (gap, to.middle), (to.x, to.middle)]
    }
}
