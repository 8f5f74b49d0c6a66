import Cases
import Journal
import Testing

@Suite("Asking for what is missing")
struct EvidenceTests {
    private func asked() throws -> Story {
        let story = try Story(.drainage)
        story.now = at("2026-11-10")
        try story.complete(.accept, "supplement", opinion: "平面图请标明隔油池", missing: ["rules"])
        return story
    }

    @Test("after five working days the law has accepted already")
    func tooLate() throws {
        let story = try Story(.drainage)
        story.now = at("2026-11-17 00:00")
        let refused = refusal { try story.complete(.accept, "supplement", opinion: "缺", missing: ["rules"]) }
        #expect(refused == .conflict("收到申请已超过 5 个工作日，依法视为受理，不能再要求补正。"))
    }

    @Test("a second time is impossible: what was supplied is accepted or refused")
    func onlyOnce() throws {
        let story = try asked()
        try story.supply()
        #expect(try story.task(.recheck).outcomes.map(\.code) == ["accept", "refuse"])
        let refused = refusal { try story.complete(.recheck, "supplement", opinion: "还缺") }
        #expect(refused == .invalid("outcome", "请从「予以受理、不予受理」中选择办理结果。"))
    }

    @Test("lists all at once, in writing, and stops the five days")
    func once() throws {
        let story = try asked()
        #expect(story.root.phase == .supplementing)
        #expect(story.root.evidenceRequest?.items.map(\.words) == ["管理制度", "平面图请标明隔油池"])
        #expect(story.notices.last == "您的「污水排入排水管网许可」需要补正 2 项：管理制度；平面图请标明隔油池")
        #expect(story.root.documents.first?.kind == .evidenceRequest)
        #expect(story.root.documents.first?.paragraphs.dropFirst() == ["1. 管理制度", "2. 平面图请标明隔油池"])
        #expect(story.root.clock(.acceptance)?.stoppedAt == story.now)
        #expect(try story.task(.supply).organ == CaseTask.applicant)
    }

    @Test("nothing can be supplied that nobody asked for, nothing unknown, and not nothing")
    func supplyRefused() throws {
        let quiet = try Story(.drainage)
        #expect(refusal { try quiet.supply() } == .conflict("目前没有需要您补正的材料。"))
        let story = try asked()
        #expect(refusal { try story.supply(["passport"]) } == .invalid("materials", "补正的材料不在本事项的材料清单里。"))
        #expect(refusal { try story.supply([]) } == .invalid("materials", "请上传补正的材料，或写明情况说明。"))
        #expect(refusal { try story.supply([], note: "  ") } == .invalid("materials", "请上传补正的材料，或写明情况说明。"))
        #expect(refusal { try story.supply(by: .zhangWei) } == .forbidden("「补正材料」由其他岗位办理，您不能代为处理。"))
    }

    @Test("what is brought counts from the moment it is brought, and the organ has five days anew")
    func supplied() throws {
        let story = try asked()
        story.now = at("2026-11-20 17:00")
        try story.supply()
        #expect(story.root.phase == .submitted)
        #expect(story.root.evidenceRequest?.suppliedAt == story.now)
        #expect(story.root.materials.last?.filedAt == story.now)
        #expect(try story.due(.acceptance) == "2026-11-27")
        #expect(story.root.openTasks.map(\.act) == [.recheck])
    }

    @Test("an explanation is enough where a material cannot be brought")
    func explained() throws {
        let story = try asked()
        try story.supply([], note: "隔油池见平面图左下角")
        try story.complete(.recheck)
        #expect(story.root.phase == .accepted)
    }
}

@Suite("Asking for what is missing in a joint service")
struct JointEvidenceTests {
    @Test("sends one request with everything of every organ, and no organ sends its own")
    func combined() throws {
        let story = try Story(.restaurant)
        try story.complete(.check, of: "zjj", "incomplete", opinion: "排水图请标明隔油池", missing: ["rules"])
        try story.complete(.check, of: "xfjy", "incomplete", opinion: "标明疏散通道", missing: ["floor-plan"])
        #expect(story.root.phase == .submitted)
        try story.complete(.check, of: "scjg", opinion: "齐全")
        try story.complete(.check, of: "wsjk")
        #expect(try story.task(.request).organ == "scjg")
        try story.complete(.request)
        let items = try #require(story.root.evidenceRequest?.items)
        #expect(items.map(\.organ) == ["zjj", "zjj", "xfjy", "xfjy"])
        #expect(items.map(\.words) == ["管理制度", "排水图请标明隔油池", "平面布局图", "标明疏散通道"])
        #expect(story.matter.cases.allSatisfy { $0.phase == .supplementing })
        #expect(story.root.documents.count { $0.kind == .evidenceRequest } == 1)
    }

    @Test("nothing is sent when the lead organ sees that nothing is needed")
    func waived() throws {
        let story = try Story(.restaurant)
        try story.complete(.check, of: "zjj", "incomplete", opinion: "图不清楚")
        try story.goOn(until: .request)
        try story.complete(.request, "waive")
        #expect(story.root.phase == .accepted)
        #expect(story.root.evidenceRequest == nil)
    }

    @Test("what is supplied puts every item back on its way")
    func supplied() throws {
        let story = try Story(.restaurant)
        try story.complete(.check, of: "zjj", "incomplete", opinion: "图不清楚")
        try story.goOn(until: .request)
        try story.complete(.request)
        story.now = at("2026-11-12")
        try story.supply()
        #expect(story.matter.cases.allSatisfy { $0.phase == .submitted })
        try story.complete(.recheck)
        #expect(story.matter.cases.allSatisfy { $0.phase == .accepted && $0.acceptedAt == story.now })
    }
}
