public import BusinessProcess

/// Something in a drawing for which a net has no words: what breaks off others cannot be said with tokens alone.
public struct Unspeakable: Error, Sendable, Hashable {
    /// What it is called in the drawing.
    public let name: String
    /// Which kind of figure.
    public let kind: String
}

extension PetriNet {
    /// The net of a drawing. Only steps of people have names; what the system does, events and gateways happen by themselves,
    /// and conditions are not asked.
    ///
    /// - Throws: for what breaks off more than one step.
    public init(_ definition: ProcessDefinition) throws(Unspeakable) {
        self.init()
        var drawing = NetDrawing(definition)
        try drawing.draw()
        self = drawing.net
    }
}

/// Draws a process as a net: a place for each arrow.
struct NetDrawing {
    let definition: ProcessDefinition
    var net = PetriNet()
    /// What only events that break nothing off lead to: the case does not wait for it.
    private let asides: Set<String>

    init(_ definition: ProcessDefinition) {
        self.definition = definition
        asides = Self.asides(of: definition)
    }

    mutating func draw() throws(Unspeakable) {
        for node in definition.elements.values.sorted(by: { $0.id < $1.id }) { try draw(node) }
    }

    private mutating func draw(_ node: FlowNode) throws(Unspeakable) {
        switch node.kind {
        case .start: net.add([entry(of: node.scope)], arrows(out: node))
        case .end(let result, _): try end(node, result)
        case .boundary: break
        case .exclusiveGateway, .eventBasedGateway:
            let ready = ready(node)
            for arrow in arrows(out: node) { net.add([ready], [arrow]) }
        case .parallelGateway: net.add(arrows(in: node), orEnd(arrows(out: node), node))
        case .inclusiveGateway:
            let ready = net.place("ready \(node.id)")
            for some in combinations(arrows(in: node)) { net.add(some, [ready]) }
            for some in combinations(arrows(out: node)) { net.add([ready], some) }
        case .subProcess(let byEvent): try inside(node, byEvent: byEvent)
        case .userTask: try step(node)
        default: try pass(node)
        }
    }

    private mutating func end(_ node: FlowNode, _ result: EventResult) throws(Unspeakable) {
        switch result {
        case .terminate: throw Unspeakable(name: node.title, kind: "终止结束事件")
        case .error: throw Unspeakable(name: node.title, kind: "错误结束事件")
        default: break
        }
        let done = asides.contains(node.id) ? [] : [exit(of: node.scope)]
        for arrow in arrows(in: node) { net.add([arrow], done) }
    }

    /// What happens by itself.
    private mutating func pass(_ node: FlowNode) throws(Unspeakable) {
        let ready = ready(node)
        for ways in ways(out: node) { net.add([ready], ways) }
        try events(at: node, ready)
    }

    /// A step of people; one that several do, or that is done again and again, may be done any number of times.
    private mutating func step(_ node: FlowNode) throws(Unspeakable) {
        let ready = ready(node)
        let ways = ways(out: node)
        if node.loop != nil {
            net.add([ready], [ready], step: node.id)
            for way in ways { net.add([ready], way) }
        } else if ways.count == 1 {
            net.add([ready], ways[0], step: node.id)
        } else {
            let done = net.place("done \(node.id)")
            net.add([ready], [done], step: node.id)
            for way in ways { net.add([done], way) }
        }
        try events(at: node, ready)
    }

    private mutating func inside(_ node: FlowNode, byEvent: Bool) throws(Unspeakable) {
        guard !byEvent else { throw Unspeakable(name: node.title, kind: "事件子流程") }
        let (ready, active) = (ready(node), net.place("active \(node.id)"))
        net.add([ready], [active, entry(of: node.id)])
        for way in ways(out: node) { net.add([active, exit(of: node.id)], way) }
        if node.loop != nil { net.add([exit(of: node.id)], [entry(of: node.id)]) }
        for event in boundaries(of: node) {
            guard !event.boundary.interrupting else {
                throw Unspeakable(name: node.title, kind: "会中断子流程的边界事件")
            }
            net.add([active], [active] + arrows(out: event.node))
        }
    }

    /// An event at a step takes its token, or lets it be.
    private mutating func events(at node: FlowNode, _ ready: Int) throws(Unspeakable) {
        for event in boundaries(of: node) {
            net.add([ready], (event.boundary.interrupting ? [] : [ready]) + arrows(out: event.node))
        }
    }
}
