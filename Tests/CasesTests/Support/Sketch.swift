import BusinessProcess
import DecisionModel
import Foundation

@testable import Cases

/// A process sketched in a few lines: nodes as XML, arrows as `a > b` or `a > b if condition`.
struct Sketch {
    let xml: String

    init(_ nodes: String, _ arrows: String..., declarations: String = "") {
        self.init(nodes, flows: arrows, declarations: declarations)
    }

    init(_ nodes: String, flows arrows: [String], id: String = "sketch", declarations: String = "") {
        let flows = arrows.enumerated().map { number, arrow in
            let parts = arrow.components(separatedBy: " if ")
            let ends = parts[0].components(separatedBy: " > ")
            let condition = parts.dropFirst().first.map {
                "<conditionExpression><![CDATA[\($0)]]></conditionExpression>"
            }
            return """
                <sequenceFlow id="f\(number)" sourceRef="\(ends[0])" targetRef="\(ends[1])">\(condition ?? "")</sequenceFlow>
                """
        }
        xml = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
            \(declarations)<process id="\(id)" name="草图" isExecutable="true" minben:version="1">
            \(nodes)\(flows.joined())</process></definitions>
            """
    }

    static func task(_ id: String, act: String = "review", limit: String? = nil) -> String {
        """
        <userTask id="\(id)" name="\(id)" minben:organ="lead" minben:role="officer" minben:act="\(act)"\
        \(limit.map { " minben:limit=\"\($0)\"" } ?? "")><extensionElements><minben:outcome code="ok" label="同意"/>\
        </extensionElements></userTask>
        """
    }

    static func service(_ id: String, _ service: String) -> String {
        "<serviceTask id=\"\(id)\" name=\"\(id)\" minben:service=\"\(service)\"/>"
    }

    static func rule(_ id: String, _ decision: String) -> String {
        "<businessRuleTask id=\"\(id)\" name=\"\(id)\" minben:decision=\"\(decision)\" minben:result=\"\(id)\"/>"
    }

    /// An event attached to a step.
    static func boundary(_ id: String, on host: String, gentle: Bool = false, _ inside: String) -> String {
        "<boundaryEvent id=\"\(id)\" name=\"\(id)\" attachedToRef=\"\(host)\" cancelActivity=\"\(!gentle)\">\(inside)</boundaryEvent>"
    }

    /// A time to wait for, `timeDuration`, `timeDate` or `timeCycle`.
    static func time(_ kind: String, _ text: String) -> String {
        "<timerEventDefinition><\(kind)>\(text)</\(kind)></timerEventDefinition>"
    }

    static func wait(_ id: String, unit: String? = nil, _ inside: String) -> String {
        "<intermediateCatchEvent id=\"\(id)\" name=\"\(id)\"\(unit.map { " minben:unit=\"\($0)\"" } ?? "")>\(inside)</intermediateCatchEvent>"
    }

    static let ends = "<startEvent id=\"s\"/><endEvent id=\"e\"/>"
}

extension Story {
    /// The story of a case on a sketched process.
    convenience init(
        _ sketch: Sketch, at time: String = "2026-11-09", form: [String: Value] = [:],
        decisions: [String: PublishedDecision] = [:]
    ) throws {
        try self.init([sketch], plan: .sketched, at: time, form: form, decisions: decisions)
    }

    /// The story of a matter of several cases, each on a process of its own.
    convenience init(
        _ sketches: [Sketch], plan: CasePlan, at time: String = "2026-11-09", form: [String: Value] = [:],
        decisions: [String: PublishedDecision] = [:]
    ) throws {
        let read = try sketches.map { try ProcessDefinition.parse(Data($0.xml.utf8)) }
        let keyed = read.map { (ProcessKey(id: $0.id, version: 1), $0) }
        try self.init(
            plan, at: time, form: form, definitions: Dictionary(uniqueKeysWithValues: keyed),
            decisions: decisions)
    }

    /// The steps that are open in the root.
    var open: [String] { root.openTasks.map(\.element).sorted() }
}

extension CasePlan {
    /// 污水排入排水管网许可 on a sketched process.
    static let sketched: CasePlan = {
        var plan = CasePlan.drainage
        plan.process = "sketch"
        return plan
    }()
}

extension PublishedDecision {
    /// Which check by area: an example.
    static func check(
        version: Int = 1, hitPolicy: HitPolicy = .unique, _ cells: [String] = ["<= 200", "> 200"]
    )
        throws -> PublishedDecision
    {
        let table = DecisionTable(
            id: "fire-check", name: "消防检查方式", hitPolicy: hitPolicy,
            inputs: [DecisionInput(expression: "form.area", type: "number")],
            outputs: [DecisionOutput(name: "方式")],
            rules: zip(cells, ["\"承诺\"", "\"核查\""]).map { DecisionRule([$0], [$1]) })
        return PublishedDecision(
            id: table.id, version: version, name: table.name, decision: try Decision(table))
    }
}
