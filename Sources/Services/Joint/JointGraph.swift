/// The elements of a joint service's drawing that depend on its items, and the flows between them.
///
/// Gateways stand only where ways part or meet.
struct JointGraph {
    /// A sequence flow.
    struct Flow: Hashable {
        let source: String
        let target: String

        var id: String { "\(source)_to_\(target)" }
        var xml: String {
            "    <bpmn:sequenceFlow id=\"\(id)\" sourceRef=\"\(source)\" targetRef=\"\(target)\"/>"
        }
    }

    /// What stands in the lane of the leading organ.
    private(set) var leadNodes: [String] = []
    /// The gateways before and after items, in the lanes of their organs.
    private(set) var turns: [String] = []
    /// All flows, in the order in which they are gone along.
    private(set) var flows: [Flow] = []
    private let lanes: [String: [String]]

    static func check(_ organ: String) -> String { "check_\(word(organ))" }
    static func lane(_ organ: String) -> String { "lane_\(word(organ))" }
    static func child(_ slug: String) -> String { "child_\(word(slug))" }
    static func before(_ slug: String) -> String { "before_\(word(slug))" }
    static func after(_ slug: String) -> String { "after_\(word(slug))" }

    /// An id is a word of FEEL.
    private static func word(_ key: String) -> String {
        String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    init(_ drawing: JointDrawing) {
        let order = drawing.order
        lanes = drawing.organs.reduce(into: [:]) { lanes, organ in
            let id = Self.check(organ)
            lanes[organ] =
                [id, "\(id)_overdue", "\(id)_answered"]
                + drawing.items(of: organ).flatMap { slug in
                    Self.gateways(of: slug, in: order).filter { $0 == Self.before(slug) } + [Self.child(slug)]
                        + Self.gateways(of: slug, in: order).filter { $0 == Self.after(slug) }
                }
        }
        turns = order.items.flatMap { Self.gateways(of: $0, in: order) }
        drawChecks(drawing.organs)
        drawTurns(order)
    }

    /// The elements in an organ's lane.
    func nodes(of organ: String) -> [String] { lanes[organ] ?? [] }

    private static func gateways(of slug: String, in order: JointOrder) -> [String] {
        (order.directNeeds(of: slug).count > 1 ? [before(slug)] : [])
            + (order.followers(of: slug).count > 1 ? [after(slug)] : [])
    }

    private mutating func drawChecks(_ organs: [String]) {
        let isShared = organs.count > 1
        if isShared {
            leadNodes += ["checkSplit", "checkJoin"]
            flows.append(Flow(source: "start", target: "checkSplit"))
        }
        for organ in organs {
            let check = Self.check(organ)
            flows += [
                Flow(source: isShared ? "checkSplit" : "start", target: check),
                Flow(source: check, target: "\(check)_answered"),
                Flow(source: "\(check)_overdue", target: "\(check)_answered"),
                Flow(source: "\(check)_answered", target: isShared ? "checkJoin" : "result"),
            ]
        }
        if isShared { flows.append(Flow(source: "checkJoin", target: "result")) }
    }

    private mutating func drawTurns(_ order: JointOrder) {
        let first = order.items.filter { order.needs(of: $0).isEmpty }
        let last = order.items.filter { order.followers(of: $0).isEmpty }
        let begins = first.count > 1 ? "childSplit" : "accepted"
        let ends = last.count > 1 ? "childJoin" : "deliver"
        leadNodes += [begins, ends].filter { $0.hasPrefix("child") }
        if begins == "childSplit" { flows.append(Flow(source: "accepted", target: begins)) }
        flows += first.map { Flow(source: begins, target: Self.child($0)) }
        for slug in order.items {
            let (before, after) = (entry(to: slug, order), exit(from: slug, order))
            flows += order.directNeeds(of: slug).map { Flow(source: exit(from: $0, order), target: before) }
            if before != Self.child(slug) { flows.append(Flow(source: before, target: Self.child(slug))) }
            if after != Self.child(slug) { flows.append(Flow(source: Self.child(slug), target: after)) }
        }
        flows += last.map { Flow(source: Self.child($0), target: ends) }
        if ends == "childJoin" { flows.append(Flow(source: ends, target: "deliver")) }
    }

    private func entry(to slug: String, _ order: JointOrder) -> String {
        order.directNeeds(of: slug).count > 1 ? Self.before(slug) : Self.child(slug)
    }

    private func exit(from slug: String, _ order: JointOrder) -> String {
        order.followers(of: slug).count > 1 ? Self.after(slug) : Self.child(slug)
    }
}
