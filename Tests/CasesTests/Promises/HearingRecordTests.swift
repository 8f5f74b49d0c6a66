import Codes
import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("听证: the record and the decision (行政许可法 art. 48)")
struct HearingRecordTests {
    private let officer = Actor.post("officer", at: "zjj")
    private let chair = Actor.second(at: "zjj")

    /// Reviewed on Monday 2026-11-09, told and asked for.
    private func requested() throws -> Story {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        try story.tellHearing(by: officer)
        try story.requestHearing()
        return story
    }

    /// Asked for on 11-09, held on 11-20, the seventh working day after the notice being 11-18.
    private func held() throws -> Story {
        let story = try requested()
        try story.schedule(at: "2026-11-20 09:30", chair: chair, by: officer)
        try story.register("陈静", by: officer)
        story.now = at("2026-11-20 11:00")
        try story.recordHearing(by: chair)
        return story
    }

    @Test("is recorded by its chair alone, when it has begun and somebody is there")
    func recording() throws {
        let story = try requested()
        try story.schedule(at: "2026-11-20 09:30", chair: chair, by: officer)
        #expect(refusal { try story.recordHearing(by: officer) } == .forbidden("听证笔录由主持人周强负责。"))
        #expect(refusal { try story.recordHearing(by: chair) } == .conflict("听证还没有开始，不能写笔录。"))
        story.now = at("2026-11-20 11:00")
        #expect(refusal { try story.recordHearing(by: chair) } == .invalid("words", "请先登记听证参加人。"))
        try story.register("陈静", by: officer)
        #expect(refusal { try story.register("陈静", by: officer) } == .invalid("name", "陈静已经登记过。"))
        #expect(refusal { try story.recordHearing("  ", by: chair) } == .invalid("words", "请写明听证的经过。"))
    }

    @Test("is confirmed by the applicant; then the record is issued and the clocks run again")
    func confirmed() throws {
        let story = try held()
        #expect(story.root.isPaused)
        #expect(refusal { try story.confirmRecord(by: .zhangWei) } == .forbidden("只有申请人可以确认听证笔录。"))
        story.now = at("2026-11-20 15:00")
        try story.confirmRecord()
        #expect(!story.root.isPaused)
        let record = try #require(story.paper(.hearingRecord))
        #expect(record.paragraphs.contains("申请人陈述。") && record.paragraphs.contains("陈静（申请人）"))
        #expect(refusal { try story.confirmRecord() } == .conflict("没有等待确认的听证笔录。"))
        #expect(story.root.clock(.legal)?.pauses.count == 1)
    }

    @Test("is closed by the chair with a reason when the applicant does not confirm")
    func unconfirmed() throws {
        let story = try held()
        let number = story.root.number.text
        let chair = chair
        #expect(
            refusal { try story.change(by: chair) { try $0.closeHearing(number, reason: "", on: $1) } }
                == .invalid("reason", "请写明申请人为什么没有确认笔录。"))
        try story.change(by: chair) { try $0.closeHearing(number, reason: "申请人拒绝签字", on: $1) }
        #expect(story.root.hearing?.state(at: story.now) == .closed)
        #expect(!story.root.isPaused)
    }

    @Test("the decision says what it made of the record, in the paper too")
    func decided() throws {
        let story = try held()
        try story.confirmRecord()
        #expect(
            refusal { try story.complete(.decide, opinion: "同意") }
                == .invalid("opinion", "本件举行过听证，决定应当根据听证笔录作出，请在意见里写明采纳听证笔录的情况。"))
        try story.complete(.decide, opinion: "采纳听证笔录中申请人的陈述")
        let paper = try #require(story.paper(.grant)?.paragraphs.joined())
        #expect(paper.contains("2026年11月20日就本申请举行听证") && paper.contains("采纳听证笔录中申请人的陈述"))
    }
}
