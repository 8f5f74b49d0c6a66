import BusinessProcess
import Foundation

/// A sound process after somebody has edited it: steps that came, went, or changed places, ids kept. Every edit
/// leaves a sound process sound.
struct RandomEdit {
    private(set) var xml: String
    private var random: Seeded
    private var count = 0

    init(_ sketch: SketchedProcess, edits: Int, seed: Int) {
        xml = sketch.xml.replacing("name=\"草图\"", with: "name=\"草图\" minben:version=\"2\"")
        random = Seeded(seed)
        for _ in 0..<edits { edit() }
    }

    /// The edited process, if it can be published.
    var definition: ProcessDefinition? {
        let definition = try? ProcessDefinition.parse(Data(xml.utf8))
        return definition.flatMap { Soundness($0).isSound ? $0 : nil }
    }

    private mutating func edit() {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            insert {
                "\(SketchedProcess.task($0))"
            } flows: {
                [($0, $1)]
            } ends: {
                ($0, $0)
            }
        case 1: insertBlock("parallelGateway")
        case 2: remove()
        case 3: exchange()
        case 4: watch()
        default: rename()
        }
    }

    private mutating func name() -> String {
        count += 1
        return "new\(count)"
    }

    /// Puts something on an arrow, in the same scope.
    private mutating func insert(
        _ nodes: (String) -> String, flows: (String, String) -> [(String, String)],
        ends: (String) -> (String, String)
    ) {
        let arrow = /<sequenceFlow id="([^"]+)" sourceRef="([^"]+)" targetRef="([^"]+)">/
        guard let found = xml.matches(of: arrow).randomElement(using: &random) else { return }
        let id = name(), (first, last) = ends(id)
        // The old arrow leads to what is new, or comes from it.
        let before = Bool.random(using: &random)
        let (kept, more) =
            before
            ? ("sourceRef=\"\(found.2)\" targetRef=\"\(first)\"", (last, String(found.3)))
            : ("sourceRef=\"\(last)\" targetRef=\"\(found.3)\"", (String(found.2), first))
        // A condition or a default stays with the gateway it leaves.
        guard before || isPlain(String(found.2)) else { return }
        let added = [more] + flows(first, last).filter { $0.0 != $0.1 }
        let arrows = added.map { SketchedProcess.arrow("\(name()): \($0.0) > \($0.1)") }.joined()
        xml.replaceSubrange(
            found.range,
            with: nodes(id) + arrows + "<sequenceFlow id=\"\(found.1)\" \(kept)>")
    }

    private func isPlain(_ node: String) -> Bool { xml.contains("<userTask id=\"\(node)\"") }

    private mutating func insertBlock(_ kind: String) {
        insert { id in
            "<\(kind) id=\"\(id)f\"/><\(kind) id=\"\(id)j\"/>" + SketchedProcess.task("\(id)a")
                + SketchedProcess.task("\(id)b")
        } flows: { fork, join in
            let id = String(fork.dropLast())
            return [(fork, "\(id)a"), (fork, "\(id)b"), ("\(id)a", join), ("\(id)b", join)]
        } ends: {
            ("\($0)f", "\($0)j")
        }
    }

    private mutating func task() -> String? {
        xml.matches(of: /<userTask id="([^"]+)"/).map { String($0.1) }.randomElement(using: &random)
    }

    /// Takes a step away; the arrow into it leads on.
    private mutating func remove() {
        guard let id = task(),
            let node = xml.range(
                of: "<userTask id=\"\(id)\"[\\s\\S]*?</userTask>", options: .regularExpression)
        else { return }
        let out =
            "<sequenceFlow id=\"[^\"]+\" sourceRef=\"\(id)\" targetRef=\"[^\"]+\">[\\s\\S]*?</sequenceFlow>"
        guard !xml.contains("attachedToRef=\"\(id)\""),
            let leaving = xml.range(of: out, options: .regularExpression),
            let target = xml[leaving].firstMatch(of: /targetRef="([^"]+)"/).map({ String($0.1) })
        else { return }
        let arrow = String(xml[leaving]), step = String(xml[node])
        xml = xml.replacing(arrow, with: "").replacing(step, with: "")
            .replacing("targetRef=\"\(id)\"", with: "targetRef=\"\(target)\"")
    }

    /// Two steps change places, their ids with them.
    private mutating func exchange() {
        guard let one = task(), let other = task(), one != other else { return }
        xml = xml.replacing("\"\(one)\"", with: "\"~\"").replacing("\"\(other)\"", with: "\"\(one)\"")
            .replacing("\"~\"", with: "\"\(other)\"")
    }

    /// A deadline for a step, after which the process goes on as if it were done.
    private mutating func watch() {
        guard let found = task() else { return }
        let out = "<sequenceFlow id=\"[^\"]+\" sourceRef=\"\(found)\" targetRef=\"[^\"]+\">"
        guard let leaving = xml.range(of: out, options: .regularExpression),
            let parts = xml[leaving].wholeMatch(
                of: /<sequenceFlow id="([^"]+)" sourceRef="([^"]+)" targetRef="([^"]+)">/)
        else { return }
        let (flow, target) = (String(parts.1), String(parts.3)), merge = name(), timer = name()
        let arrows = ["\(name()): \(timer) > \(merge)", "\(name()): \(merge) > \(target)"].map(
            SketchedProcess.arrow)
        xml.replaceSubrange(
            leaving,
            with: "<exclusiveGateway id=\"\(merge)\"/>" + SketchedProcess.timer(timer, on: found)
                + arrows.joined()
                + "<sequenceFlow id=\"\(flow)\" sourceRef=\"\(found)\" targetRef=\"\(merge)\">")
    }

    private mutating func rename() {
        guard let id = task() else { return }
        xml = xml.replacing(
            "<userTask id=\"\(id)\" name=\"\(id)\"", with: "<userTask id=\"\(id)\" name=\"新\(id)\"")
    }
}
