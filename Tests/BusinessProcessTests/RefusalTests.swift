import BusinessProcess
import Foundation
import Testing

@Suite("What is refused before it runs")
struct RefusalTests {
    private let plain = "<startEvent id=\"s\"/><endEvent id=\"e\"/>" + SketchedProcess.task("t")

    private func findings(_ nodes: String, _ flows: [String]) -> [String] {
        SketchedProcess(nodes, flows: flows).findings
    }

    @Test("A process of known elements has no findings")
    func accepted() {
        #expect(findings(plain, ["a: s > t", "b: t > e"]) == [])
    }

    @Test(
        "An element that is not executed yet is named with its line",
        arguments: [
            ("<scriptTask id=\"x\"/>", "3: scriptTask x: 还不支持执行"),
            ("<task id=\"x\"/>", "3: task x: 还不支持执行"),
            ("<subProcess id=\"x\"><task id=\"y\"/></subProcess>", "3: subProcess x: 还不支持执行"),
            ("<inclusiveGateway id=\"x\"/>", "3: inclusiveGateway x: 还不支持执行"),
            ("<dataObject/>", "3: dataObject: 还不支持执行"),
            (
                "<endEvent id=\"x\"><terminateEventDefinition/></endEvent>",
                "3: endEvent x: 其中的 terminateEventDefinition 还不支持执行"
            ),
            (
                "<boundaryEvent id=\"x\" attachedToRef=\"t\"><signalEventDefinition/></boundaryEvent>",
                "3: boundaryEvent x: 还不支持执行"
            ),
            ("<userTask id=\"x\"/>", "3: userTask x: 没有写办理结果（minben:outcome）"),
            ("<serviceTask id=\"x\"/>", "3: serviceTask x: 缺少 minben:service"),
            ("<parallelGateway/>", "3: parallelGateway: 缺少 id"),
            ("<parallelGateway id=\"s\"/>", "3: parallelGateway s: id 重复"),
        ])
    func unsupported(_ element: String, finding: String) {
        #expect(findings(plain + element, ["a: s > t", "b: t > e"]).contains(finding))
    }

    @Test(
        "Timers must say one time that can be read",
        arguments: [
            ("", "计时要么写 minben:clock，要么写 timeDuration"),
            ("<timeDuration>5 days</timeDuration>", "「5 days」不是 ISO 8601 时长"),
            ("<timeDuration>PT</timeDuration>", "「PT」不是 ISO 8601 时长"),
            ("<timeCycle>R3/PT1H</timeCycle>", "计时方式 timeCycle 还不支持"),
        ])
    func timers(_ definition: String, message: String) {
        let timer =
            "<boundaryEvent id=\"x\" attachedToRef=\"t\"><timerEventDefinition>\(definition)</timerEventDefinition></boundaryEvent>"
        let found = findings(plain + timer, ["a: s > t", "b: t > e", "c: x > e"])
        #expect(found.contains("3: boundaryEvent x: \(message)"))
    }

    @Test("A shape that cannot work is refused with every reason")
    func structure() {
        let gateway = "<exclusiveGateway id=\"x\" default=\"nowhere\"/>"
        let found = findings(
            plain + gateway + SketchedProcess.task("lonely"),
            ["a: s > x", "b: x > t", "c: x > e if 1 = 1", "d: t > ghost if true"])
        #expect(found.contains("3: exclusiveGateway x: 默认路径「nowhere」不从这里离开"))
        #expect(found.contains("5: sequenceFlow b: 缺少条件"))
        #expect(found.contains("7: sequenceFlow d: 连到了不存在的元素「ghost」"))
        #expect(found.contains("7: sequenceFlow d: 条件只能写在排他网关之后"))
        #expect(found.contains("3: userTask lonely: 从开始事件走不到这里"))
        #expect(found.contains("3: userTask lonely: 没有离开的路径"))
    }

    @Test("A loop in which nobody has anything to do is refused")
    func endlessLoop() {
        let nodes = plain + "<exclusiveGateway id=\"x\"/><exclusiveGateway id=\"y\" default=\"d\"/>"
        let found = findings(nodes, ["a: s > x", "b: x > y", "c: y > x if again", "d: y > t", "e1: t > e"])
        #expect(found.sorted() == ["x", "y"].map { "3: exclusiveGateway \($0): 处在没有任务的环路里，永远停不下来" })
    }

    @Test("A condition that is not FEEL is refused at its column")
    func condition() {
        let nodes = plain + "<exclusiveGateway id=\"x\" default=\"b\"/>"
        let found = findings(nodes, ["a: s > x", "b: x > t", "c: x > e if ${ok}", "d: t > e"])
        #expect(found == ["6: sequenceFlow c: 条件「${ok}」第 1 列：不认识的字符「$」"])
    }

    @Test("What is not BPMN, and what is not XML, is refused")
    func strangers() {
        #expect(ProcessDefinition.findings(in: Data("<a/>".utf8)).map(\.message) == ["不是 BPMN 2.0 文件"])
        #expect(ProcessDefinition.findings(in: Data("<a>".utf8)).map(\.element) == ["xml"])
        #expect(throws: ProcessError.self) { try ProcessDiagram(xml: Data("{}".utf8)) }
    }
}
