import BusinessProcess
import Foundation
import Testing
import XMLTree

// The limits of time here tell what would not end from what is slow: thousands of tests share the processors.
@Suite("Processes from people who mean harm")
struct HostileProcessTests {
    @Test(
        "what other engines obey is kept and not obeyed",
        arguments: [
            ("flowable", "http://flowable.org/bpmn"), ("activiti", "http://activiti.org/bpmn"),
            ("camunda", "http://camunda.org/schema/1.0/bpmn"),
            ("zeebe", "http://camunda.org/schema/zeebe/1.0"),
        ])
    func dialects(_ prefix: String, namespace: String) throws {
        let theirs = """
            \(prefix):assignee="admin" \(prefix):candidateGroups="all" \(prefix):class="java.lang.Runtime" \
            \(prefix):expression="${1+1}" \(prefix):skipExpression="true" xmlns:\(prefix)="\(namespace)"
            """
        let listener =
            "<\(prefix):executionListener event=\"start\" class=\"Evil\"><\(prefix):script>x</\(prefix):script></\(prefix):executionListener>"
        let plain = SketchedProcess(
            Position.ends + SketchedProcess.task("a") + SketchedProcess.service("b"),
            flows: ["1: s > a", "2: a > b", "3: b > e"])
        let xml = plain.xml.replacing("<userTask ", with: "<userTask \(theirs) ")
            .replacing("<serviceTask ", with: "<serviceTask \(theirs) ")
            .replacing("<extensionElements>", with: "<extensionElements>\(listener)")
        let definition = try ProcessDefinition.parse(Data(xml.utf8))
        #expect(ProcessComparison(from: try plain.definition(), to: definition).changes.isEmpty)
        let tree = try XMLTree.parse(Data(xml.utf8))
        #expect(try XMLTree.parse(Data(tree.serialized().utf8)) == tree)
        let task = try #require(tree.selfAndDescendants.first { $0["id"] == "a" })
        #expect(task["assignee", in: namespace] == "admin")
        #expect(task.first("extensionElements")?.first("executionListener")?.first("script")?.text == "x")
    }

    @Test("an id that is there twice is refused, wherever it stands")
    func twice() {
        let inner = Position.subprocess("p", SketchedProcess.task("a"), ["i1: is > a", "i2: a > ie"])
        let sketch = SketchedProcess(
            Position.ends + SketchedProcess.task("a") + inner,
            flows: ["1: s > a", "2: a > p", "3: p > e", "a: a > e"])
        #expect(sketch.findings.filter { $0.hasSuffix("id 重复") }.count == 2)
    }

    /// Tasks one after the other, or blocks of two branches, of a kind of gateway.
    private func large(_ count: Int, _ gateway: String?) -> SketchedProcess {
        var nodes = Position.ends, flows: [String] = []
        var last = "s"
        for place in 0..<count {
            guard let gateway else {
                nodes += SketchedProcess.task("t\(place)")
                flows.append("f\(place): \(last) > t\(place)")
                last = "t\(place)"
                continue
            }
            nodes += "<\(gateway) id=\"g\(place)\" default=\"a\(place)\"/><\(gateway) id=\"j\(place)\"/>"
            nodes += SketchedProcess.task("t\(place)") + SketchedProcess.task("u\(place)")
            flows += [
                "f\(place): \(last) > g\(place)", "a\(place): g\(place) > t\(place)",
                "b\(place): g\(place) > u\(place) if x", "c\(place): t\(place) > j\(place)",
                "d\(place): u\(place) > j\(place)",
            ]
            last = "j\(place)"
        }
        return SketchedProcess(nodes, flows: flows + ["end: \(last) > e"])
    }

    @Test("a process of 10,000 elements is read and started", .timeLimit(.minutes(60)))
    func elements() throws {
        for (count, gateway) in [(5000, nil), (550, "inclusiveGateway"), (1100, "exclusiveGateway")] {
            let definition = try large(count, gateway).definition()
            #expect(definition.elements.count + definition.flows.count > 4900)
            #expect(try ProcessInstance.start(definition, given: [:]).0.openElements == ["t0"])
        }
    }

    @Test("a process of more than 20,000 elements is refused")
    func tooLarge() throws {
        let nodes = (0...20_000).map { "<manualTask id=\"m\($0)\"/>" }.joined()
        #expect(SketchedProcess(nodes, flows: []).findings.map { $0.suffix(14) } == ["流程超过 20000 个元素"])
    }

    @Test("a subprocess in a subprocess in a subprocess: what is too deep is refused, not what is deep")
    func nested() throws {
        let nest = { (levels: Int) in
            let open = (0..<levels).map {
                "<subProcess id=\"p\($0)\"><startEvent id=\"s\($0)\"/><endEvent id=\"e\($0)\"/>"
                    + SketchedProcess.arrow("a\($0): s\($0) > \($0 == levels - 1 ? "t" : "p\($0 + 1)")")
                    + SketchedProcess.arrow("b\($0): \($0 == levels - 1 ? "t" : "p\($0 + 1)") > e\($0)")
            }.joined()
            return SketchedProcess(
                Position.ends + open + SketchedProcess.task("t")
                    + String(repeating: "</subProcess>", count: levels),
                flows: ["1: s > p0", "2: p0 > e"])
        }
        var stage = try Stage(nest(150))
        #expect(stage.open == ["t"])
        try stage.finish("t")
        #expect(stage.instance.isEnded)
        #expect(
            nest(300).findings.allSatisfy { $0.hasSuffix("元素嵌套超过 200 层。") } && !nest(300).findings.isEmpty)
    }

    @Test(
        "calls of calls that double each time are refused when they grow too many", .timeLimit(.minutes(60)))
    func doublingCalls() {
        let file = { (level: Int) in
            let calls = (0..<12).map { "<callActivity id=\"c\($0)\" calledElement=\"p\(level + 1)\"/>" }
                .joined()
            let ways = (0..<12).map { "f\($0): \($0 == 0 ? "s" : "c\($0 - 1)") > c\($0)" } + ["end: c11 > e"]
            return Data(
                SketchedProcess(Position.ends + calls, flows: ways).xml
                    .replacing("id=\"sketch\"", with: "id=\"p\(level)\"").utf8)
        }
        var read = 0
        let findings = ProcessDefinition.findings(in: file(0)) { name in
            read += 1
            return file(Int(name.dropFirst()) ?? 0)
        }
        #expect(findings.contains { $0.message.contains("调用的流程太多，合起来太大") })
        #expect(read <= 1000)
    }
}
