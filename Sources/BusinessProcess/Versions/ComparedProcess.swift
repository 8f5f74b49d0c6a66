import DecisionModel
import Refusals
import XMLTree

import struct Foundation.Data

/// A process as a list of elements, each with all that is said of it.
struct ComparedProcess {
    private(set) var elements: [ComparedElement] = []
    let nodes: [String: FlowNode]
    let lanes: [String: Lane]
    private(set) var events: [String: [FlowNode]] = [:]

    init(_ definition: ProcessDefinition) {
        self.init(
            name: definition.name, limit: definition.limit, nodes: definition.graph.vertices.map(\.node),
            flows: definition.flows, lanes: definition.lanes)
    }

    init(_ xml: Data, _ called: @escaping CalledProcesses) throws(ProcessError) {
        do {
            let draft = ProcessReader.read(try XMLTree.parse(xml), called: called)
            self.init(
                name: draft.name, limit: draft.limit, nodes: draft.nodes, flows: draft.flows,
                lanes: draft.lanes)
        } catch {
            throw .unreadable(error)
        }
    }

    private init(name: String, limit: String?, nodes all: [FlowNode], flows: [SequenceFlow], lanes: [Lane]) {
        nodes = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        let inLanes = lanes.flatMap { lane in lane.nodes.map { ($0, lane) } }
        self.lanes = Dictionary(inLanes) { _, inner in inner }
        events = Dictionary(grouping: all.filter { $0.boundary != nil }) { $0.boundary?.attachedTo ?? "" }
        let whole = [Facet("名称", name), Facet("承诺时限", limit)]
        elements = [ComparedElement(kind: .process, id: "", title: name, facets: whole)]
        elements += all.map {
            ComparedElement(kind: .node, id: $0.id, title: $0.title, facets: $0.facets(in: self))
        }
        elements += flows.map { flow in
            ComparedElement(kind: .flow, id: flow.id, title: title(flow), facets: facets(flow))
        }
        elements += lanes.map { lane in
            let facets = [Facet("名称", lane.name), Facet("办理单位", lane.organ), Facet("岗位", lane.role)]
            return ComparedElement(kind: .lane, id: lane.id, title: lane.name, facets: facets)
        }
    }

    /// What people call a node.
    func title(_ id: String) -> String { nodes[id]?.title ?? id }

    private func title(_ flow: SequenceFlow) -> String {
        flow.name.isEmpty ? "\(title(flow.source)) → \(title(flow.target))" : flow.name
    }

    private func facets(_ flow: SequenceFlow) -> [Facet] {
        [
            Facet("名称", flow.name), Facet("起点", id: flow.source, title(flow.source)),
            Facet("终点", id: flow.target, title(flow.target)), Facet("条件", flow.condition?.source),
        ]
    }
}

/// One element, with all that is said of it.
struct ComparedElement {
    let kind: ElementChange.Kind
    let id: String
    let title: String
    let facets: [Facet]

    /// What makes it the same element in both versions.
    var key: [String] { [kind.chinese, id] }

    /// What is not the same as it was.
    func details(since old: ComparedElement) -> [Sentence] {
        let before = Dictionary(old.facets.map { ($0.name, $0) }) { first, _ in first }
        let after = Set(facets.map(\.name))
        let now = facets + old.facets.filter { !after.contains($0.name) }.map { Facet($0.name, nil) }
        return now.compactMap { facet in
            let earlier = before[facet.name]
            guard facet.key != earlier?.key else { return nil }
            return "\(facet.name)：\(earlier?.words ?? "无") → \(facet.words ?? "无")"
        }
    }
}

/// One thing that is said of an element.
struct Facet {
    let name: String
    /// What is compared; `nil` where nothing is said.
    let key: String?
    /// How it reads.
    let words: String?

    init(_ name: String, _ words: String?) {
        self.name = name
        key = words.flatMap { $0.isEmpty ? nil : $0 }
        self.words = key
    }

    /// Something that is known by its id and read by its title.
    init(_ name: String, id: String?, _ title: String?) {
        self.name = name
        key = id.flatMap { $0.isEmpty ? nil : $0 }
        words = key == nil ? nil : title
    }

    init(_ name: String, _ holds: Bool) { self.init(name, holds ? "是" : nil) }
}
