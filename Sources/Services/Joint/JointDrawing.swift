import Foundation

/// The process of a joint service, drawn from its design: every organ checks the materials at once, then each item has its
/// turn when all it waits for is done, then everything is delivered together.
///
/// The part that is the same for all — what becomes of missing materials, acceptance, delivery — stands in
/// `Resources/Drawings/joint.xml`; what depends on the items is filled in.
public struct JointDrawing: Sendable {
    let item: ServiceItem
    let order: JointOrder
    private let items: [String: ServiceItem]
    private let names: [String: String]

    /// A drawing of a design.
    ///
    /// - Parameters:
    ///   - offered: the items it is made of, and any others.
    ///   - organs: the short names of organs by key.
    public init(_ item: ServiceItem, among offered: [ServiceItem], organs: [String: String]) {
        (self.item, order, names) = (item, item.order, organs)
        items = Dictionary(offered.map { ($0.slug, $0) }) { first, _ in first }
    }

    /// The organs that decide, each once, the leading one first.
    var organs: [String] {
        order.items.compactMap { items[$0]?.organ }.reduce(into: []) { organs, organ in
            if !organs.contains(organ) { organs.append(organ) }
        }
    }

    /// The items of an organ, in their order.
    func items(of organ: String) -> [String] { order.items.filter { items[$0]?.organ == organ } }

    /// The BPMN 2.0 file; empty for an order that goes round in a circle.
    public var xml: String {
        guard order.circle == nil, let frame = Self.frame else { return "" }
        let graph = JointGraph(self)
        let layout = JointLayout(self, graph)
        let checks = organs.map { "outcomes.\(JointGraph.check($0))" }
        let filled = [
            "id": item.drawnProcess, "name": Self.escaped(item.name), "lanes": lanes(graph),
            "nodes": nodes(graph), "flows": graph.flows.map(\.xml).joined(separator: "\n"),
            "incomplete": checks.map { "\($0) = \"incomplete\"" }.joined(separator: " or "),
            "silent": checks.map { "\($0) = null" }.joined(separator: " or "),
            "shapes": layout.shapes.joined(separator: "\n"), "edges": layout.edges.joined(separator: "\n"),
        ]
        return filled.reduce(frame) { $0.replacingOccurrences(of: "{{\($1.key)}}", with: $1.value) }
    }

    private static let frame = try? String(
        contentsOf: ItemFiles.folder.appending(path: "Drawings/joint.xml"), encoding: .utf8)

    static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "\"", with: "&quot;").replacingOccurrences(of: "{{", with: "{ {")
    }

    /// The name of a lane.
    func name(of organ: String) -> String { Self.escaped(names[organ] ?? organ) }

    /// What stands in the box of an item.
    func name(ofItem slug: String) -> String { Self.escaped(items[slug]?.name ?? slug) }

    private func lanes(_ graph: JointGraph) -> String {
        let fixed = [
            "result", "request", "requestOverdue", "isRequested", "recheck", "recheckOverdue", "isSupplied",
            "refuseAcceptance", "refused", "deemAccepted", "issueAcceptance", "accepted", "deliver", "closed",
        ]
        let lead = ["start"] + fixed + graph.leadNodes
        let own = organs.map { organ in
            lane(JointGraph.lane(organ), name(of: organ), graph.nodes(of: organ))
        }
        return ([lane("applicant", "申请人", ["supply"]), lane("lead", "牵头部门和窗口", lead)] + own)
            .joined(separator: "\n")
    }

    private func lane(_ id: String, _ name: String, _ nodes: [String]) -> String {
        let refs = nodes.map { "        <bpmn:flowNodeRef>\($0)</bpmn:flowNodeRef>" }.joined(separator: "\n")
        return "      <bpmn:lane id=\"\(id)\" name=\"\(name)\">\n\(refs)\n      </bpmn:lane>"
    }

    private func nodes(_ graph: JointGraph) -> String {
        let gateways = (graph.leadNodes + graph.turns).map { "    <bpmn:parallelGateway id=\"\($0)\"/>" }
        return (organs.map(check) + order.items.map(child) + gateways).joined(separator: "\n")
    }

    private func check(_ organ: String) -> String {
        let id = JointGraph.check(organ)
        return """
                <bpmn:userTask id="\(id)" name="核对材料" minben:organ="\(Self.escaped(organ))" minben:role="officer" minben:act="check">
                  <bpmn:extensionElements>
                    <minben:outcome code="complete" label="材料齐全"/>
                    <minben:outcome code="incomplete" label="需要补正" needsOpinion="true"/>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="\(id)_overdue" attachedToRef="\(id)" minben:clock="acceptance">
                  <bpmn:documentation>受理期限届满</bpmn:documentation>
                  <bpmn:timerEventDefinition/>
                </bpmn:boundaryEvent>
                <bpmn:exclusiveGateway id="\(id)_answered"/>
            """
    }

    private func child(_ slug: String) -> String {
        let organ = Self.escaped(items[slug]?.organ ?? "")
        return """
                <bpmn:serviceTask id="\(JointGraph.child(slug))" name="\(name(ofItem: slug))" minben:service="child" minben:organ="\(organ)" minben:item="\(slug)"/>
            """
    }
}
