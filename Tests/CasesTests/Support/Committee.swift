import BusinessProcess
import Cases
import Foundation
import WorkingTime

/// A permit on which three organs vote: two must agree, and any of them may object.
enum Committee {
    static let process = Data(
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
        <process id="committee" name="会商审批" isExecutable="true" minben:version="1">
        <startEvent id="start"/>
        \(task("accept", "受理", "hall", "clerk", "accept", [("accept", "予以受理")]))
        <serviceTask id="accepted" name="出具受理通知书" minben:service="accept" minben:final="true"/>
        \(task("review", "审查", "lead", "officer", "review", [("pass", "建议准予"), ("fail", "建议不予")]))
        \(task(
            "vote", "会商表决", "voter", "head", "opinion", [("agree", "同意"), ("disagree", "不同意"), ("veto", "否决")],
            loop: """
                <multiInstanceLoopCharacteristics minben:collection='["lead", "co1", "co2"]' minben:item="voter"
                    minben:vote="agree" minben:needs="2" minben:veto="veto" minben:otherwise="disagree"/>
                """))
        \(task("decide", "决定", "lead", "leader", "decide", [("grant", "准予"), ("deny", "不予")]))
        <exclusiveGateway id="isGranted" default="g2"/>
        <serviceTask id="issue" name="制证" minben:service="issue" minben:final="true"/>
        <serviceTask id="deny" name="不予许可" minben:service="deny" minben:final="true"/>
        \(task("deliver", "送达", "hall", "clerk", "deliver", [("delivered", "已送达")]))
        <endEvent id="granted"/><endEvent id="denied" minben:adverse="true"/>
        \(["start-accept", "accept-accepted", "accepted-review", "review-vote", "vote-decide", "decide-isGranted"]
            .map { arrow($0) }.joined())
        \(arrow("isGranted-issue", id: "g1", "outcomes.decide = \"grant\" and outcomes.vote = \"agree\""))
        \(arrow("isGranted-deny", id: "g2"))
        \(["issue-deliver", "deliver-granted", "deny-denied"].map { arrow($0) }.joined())
        </process></definitions>
        """.utf8)

    static let plan: CasePlan = {
        var plan = CasePlan.road
        plan.name = "大型户外活动许可"
        plan.process = "committee"
        plan.coOrgans = ["gaj", "xfjy"]
        return plan
    }()

    private static func task(
        _ id: String, _ name: String, _ organ: String, _ role: String, _ act: String,
        _ outcomes: [(String, String)], loop: String = ""
    ) -> String {
        let ways = outcomes.map { "<minben:outcome code=\"\($0.0)\" label=\"\($0.1)\"/>" }.joined()
        return """
            <userTask id="\(id)" name="\(name)" minben:organ="\(organ)" minben:role="\(role)" minben:act="\(act)">\
            <extensionElements>\(ways)</extensionElements>\(loop)</userTask>
            """
    }

    private static func arrow(_ ends: String, id: String? = nil, _ condition: String? = nil) -> String {
        let ends = ends.split(separator: "-")
        let when = condition.map { "<conditionExpression><![CDATA[\($0)]]></conditionExpression>" } ?? ""
        return """
            <sequenceFlow id="\(id ?? "\(ends[0])To\(ends[1])")" sourceRef="\(ends[0])" targetRef="\(ends[1])">\
            \(when)</sequenceFlow>
            """
    }
}
