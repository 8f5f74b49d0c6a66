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
            ("<complexGateway id=\"x\"/>", "3: complexGateway x: 还不支持执行"),
            ("<task id=\"x\"/>", "3: task x: 还不支持执行"),
            ("<subProcess id=\"x\"><task id=\"y\"/></subProcess>", "3: task y: 还不支持执行"),
            ("<transaction id=\"x\"/>", "3: transaction x: 还不支持执行"),
            ("<adHocSubProcess id=\"x\"/>", "3: adHocSubProcess x: 还不支持执行"),
            ("<choreographyTask/>", "3: choreographyTask: 还不支持执行"),
            (
                "<endEvent id=\"x\"><compensateEventDefinition/></endEvent>",
                "3: endEvent x: 其中的 compensateEventDefinition 还不支持执行"
            ),
            (
                "<boundaryEvent id=\"x\" attachedToRef=\"t\"><signalEventDefinition/></boundaryEvent>",
                "3: boundaryEvent x: 缺少 signalRef"
            ),
            (
                "<intermediateCatchEvent id=\"x\"><linkEventDefinition/></intermediateCatchEvent>",
                "3: intermediateCatchEvent x: 其中的 linkEventDefinition 还不支持执行"
            ),
            ("<scriptTask id=\"x\" scriptFormat=\"groovy\"/>", "3: scriptTask x: 脚本的语言 groovy 还不支持，请用 FEEL"),
            ("<callActivity id=\"x\" calledElement=\"nobody\"/>", "3: callActivity x: 没有流程「nobody」"),
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
            ("", "计时要么写 minben:clock，要么写 timeDuration、timeDate、timeCycle 中的一个"),
            ("<timeDuration>5 days</timeDuration>", "「5 days」不是 ISO 8601 时长"),
            ("<timeDuration>PT</timeDuration>", "「PT」不是 ISO 8601 时长"),
            ("<timeCycle>R3/PT1H</timeCycle>", "重复的计时只能写在不中断的事件上"),
            ("<timeCycle>3 times</timeCycle>", "「3 times」不是 ISO 8601 重复间隔"),
            ("<timeDate>tomorrow</timeDate>", "「tomorrow」不是 ISO 8601 日期"),
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
            ["a: s > x if true", "b: x > t", "c: x > e if 1 = 1", "d: t > ghost"])
        #expect(found.contains("3: exclusiveGateway x: 默认路径「nowhere」不从这里离开"))
        #expect(found.contains("5: sequenceFlow b: 缺少条件"))
        #expect(found.contains("7: sequenceFlow d: 连到了不存在的元素「ghost」"))
        #expect(found.contains("4: sequenceFlow a: 条件只能写在排他网关、包容网关或任务之后"))
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
