import BusinessProcess
import Testing
import WorkingTime

@testable import ProcessMining

@Suite("Steps in a row that need not be")
struct SuccessionTests {
    private let pair = ProcessStatistics.Pair("a", "b")

    @Test("a decision has its place behind the examination")
    func place() throws {
        let rows = try Sketch.row().successions
        #expect(rows.map { [$0.first.id, $0.second.id] } == [["a", "b"], ["b", "c"]])
        #expect(rows[0].needs.isEmpty)
        #expect(rows[1].needs == [.place(of: rows[1].second)])
    }

    @Test("whoever is chosen by the outcome of the first has to wait for it")
    func condition() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b") + "<exclusiveGateway id=\"passed\" default=\"f4\"/>",
            [
                "f1: start > a", "f2: a > passed", "f3: passed > b if outcomes.a = \"ok\"",
                "f4: passed > end",
                "f5: b > end",
            ])
        #expect(sketch.successions.map(\.needs) == [[.condition("outcomes.a = \"ok\"")]])
    }

    @Test("a condition on what the applicant wrote, or on another step, is no need")
    func otherCondition() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b") + "<exclusiveGateway id=\"large\" default=\"f4\"/>",
            [
                "f1: start > a", "f2: a > large", "f3: large > b if form.area > 100 and outcomes.ab = \"ok\"",
                "f4: large > end", "f5: b > end",
            ])
        #expect(sketch.successions.map(\.needs) == [[]])
    }

    @Test("a value computed from the outcome of the first is a need where the way is chosen by it")
    func computed() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b") + "<exclusiveGateway id=\"large\" default=\"f5\"/>"
                + "<scriptTask id=\"sum\" minben:result=\"points\"><script>if outcomes.a = \"ok\" then 1 else 0</script></scriptTask>",
            [
                "f1: start > a", "f2: a > sum", "f3: sum > large", "f4: large > b if points > 0",
                "f5: large > end",
                "f6: b > end",
            ])
        #expect(sketch.successions.map(\.needs) == [[.computed("points")]])
    }

    @Test("a paper that goes out in between keeps its place")
    func paper() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b")
                + "<serviceTask id=\"tell\" name=\"发出通知\" minben:service=\"issue\" minben:final=\"true\"/>",
            ["f1: start > a", "f2: a > tell", "f3: tell > b", "f4: b > end"])
        #expect(sketch.successions.map(\.needs) == [[.paper("发出通知")]])
    }

    @Test("a step that is done for as many as the first one says has to wait for it")
    func loopOfMany() throws {
        let many = """
            <multiInstanceLoopCharacteristics><loopCardinality>if outcomes.a = "ok" then 1 else 2</loopCardinality>
            </multiInstanceLoopCharacteristics>
            """
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b", inside: many), ["f1: start > a", "f2: a > b", "f3: b > end"])
        #expect(sketch.successions.map(\.needs) == [[.condition("if outcomes.a = \"ok\" then 1 else 2")]])
    }

    @Test("steps from which the drawing leads back belong together")
    func loop() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b") + "<exclusiveGateway id=\"again\" default=\"f5\"/>",
            [
                "f1: start > a", "f2: a > b", "f3: b > again", "f4: again > a if outcomes.b = \"no\"",
                "f5: again > end",
            ])
        let rows = sketch.successions.filter { $0.first.id == "a" && $0.second.id == "b" }
        #expect(rows.map(\.needs) == [[.loop]])
    }

    @Test("what waits for several branches at once is not said to wait for one")
    func join() throws { #expect(try Sketch.fork().successions.isEmpty) }

    @Test("the saving is the shorter of the two: the sum of both against the longer one")
    func saving() {
        var statistics = SerialStatistics()
        statistics.add(trace([("a", 0, 4), ("b", 4, 14)]), pairs: [pair])
        let saving = statistics.savings[pair]
        #expect(saving?.cases == 1 && saving?.sums.total == 14 * 3_600)
        #expect(saving?.longest.total == 10 * 3_600 && saving?.saved.total == 4 * 3_600)
    }

    @Test("what was under way together, done again, left out or not ended saves nothing")
    func nothingSaved() {
        var statistics = SerialStatistics()
        statistics.add(trace([("a", 0, 4), ("b", 2, 14)]), pairs: [pair])
        statistics.add(trace([("a", 0, 4), ("b", 4, 5), ("a", 5, 6)]), pairs: [pair])
        statistics.add(trace([("a", 0, 4)]), pairs: [pair])
        statistics.add(trace([("a", 0, 4), ("b", 4, 5)], isOver: false), pairs: [pair])
        let saving = statistics.savings[pair]
        #expect(saving?.cases == 0 && saving?.overlapping == 1 && saving?.repeated == 1)
    }

    @Test("the same person for both is said: without another pair of hands nothing is saved")
    func samePerson() {
        var statistics = SerialStatistics()
        statistics.add(trace([("a", 0, 4), ("b", 4, 14)], person: 7), pairs: [pair])
        #expect(statistics.savings[pair]?.samePerson == 1)
    }

    private func span(_ slug: String, _ began: Int?, _ ended: Int?, needs: [String] = []) -> JointSpan {
        let start = Instant(milliseconds: 1_790_000_000_000)
        return JointSpan(
            slug: slug, name: slug, needs: needs, beganAt: began.map { start.adding(seconds: $0) },
            closedAt: ended.map { start.adding(seconds: $0) })
    }

    @Test(
        "an item that needs another, that waited for a third as long, or that is under way, says nothing",
        arguments: [
            ["b needs a"], ["b needs c"], ["b open"], ["b early"],
        ])
    func joint(_ course: [String]) {
        let b =
            switch course[0] {
            case "b needs a": span("b", 10, 20, needs: ["a"])
            case "b needs c": span("b", 10, 20, needs: ["c"])
            case "b open": span("b", 10, nil)
            default: span("b", 5, 20)
            }
        let pairs = JointStatistics.serial(in: [span("a", 0, 8), b, span("c", 0, 10)])
        #expect(!pairs.contains { $0.0.slug == "a" })
    }

    @Test("items one behind the other without need would have saved the shorter one")
    func jointSaving() {
        var statistics = JointStatistics()
        statistics.add([span("a", 0, 8), span("b", 10, 20)], of: "N1")
        #expect(statistics.savings[.init("a", "b")]?.saved.total == 8)
        #expect(statistics.savings[.init("a", "b")]?.examples.numbers == ["N1"])
    }
}
