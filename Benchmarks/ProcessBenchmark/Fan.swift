import BusinessProcess
import DecisionModel
import Foundation

/// A start, so many parallel user tasks, a join, a decision on an answer of the form, and an end.
struct Fan {
    /// How many tasks lie side by side.
    let width: Int

    /// The process.
    func definition() throws -> ProcessDefinition { try ProcessDefinition.parse(xml) }

    /// What the decision asks for.
    static let form: [String: Value] = ["n": 1]

    /// The drawing.
    var xml: Data {
        let branches = (1...width).map { branch in
            """
            <userTask id="review\(branch)" name="审查\(branch)" minben:organ="lead" minben:role="officer" \
            minben:act="review"><extensionElements><minben:outcome code="agree" label="同意"/>\
            <minben:outcome code="disagree" label="不同意" needsOpinion="true"/></extensionElements></userTask>
            <sequenceFlow id="toReview\(branch)" sourceRef="split" targetRef="review\(branch)"/>
            <sequenceFlow id="toJoin\(branch)" sourceRef="review\(branch)" targetRef="join"/>

            """
        }
        return Data((Self.head + branches.joined() + Self.tail).utf8)
    }

    private static let head = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
        <process id="fan" name="并行审查" isExecutable="true" minben:version="1">
        <startEvent id="start"/><parallelGateway id="split"/><parallelGateway id="join"/>
        <exclusiveGateway id="isGranted" default="toDenied"/><endEvent id="granted"/><endEvent id="denied"/>
        <sequenceFlow id="toSplit" sourceRef="start" targetRef="split"/>
        <sequenceFlow id="toDecision" sourceRef="join" targetRef="isGranted"/>
        <sequenceFlow id="toGranted" sourceRef="isGranted" targetRef="granted">
        <conditionExpression>form.n = 1</conditionExpression></sequenceFlow>
        <sequenceFlow id="toDenied" sourceRef="isGranted" targetRef="denied"/>

        """
    private static let tail = "</process></definitions>"
}
