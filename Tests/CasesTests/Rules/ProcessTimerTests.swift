import BusinessProcess
import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("A timer of the process")
struct ProcessTimerTests {
    private func waiting(_ inside: String, unit: String? = nil, at time: String = "2026-11-09") throws
        -> Story
    {
        let sketch = Sketch(
            Sketch.ends + Sketch.wait("w", unit: unit, inside) + Sketch.task("a"), "s > w", "w > a", "a > e")
        return try Story(sketch, at: time)
    }

    @Test("with a date that has passed fires at once, and not again")
    func past() throws {
        let story = try waiting(Sketch.time("timeDate", "2026-01-01"))
        try story.wait(until: "2026-11-09 09:01")
        #expect(story.open == ["a"] && story.root.timers.isEmpty)
        try story.wait(until: "2026-11-10")
        #expect(story.open == ["a"])
    }

    @Test("that comes round with a date that has passed stops as an incident and keeps nobody waiting")
    func circle() throws {
        let sketch = Sketch(
            Sketch.ends + Sketch.task("a") + Sketch.wait("w", Sketch.time("timeDate", "2026-01-01"))
                + "<exclusiveGateway id=\"g\" default=\"f3\"/>",
            "s > g", "g > a if form.no = true", "a > e", "g > w", "w > g")
        let story = try Story(sketch)
        try story.wait(until: "2026-11-09 09:01")
        #expect(story.root.incidents.map(\.element) == ["w"])
        #expect(story.root.incidents.first?.reason == "流程在没有任务的环路里打转，请联系流程管理员。")
        #expect(story.root.timers.map(\.dueAt) == [nil])
        try story.wait(until: "2026-12-01")
        #expect(story.actions.isEmpty)
    }

    @Test("is not kept from firing by another that goes round in a circle")
    func besideACircle() throws {
        let sketch = Sketch(
            Sketch.ends + Sketch.task("a") + Sketch.wait("w", Sketch.time("timeDate", "2026-01-01"))
                + Sketch.wait("z", Sketch.time("timeDate", "2026-01-01")) + "<parallelGateway id=\"p\"/>"
                + "<exclusiveGateway id=\"g\" default=\"f2\"/>",
            "s > p", "p > g", "g > w", "w > g", "g > e if form.no = true", "p > z", "z > a", "a > e")
        let story = try Story(sketch)
        try story.wait(until: "2026-11-09 09:01")
        #expect(story.root.incidents.map(\.element) == ["w"])
        #expect(story.open == ["a"])
    }

    @Test("of a step that stands still waits until it goes on")
    func suspended() throws {
        let story = try waiting(Sketch.time("timeDuration", "PT2H"))
        try story.change(by: .system) { matter, occasion in
            let definition = try matter.definition(of: 0)
            _ = try matter.cases[0].process?.suspend(in: definition)
            matter.settle(by: occasion.calendar, now: occasion.now)
        }
        try story.wait(until: "2026-11-10")
        #expect(story.open.isEmpty && story.root.incidents.isEmpty)
        try story.change(by: .system) { matter, occasion in
            let definition = try matter.definition(of: 0)
            _ = try matter.cases[0].process?.resume(in: definition)
            matter.settle(by: occasion.calendar, now: occasion.now)
        }
        try story.wait(until: "2026-11-10 00:01")
        #expect(story.open == ["a"])
    }

    @Test(
        "is due",
        arguments: [
            ("PT2H", nil, "2026-11-09 11:00"), ("P5D", nil, "2026-11-14 09:00"),
            ("P1M", nil, "2026-12-09 09:00"), ("PT30M", nil, "2026-11-09 09:30"),
            ("P5D", "working_day", "2026-11-16"), ("P1D", "half_day", "2026-11-10"),
            ("P5D", "day", "2026-11-16"), ("PT4H", "hour", "2026-11-09 13:00"),
            ("P1M", "month", "2026-12-09"),
        ])
    func due(_ duration: String, _ unit: String?, _ expected: String) throws {
        let timer = try #require(
            try waiting(Sketch.time("timeDuration", duration), unit: unit).root.timers.first)
        // In units of limits it is the end of a day, or the middle of one.
        if expected.contains(" ") {
            #expect(timer.dueAt == at(expected))
        } else {
            #expect(timer.dueAt?.day == day(expected))
        }
    }

    @Test(
        "takes a date in China's time where no zone is written",
        arguments: [
            ("2026-12-01", "2026-12-01 00:00"), ("2026-12-01T10:24", "2026-12-01 10:24"),
            ("2026-12-01T10:24:00Z", "2026-12-01 18:24"), ("2026-12-01T10:24+09:00", "2026-12-01 09:24"),
        ])
    func dates(_ text: String, _ expected: String) throws {
        #expect(try waiting(Sketch.time("timeDate", text)).root.timers.first?.dueAt == at(expected))
    }

    @Test("counts in working days by the calendar that is in force")
    func calendar() throws {
        let story = try waiting(Sketch.time("timeDuration", "P3D"), unit: "working_day")
        let old = Samples.calendar
        story.calendar = try WorkingCalendar(
            version: 2, years: old.years,
            holidays: old.holidays.merging([day("2026-11-11"): "台风停工"]) { first, _ in first },
            workdays: old.workdays)
        try story.change(by: .system) { $0.settle(by: $1.calendar, now: $1.now) }
        #expect(story.root.timers.first?.dueAt?.day == day("2026-11-13"))
        #expect(story.root.timers.first?.calendarVersion == 2)
    }

    @Test("that repeats reminds as often as it says, at its own hours, and not for what was missed")
    func cycle() throws {
        let sketch = Sketch(
            Sketch.ends + Sketch.task("a") + Sketch.task("remind")
                + Sketch.boundary("c", on: "a", gentle: true, Sketch.time("timeCycle", "R3/P1D")),
            "s > a", "a > e", "c > remind", "remind > e")
        let story = try Story(sketch)
        try story.wait(until: "2026-11-10 15:00")
        #expect(story.open == ["a", "remind"])
        #expect(story.root.timers.first?.dueAt == at("2026-11-11 09:00"))
        try story.wait(until: "2026-11-20 12:00")
        #expect(story.root.tasks.count { $0.element == "remind" } == 2)
        #expect(story.root.timers.first?.dueAt == at("2026-11-21 12:00"))
        try story.wait(until: "2026-12-20 12:00")
        #expect(story.root.tasks.count { $0.element == "remind" } == 3)
        #expect(story.root.timers.isEmpty)
    }

    @Test("of the process itself begins its event subprocess, and goes when the process ends")
    func ofTheProcess() throws {
        let inside =
            "<startEvent id=\"late\" isInterrupting=\"false\">\(Sketch.time("timeDuration", "P2D"))</startEvent>"
            + Sketch.task("report") + "<endEvent id=\"e2\"/>"
            + "<sequenceFlow id=\"i1\" sourceRef=\"late\" targetRef=\"report\"/>"
            + "<sequenceFlow id=\"i2\" sourceRef=\"report\" targetRef=\"e2\"/>"
        let sketch = Sketch(
            Sketch.ends + Sketch.task("a")
                + "<subProcess id=\"h\" triggeredByEvent=\"true\">\(inside)</subProcess>", "s > a", "a > e")
        let story = try Story(sketch)
        #expect(story.root.timers.map(\.activity) == [0])
        try story.wait(until: "2026-11-12")
        #expect(story.open == ["a", "report"])
        let other = try Story(sketch)
        try other.complete(try other.task(.review))
        #expect(other.root.process?.isEnded == true && other.root.timers.isEmpty)
    }
}
