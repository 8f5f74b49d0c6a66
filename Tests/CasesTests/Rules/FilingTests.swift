import Cases
import Codes
import Testing
import WorkingTime

@Suite("Filing")
struct FilingTests {
    @Test("names every material that is missing")
    func missingMaterials() throws {
        #expect(
            refusal { try Story(.drainage, without: "rules") } == .invalid("materials.rules", "请上传「管理制度」。"))
    }

    @Test("needs the street where the process begins in one")
    func noStreet() throws {
        let refused = refusal { try Story(.allowance, of: .zhangWei, by: .zhangWei) }
        #expect(refused == .invalid("form.division", "请选择所在的街道，由街道办事处受理。"))
        let story = try Story(.allowance, of: .zhangWei, by: .zhangWei, street: "cd")
        #expect(try story.task(.accept).organ == "cd")
    }

    @Test("gives a receipt: a number, a code to look it up, a notice and a clock of five working days")
    func receipt() throws {
        let story = try Story(.drainage)
        #expect(story.root.phase == .submitted)
        #expect(story.root.number.text.hasPrefix("44120220261109"))
        #expect(!story.root.queryCode.isEmpty)
        #expect(story.notices == ["您的「污水排入排水管网许可」申请已收到，办件编号 \(story.root.number)。"])
        #expect(try story.due(.acceptance) == "2026-11-16")
        #expect(story.root.openTasks.map(\.act) == [.accept])
        #expect(story.root.openTasks.first?.dueAt == day("2026-11-16").endOfDay)
    }

    @Test("a joint service reaches all its organs at once")
    func jointService() throws {
        let story = try Story(.restaurant)
        let checks = story.root.openTasks
        #expect(checks.allSatisfy { $0.act == .check && $0.role == "officer" })
        #expect(Set(checks.map(\.organ)) == ["scjg", "wsjk", "zjj", "xfjy"])
        #expect(story.matter.children.map(\.plan.organ) == ["scjg", "wsjk", "zjj", "xfjy"])
        #expect(story.matter.children.allSatisfy { $0.phase == .submitted && $0.openTasks.isEmpty })
        #expect(Set(story.matter.cases.map(\.number)).count == 5)
        #expect(story.actions.count { $0 == "case.dispatched" } == 4)
    }

    @Test("the case keeps the rules it was begun with")
    func keepsItsPlan() throws {
        let story = try Story(.drainage)
        #expect(story.root.plan == .drainage)
        #expect(story.root.processVersion == 1)
    }
}
