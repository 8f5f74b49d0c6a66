import Foundation
import Refusals
import Services
import Testing

@Suite("开办餐饮店一件事")
struct JointServiceTests {
    static let children = [
        "food-business-licence", "public-hygiene-permit", "drainage-permit", "fire-safety-inspection",
    ]

    @Test("It joins the four items, food first, and asks each question once")
    func shape() throws {
        let joint = try District.item("kbcyd")
        #expect(joint.children == Self.children)
        #expect(joint.code(organCode: "ignored") == "YJS441202001")
        #expect(joint.isDrawn && joint.pages.first?.title == "共同信息" && joint.pages.last?.title == "结果领取")
        #expect(Set(joint.fields.map(\.name)).count == joint.fields.count)
    }

    @Test("Answers to the joint form make four complete forms", arguments: children)
    func answers(slug: String) throws {
        let joint = try District.item("kbcyd")
        let child = try District.item(slug)
        let form = joint.answers(for: child, from: District.answers(joint))
        #expect(child.check(form).map(\.sentence.chinese) == [])
    }

    @Test("Each child finds its materials among the joint ones", arguments: children)
    func materials(slug: String) throws {
        let child = try District.item(slug)
        let handedOn = Set(try District.item("kbcyd").materials(for: child).map(\.id))
        #expect(handedOn.isSuperset(of: child.materials.map(\.id)))
    }

    // A district may keep it with a form and a drawing made by hand: what the design sees to elsewhere is checked there.

    @Test("Made by hand, it may not promise more than its slowest child keeps")
    func promise() throws {
        let joint = try District.item("kbcyd") {
            $0["joint"] = nil
            $0["limits"] = ["promised": ["value": 6, "unit": "working_day"]]
        }
        let findings = joint.jointFindings(children: try District.items())
        #expect(findings.map(\.message) == ["承诺时限短于“污水排入排水管网许可”的7 个工作日"])
    }

    @Test("Made by hand, a question or material that a child needs and the joint form forgot is found")
    func forgotten() throws {
        let joint = try District.item("kbcyd") { json in
            json["joint"] = nil
            json["pages"] = (json["pages"] as? [Any]).map { Array($0.dropLast(2)) }
            json["materials"] = [Any]()
        }
        let findings = joint.jointFindings(children: try District.items())
        #expect(findings.contains { $0.message.contains("计划开业日期") })
        #expect(findings.contains { $0.message.contains("食品安全管理制度") })
    }

    @Test("Made by hand, a child that does not exist is found")
    func stranger() throws {
        let joint = try District.item("kbcyd") {
            $0["joint"] = nil
            $0["children"] = ["no-such-item"]
        }
        #expect(joint.jointFindings(children: []).map(\.message) == ["没有名为“no-such-item”的事项"])
    }
}
