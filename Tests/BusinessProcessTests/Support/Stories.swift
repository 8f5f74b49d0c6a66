import BusinessProcess
import Refusals

/// The positions in which every operation of people is tried, as small processes around a step `x`.
enum Position: String, CaseIterable, Sendable {
    case sequence, branch, several, subprocess, afterJoin

    static let ends = "<startEvent id=\"s\"/><endEvent id=\"e\"/>"

    var sketch: SketchedProcess {
        let task = { (id: String) in SketchedProcess.task(id) }
        switch self {
        case .sequence:
            return SketchedProcess(
                Self.ends + task("a") + task("x") + task("z"),
                flows: ["1: s > a", "2: a > x", "3: x > z", "4: z > e"])
        case .branch:
            return SketchedProcess(
                Self.ends + ["a", "b", "x", "y", "z"].map(task).joined()
                    + "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>",
                flows: [
                    "1: s > a", "2: a > f", "3: f > b", "4: b > x", "5: f > y", "6: x > j", "7: y > j",
                    "8: j > z", "9: z > e",
                ])
        case .several:
            return SketchedProcess(
                Self.ends + task("a") + SketchedProcess.task("x", inside: Self.loop("3")) + task("z"),
                flows: ["1: s > a", "2: a > x", "3: x > z", "4: z > e"])
        case .subprocess:
            return SketchedProcess(
                Self.ends + task("a") + task("z")
                    + Self.subprocess("p", task("b") + task("x"), ["i1: is > b", "i2: b > x", "i3: x > ie"]),
                flows: ["1: s > a", "2: a > p", "3: p > z", "4: z > e"])
        case .afterJoin:
            return SketchedProcess(
                Self.ends + ["a", "b", "y", "x", "z"].map(task).joined()
                    + "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>",
                flows: [
                    "1: s > a", "2: a > f", "3: f > b", "4: f > y", "5: b > j", "6: y > j", "7: j > x",
                    "8: x > z", "9: z > e",
                ])
        }
    }

    static func loop(_ count: String, _ more: String = "", sequential: Bool = false, inside: String = "")
        -> String
    {
        """
        <multiInstanceLoopCharacteristics isSequential="\(sequential)" \(more)>\
        <loopCardinality>\(count)</loopCardinality>\(inside)</multiInstanceLoopCharacteristics>
        """
    }

    static func subprocess(_ id: String, _ nodes: String, _ flows: [String], _ more: String = "") -> String {
        """
        <subProcess id="\(id)" name="\(id)"><startEvent id="is"/><endEvent id="ie"/>\(nodes)\
        \(flows.map(SketchedProcess.arrow).joined())\(more)</subProcess>
        """
    }

    /// The instance with `x` open, everything before it done by the person called like the step.
    func stage() throws -> Stage {
        var stage = try Stage(sketch)
        try stage.finish("a")
        if self == .branch || self == .subprocess || self == .afterJoin { try stage.finish("b") }
        if self == .afterJoin { try stage.finish("y") }
        return stage
    }
}

/// An instance with its definition, moved by the names of steps.
struct Stage {
    let definition: ProcessDefinition
    var instance: ProcessInstance
    var effects: [Effect]
    var given: Circumstances

    init(_ sketch: SketchedProcess, _ given: Circumstances = [:]) throws {
        definition = try sketch.definition()
        self.given = given
        (instance, effects) = try ProcessInstance.start(definition, given: given)
    }

    /// The oldest open step at an element.
    func id(_ element: String) -> Int { instance.active.first { $0.element == element }?.id ?? 0 }
    /// The newest step at an element that is done.
    func done(_ element: String) -> Int {
        instance.activities.last { $0.element == element && $0.state == .completed && !$0.isGroup }?.id ?? 0
    }

    var open: [String] { instance.openElements }

    /// Everybody is called like the step they do.
    mutating func finish(_ element: String, _ outcome: String? = nil) throws {
        effects = try instance.complete(
            id(element), in: definition, given: given, outcome: outcome, by: element)
    }

    /// Does whatever is open until nothing is; how many steps that took.
    @discardableResult
    mutating func play() throws -> Int {
        var steps = 0
        while let next = instance.active.first, steps < 1000 {
            let owner = next.owner
            if owner != nil { effects = try instance.handBack(next.id, in: definition) }
            effects = try instance.complete(next.id, in: definition, given: given, by: next.element)
            steps += 1
        }
        return steps
    }
}

/// The words of a refusal, `nil` where nothing is refused.
func refusal(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as ProcessError {
        return error.sentence.chinese
    } catch {
        return "\(error)"
    }
}
