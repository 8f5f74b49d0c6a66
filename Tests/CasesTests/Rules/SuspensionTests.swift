import Cases
import Journal
import Testing
import WorkingTime

@Suite("A suspension")
struct SuspensionTests {
    private let officer = Actor.post("officer", at: "zjj")

    /// A drainage permit accepted on Monday 2026-11-09: promised until 11-18, by law until 12-07.
    private func accepted() throws -> Story {
        let story = try Story(.drainage)
        try story.complete(.accept)
        return story
    }

    @Test(
        "is not for outsiders, nor for those who handle no matters",
        arguments: [Actor.chenJing, .liMin, .post("deputy", at: "zjj"), .post("sysadmin", at: "zjj")])
    func outsiders(actor: Actor) throws {
        let story = try accepted()
        #expect(refusal { try story.suspend(by: actor) } == .forbidden("只有正在办理本件的部门才能这样处理。"))
        try story.suspend(by: officer)
        #expect(refusal { try story.resume(by: actor) } == .forbidden("只有正在办理本件的部门才能这样处理。"))
    }

    @Test("needs a running decision clock")
    func notRunning() throws {
        let story = try Story(.drainage)
        #expect(refusal { try story.suspend(by: officer) } == .conflict("本件现在是「待受理」，只有办理中的办件才能这样处理。"))
        try story.complete(.accept)
        #expect(refusal { try story.resume(by: officer) } == .conflict("本件没有暂停计时。"))
        try story.suspend(by: officer)
        #expect(refusal { try story.suspend(by: officer) } == .conflict("本件已经暂停计时，请先恢复。"))
    }

    @Test("needs what it is for and how long it will take", arguments: [0, -3, 181])
    func unfounded(days: Int) throws {
        let story = try accepted()
        #expect(
            refusal { try story.suspend(days: days, by: officer) }
                == .invalid("expected_days", "请填写预计需要的天数，1 到 180 之间。"))
        #expect(
            refusal { try story.suspend(note: " ", by: officer) } == .invalid("note", "请写明暂停计时的事由，申请人会看到。"))
    }

    @Test("leaves no due time while it lasts, and the applicant knows why")
    func paused() throws {
        let story = try accepted()
        story.now = at("2026-11-11 10:00")
        try story.suspend(by: officer)
        #expect(story.root.isPaused)
        #expect(try story.due(.promised) == nil)
        #expect(story.root.openTasks.map(\.dueAt) == [nil])
        #expect(
            story.notices == [
                "「污水排入排水管网许可」因检测暂停计时，预计需要 10 天：送检水样。原定 11月18日（周三）到期，恢复计时的时候再告诉您新的日期。"
            ])
    }

    @Test("does not count its days, and the working says so")
    func resumed() throws {
        let story = try accepted()
        story.now = at("2026-11-11 10:00")
        try story.suspend(by: officer)
        story.now = at("2026-11-16 09:00")
        try story.resume(by: officer)
        #expect(
            story.notices == ["「污水排入排水管网许可」已恢复计时，继续办理。办结期限由 11月18日（周三）改为 11月23日（周一）。"])
        #expect(try story.due(.promised) == "2026-11-23")
        #expect(try story.due(.legal) == "2026-12-10")
        let working = try #require(story.root.clock(.promised)?.reckoning(by: story.calendar, now: story.now))
            .days
        #expect(working.filter { $0.reason == "暂停：检测：送检水样" }.map(\.date.iso).contains("2026-11-12"))
        #expect(working.first { $0.date == day("2026-11-11") }?.counted == true)
        #expect(try story.task(.review).dueAt == day("2026-11-23").endOfDay)
    }

    @Test("that ends on the same day moves nothing, and says nothing of a day")
    func sameDay() throws {
        let story = try accepted()
        story.now = at("2026-11-11 10:00")
        try story.suspend(by: officer)
        try story.resume(by: officer)
        #expect(story.notices == ["「污水排入排水管网许可」已恢复计时，继续办理。"])
    }

    @Test("ends with the decision, and the clock still knows when it was due")
    func decidedWhilePaused() throws {
        let story = try accepted()
        story.now = at("2026-11-11")
        try story.suspend(by: officer)
        story.now = at("2026-11-13")
        try story.goOn(until: .deliver)
        #expect(!story.root.isPaused)
        #expect(try story.due(.promised) == "2026-11-20")
        #expect(story.root.clock(.promised)?.isOverdue(at: at("2027-01-01")) == false)
    }
}

@Suite("An inspection")
struct InspectionTests {
    @Test("stops the clock by itself, tells the applicant, and lets it run again")
    func pauses() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        story.now = at("2026-11-10")
        try story.complete(.review)
        #expect(try story.due(.promised) == nil)
        #expect(story.notices.last?.contains("核查期间不计入办理时限") == true)
        story.now = at("2026-11-13")
        try story.complete(.inspect)
        #expect(
            story.notices.contains {
                $0.hasSuffix("的现场核查已经结束，恢复计时。办结期限由 11月16日（周一）改为 11月19日（周四）。")
            })
        #expect(try story.due(.promised) == "2026-11-19")
        #expect(try story.due(.legal) == "2026-12-10")
    }

    @Test("stops the clock of its own item only")
    func ownItemOnly() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        try story.complete(.review, of: "scjg")
        #expect(try story.subject("scjg").isPaused)
        #expect(try story.subject("xfjy").isPaused == false)
        #expect(!story.root.isPaused)
        #expect(try story.due(.promised, of: "zjj") == "2026-11-18")
    }

    @Test("does not end a suspension for another reason")
    func hearingGoesOn() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        try story.suspend(for: .hearing, note: "申请人要求听证", by: .liMin)
        try story.complete(.review)
        try story.complete(.inspect)
        #expect(story.root.isPaused)
        #expect(!story.actions.contains("case.resumed"))
        #expect(story.root.clock(.promised)?.openPause?.reason == "听证：申请人要求听证")
    }
}
