import BusinessProcess
import Foundation
import Journal
import Testing

@testable import Cases

@Suite("A joint service")
struct JointServiceTests {
    /// All four organs have reviewed and inspected; each waits for its decision.
    private func reviewed() throws -> Story {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        for organ in ["scjg", "zjj", "xfjy"] { try story.complete(.review, of: organ) }
        for organ in ["scjg", "xfjy"] { try story.complete(.inspect, of: organ) }
        return story
    }

    private func decide(_ denied: Set<String>, in story: Story) throws {
        for organ in ["scjg", "wsjk", "zjj", "xfjy"] {
            let isDenied = denied.contains(organ)
            try story.complete(
                .decide, of: organ, isDenied ? "deny" : "grant", opinion: isDenied ? "不符合条件" : nil)
        }
    }

    @Test("waits for the last decision before anything is delivered")
    func waits() throws {
        let story = try reviewed()
        for organ in ["scjg", "wsjk", "zjj"] { try story.complete(.decide, of: organ) }
        #expect(story.root.phase == .accepted)
        #expect(story.root.openTasks.isEmpty)
        #expect(story.root.result == nil)
        #expect(try story.subject("scjg").phase == .decided)
    }

    @Test("of which all is granted is granted, and delivered once")
    func allGranted() throws {
        let story = try reviewed()
        try decide([], in: story)
        #expect(story.root.result?.outcome == .granted)
        #expect(story.root.result?.reason == nil)
        #expect(story.root.openTasks.map(\.act) == [.deliver])
        try story.complete(.deliver)
        #expect(story.matter.cases.allSatisfy { $0.phase == .closed })
        #expect(story.matter.children.allSatisfy { $0.documents.contains { $0.kind == .licence } })
        #expect(story.root.documents.map(\.kind) == [.acceptance, .delivery])
        let delivered = try #require(story.root.documents.last?.paragraphs.joined())
        #expect(delivered.contains("《公共场所卫生许可证》") && delivered.contains("《准予决定书》"))
    }

    @Test("of which one item is denied says what that means for the rest")
    func oneDenied() throws {
        let story = try reviewed()
        try decide(["zjj"], in: story)
        #expect(story.root.result?.outcome == .partial)
        #expect(
            story.root.result?.reason
                == "「污水排入排水管网许可」未获准；其余事项的证照仍然有效。取得未获准事项的许可之前，尚不能开业，整改后可以单独重新申请该事项。")
        #expect(story.notices.last?.contains("部分准予") == true)
        #expect(try story.subject("zjj").phase == .decided)
        try story.complete(.deliver)
        #expect(story.matter.cases.allSatisfy { $0.phase == .closed })
    }

    @Test("of which nothing is granted is denied")
    func allDenied() throws {
        let story = try reviewed()
        try decide(["scjg", "wsjk", "zjj", "xfjy"], in: story)
        #expect(story.root.result?.outcome == .denied)
        #expect(story.root.result?.reason?.hasSuffix("均未获准，尚不能开业。您可以按决定书所列理由整改后重新申请。") == true)
        #expect(!story.matter.cases.flatMap(\.documents).contains { $0.kind == .licence })
    }

    @Test("one organ's head decides its own item only")
    func ownItem() throws {
        let story = try reviewed()
        let refused = refusal { try story.complete(.decide, of: "zjj", by: .post("head", at: "scjg")) }
        #expect(refused == .forbidden("「决定」由其他岗位办理，您不能代为处理。"))
    }

    @Test("two items of the same organ begin one after the other, and a third does not exist")
    func sameOrganTwice() throws {
        var plan = CasePlan.restaurant
        plan.children = [.fire, .fire]
        let story = try Story(plan)
        let begin: () throws -> Void = {
            let written =
                #"{"id":"child","name":"","service":"child","isFinal":false,"parameters":{"organ":"xfjy"}}"#
            let task = try JSONDecoder().decode(ServiceTask.self, from: Data(written.utf8))
            try story.change(by: .system) {
                try $0.startChild(for: task, activity: 1, on: $1)
            }
        }
        try begin()
        try begin()
        #expect(story.matter.children.allSatisfy { $0.openTasks.map(\.act) == [.review] })
        #expect(throws: ServiceFailure.self, performing: begin)
    }
}
