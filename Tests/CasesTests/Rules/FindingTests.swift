import Cases
import Testing

@Suite("A finding")
struct FindingTests {
    @Test("needs an outcome the step knows")
    func unknownOutcome() throws {
        let story = try Story(.drainage)
        let refused = refusal { try story.complete(.accept, "approve") }
        #expect(refused == .invalid("outcome", "请从「予以受理、需要补正、不予受理」中选择办理结果。"))
    }

    @Test("needs reasons where it is unfavourable", arguments: [nil, "", " \n\t"])
    func reasons(opinion: String?) throws {
        let story = try Story(.drainage)
        let refused = refusal { try story.complete(.accept, "refuse", opinion: opinion) }
        #expect(refused == .invalid("opinion", "选择「不予受理」时，请写明理由。"))
    }

    @Test("is refused when it is longer than anybody reads, or cannot be printed")
    func hostileWords() throws {
        let story = try Story(.drainage)
        let long = refusal { try story.complete(.accept, opinion: String(repeating: "长", count: 2001)) }
        #expect(long == .invalid("opinion", "最多 2000 字，现在有 2001 字，请精简。"))
        let bell = refusal { try story.complete(.accept, opinion: "同意\u{7}") }
        #expect(bell == .invalid("opinion", "文字中有不能保存的控制字符，请删除后重试。"))
    }

    @Test("may only miss materials the item asks for")
    func unknownMaterial() throws {
        let story = try Story(.drainage)
        let refused = refusal {
            try story.complete(.accept, "supplement", opinion: "缺", missing: ["passport"])
        }
        #expect(refused == .invalid("missing", "缺少的材料不在本事项的材料清单里。"))
    }

    @Test("cannot say that all is there and something is missing")
    func contradiction() throws {
        let story = try Story(.restaurant)
        let refused = refusal { try story.complete(.check, of: "scjg", "complete", missing: ["rules"]) }
        #expect(refused == .invalid("missing", "选择「材料齐全」时，不能再列缺少的材料。"))
    }

    @Test("a refused finding leaves the step open and the case as it was")
    func nothingHappened() throws {
        let story = try Story(.drainage)
        let before = story.root
        _ = refusal { try story.complete(.accept, "refuse") }
        #expect(story.root.tasks == before.tasks)
        #expect(story.root.phase == .submitted)
    }

    @Test("keeps who found what, when and why")
    func kept() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        story.now = at("2026-11-10 15:30")
        try story.complete(.review, "fail", opinion: "没有专间")
        let review = story.root.tasks.first { $0.act == .review }
        #expect(review?.outcomeLabel == "建议不予")
        #expect(review?.opinion == "没有专间")
        #expect(review?.completedBy?.name == "李敏")
        #expect(review?.completedAt == at("2026-11-10 15:30"))
    }
}
