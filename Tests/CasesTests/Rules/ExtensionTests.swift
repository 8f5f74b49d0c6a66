import Cases
import Journal
import Testing

@Suite("An extension")
struct ExtensionTests {
    private let head = Actor.post("head", at: "zjj")

    private func accepted(_ plan: CasePlan = .drainage) throws -> Story {
        let story = try Story(plan)
        try story.complete(.accept)
        return story
    }

    @Test(
        "of one organ's decision is for its head alone",
        arguments: [Actor.post("officer", at: "zjj"), .post("head", at: "scjg"), .leader, .chenJing])
    func notTheHead(actor: Actor) throws {
        let story = try accepted()
        #expect(
            refusal { try story.extend(by: actor) }
                == .forbidden("延长办理时限须经本机关负责人批准（《行政许可法》第四十二条第一款）。"))
    }

    @Test(
        "of a joint service is for the government's head alone",
        arguments: [Actor.post("head", at: "scjg"), .post("head", at: "zfb"), .liMin])
    func notTheLeader(actor: Actor) throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        #expect(
            refusal { try story.extend(by: actor) }
                == .forbidden("延长办理时限须经本级政府负责人批准（《行政许可法》第四十二条第二款）。"))
    }

    @Test("is refused before acceptance, without a reason, a second time, and when it is too late")
    func refused() throws {
        let early = try Story(.drainage)
        #expect(refusal { try early.extend(by: head) } == .conflict("本件现在是「待受理」，只有办理中的办件才能这样处理。"))
        let story = try accepted()
        #expect(refusal { try story.extend(reason: "", by: head) } == .invalid("reason", "请写明延长的理由，申请人会看到。"))
        try story.extend(by: head)
        #expect(refusal { try story.extend(by: head) } == .conflict("办理时限只能延长一次，本件已经延长过。"))
        let late = try accepted()
        late.now = at("2026-12-08 00:00")
        #expect(refusal { try late.extend(by: head) } == .conflict("已超过法定办结时限，不能再延长。"))
    }

    @Test("needs a limit that the law sets")
    func withoutLimit() throws {
        let story = try Story(.allowance, of: .zhangWei, by: .zhangWei, street: "cd")
        try story.complete(.accept)
        #expect(
            refusal { try story.extend(by: .post("head", at: "mzj")) } == .conflict("本事项没有法定办结时限，不需要延长。"))
    }

    @Test("adds ten working days, and the applicant is told why and by whose approval")
    func tenDays() throws {
        let story = try accepted()
        try story.extend(by: head)
        #expect(try story.due(.legal) == "2026-12-21")
        #expect(try story.due(.promised) == "2026-12-02")
        #expect(story.root.clock(.legal)?.extensions.map(\.approvedBy.name) == ["邹燕芬"])
        #expect(
            story.notices == [
                "「污水排入排水管网许可」办理时限延长 10 个工作日（《行政许可法》第四十二条第一款）。办结期限由 11月18日（周三）改为 12月2日（周三）。理由：案情复杂"
            ])
    }

    @Test("of a joint service adds fifteen working days to the whole and none to its items")
    func fifteenDays() throws {
        let story = try Story(.restaurant, at: "2026-05-11")
        try story.goOn(until: .review)
        #expect(try story.due(.legal) == "2026-07-14")
        let item = try story.due(.legal, of: "zjj")
        try story.extend(by: .leader)
        #expect(try story.due(.legal) == "2026-08-04")
        #expect(try story.due(.legal, of: "zjj") == item)
    }
}
