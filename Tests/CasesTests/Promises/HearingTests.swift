import Codes
import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("听证 (行政许可法 arts. 45–48)")
struct HearingTests {
    private let officer = Actor.post("officer", at: "zjj")
    private let chair = Actor.second(at: "zjj")

    /// Reviewed on Monday 2026-11-09 and before its decision.
    private func reviewed() throws -> Story {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        return story
    }

    private func requested() throws -> Story {
        let story = try reviewed()
        try story.tellHearing(by: officer)
        try story.requestHearing()
        return story
    }

    @Test("is told by the organ in charge, of a case under way, once, with a cause")
    func telling() throws {
        let early = try Story(.drainage)
        #expect(refusal { try early.tellHearing(by: officer) } == .conflict("只有办理中的办件才能组织听证。"))
        let story = try reviewed()
        #expect(refusal { try story.tellHearing(by: .liMin) } == .forbidden("只有正在办理本件的部门才能这样处理。"))
        #expect(
            refusal { try story.tellHearing(by: officer, cause: " ") }
                == .invalid("cause", "请写明为什么告知听证权利，申请人会看到。"))
        try story.tellHearing(by: officer)
        #expect(refusal { try story.tellHearing(by: officer) } == .conflict("听证权利已经告知过。"))
        #expect(story.root.hearing?.requestUntil == day("2026-11-16").endOfDay)
        #expect(story.paper(.hearingRight)?.paragraphs.joined().contains("2026年11月16日前") == true)
    }

    @Test("cannot be asked for by others, nor after the five working days")
    func asking() throws {
        let story = try reviewed()
        #expect(refusal { try story.requestHearing() } == .conflict("本件没有告知听证权利。"))
        try story.tellHearing(by: officer)
        #expect(refusal { try story.requestHearing(by: .zhangWei) } == .forbidden("只有申请人可以要求或者放弃听证。"))
        story.now = at("2026-11-17 00:00")
        #expect(
            refusal { try story.requestHearing() } == .conflict("要求听证的期限已过（2026年11月16日）或者已经放弃。"))
    }

    @Test("keeps the decision waiting while it may be asked for, until it is waived or the days are over")
    func waiting() throws {
        let story = try reviewed()
        try story.tellHearing(by: officer)
        #expect(
            refusal { try story.complete(.decide) }
                == .conflict("要求听证的期限到2026年11月16日，期限届满或者申请人放弃以前不能作出决定。"))
        let waived = story.root.number.text
        try story.change(by: .chenJing) { try $0.waiveHearing(waived, on: $1) }
        try story.complete(.decide)
        #expect(story.root.result?.outcome == .granted)
        let late = try reviewed()
        try late.tellHearing(by: officer)
        late.now = at("2026-11-17 09:00")
        try late.complete(.decide)
        #expect(late.root.result?.outcome == .granted)
    }

    @Test("stops the clocks from the request on, and the head knows")
    func request() throws {
        let story = try requested()
        #expect(story.root.isPaused)
        #expect(story.root.clock(.legal)?.openPause?.reason == "听证")
        #expect(story.root.hearing?.holdUntil == day("2026-12-07").endOfDay)
        #expect(story.matter.events.contains { $0.toHead != nil })
        #expect(refusal { try story.complete(.decide) } == .conflict("听证还没有结束，不能作出决定（《行政许可法》第四十八条）。"))
        #expect(refusal { try story.requestHearing() } == .conflict("已经要求过听证。"))
    }

    @Test("is set seven working days ahead and within twenty, led by somebody who did not review")
    func scheduling() throws {
        let story = try requested()
        #expect(
            refusal { try story.schedule(at: "2026-11-18 09:30", chair: chair, by: officer) }
                == .invalid("at", "听证应当提前 7 个工作日通知，最早可以定在2026年11月19日。"))
        #expect(
            refusal { try story.schedule(at: "2026-12-08 09:30", chair: chair, by: officer) }
                == .invalid("at", "听证应当在收到要求后 20 个工作日内举行，最晚2026年12月7日。"))
        #expect(
            refusal { try story.schedule(at: "2026-11-20 09:30", chair: officer, by: officer) }
                == .invalid("chair", "主持人不能是审查本件的工作人员（《行政许可法》第四十八条），请选择其他同事。"))
        #expect(
            refusal { try story.schedule(at: "2026-11-20 09:30", chair: .liMin, by: officer) }
                == .invalid("chair", "听证由主办部门的人员主持。"))
        #expect(
            refusal { try story.schedule(at: "2026-11-20 09:30", chair: chair, place: "", by: officer) }
                == .invalid("place", "请写明听证的地点。"))
        try story.schedule(at: "2026-11-20 09:30", chair: chair, by: officer)
        let notice = try #require(story.paper(.hearingNotice)?.paragraphs.joined())
        #expect(notice.contains("2026年11月20日 09:30") && notice.contains("三楼会议室") && notice.contains("周强"))
    }
}
