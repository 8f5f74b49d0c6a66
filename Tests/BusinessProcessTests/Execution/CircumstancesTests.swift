import BusinessProcess
import DecisionModel
import Foundation
import Testing

/// What expressions of a process ask besides variables, and what becomes of one that does not end.
@Suite("The clock and the calendar of a process")
struct CircumstancesTests {
    /// 2026-11-27, a Friday, at noon in China.
    private static let noon: Int64 = 1_795_752_000_000
    private static let friday = FEELSurroundings(nowMilliseconds: noon) {
        $0.daysSince1970 % 7 != 2 && $0.daysSince1970 % 7 != 3
    }

    private static func script(_ expression: String) -> SketchedProcess {
        SketchedProcess(
            """
            <startEvent id="s"/><scriptTask id="c" name="计算" scriptFormat="feel" minben:result="answer">\
            <script>\(expression)</script></scriptTask><endEvent id="e"/>\(SketchedProcess.task("t"))
            """, flows: ["1: s > c", "2: c > t", "3: t > e"])
    }

    @Test(
        "an expression that takes too long stops the change with a sentence, and the case stands where it stood"
    )
    func endless() throws {
        let loop = "count(for a in 1..1000, b in 1..1000 return a * b)"
        let sketch = SketchedProcess(
            """
            <startEvent id="s"/><exclusiveGateway id="g" name="要不要复核" default="3"/><endEvent id="e"/>\
            \(SketchedProcess.task("t"))\(SketchedProcess.task("u"))
            """,
            flows: ["1: s > t", "2: t > g", "3: g > e", "4: g > u if \(loop) > 1", "5: u > e"])
        var stage = try Stage(sketch)
        let before = stage.instance
        #expect(
            refusal { try stage.finish("t") } == "「要不要复核」的表达式在第 49 个字符处：计算超过 100000 步，已停止，请联系流程管理员。")
        #expect(stage.instance == before)
        #expect(throws: ProcessError.self) { try Stage(Self.script(loop)) }
    }

    @Test("a script without a clock knows no day")
    func withoutClock() throws {
        #expect(try Stage(Self.script("today()")).instance.data["answer"] == .null)
    }

    @Test(
        "scripts tell the day and count working days",
        arguments: [
            ("today()", "2026-11-27"), ("string(add working days(today(), 1))", "2026-11-30"),
            ("if is working day(today()) then \"yes\" else \"no\"", "yes"),
        ])
    func scripts(_ expression: String, _ answer: String) throws {
        let stage = try Stage(Self.script(expression), Circumstances([:], Self.friday))
        #expect(stage.instance.data["answer"] == .string(answer))
    }

    @Test("conditions see what was handed in at each change, not what was at the start")
    func later() throws {
        let sketch = SketchedProcess(
            """
            <startEvent id="s"/><exclusiveGateway id="g" default="4"/><endEvent id="e"/><endEvent id="late"/>\
            \(SketchedProcess.task("t"))
            """,
            flows: [
                "1: s > t", "2: t > g", "3: g > late if today() > date(\"2026-11-27\")", "4: g > e",
            ])
        var stage = try Stage(sketch, Circumstances([:], Self.friday))
        stage.given = Circumstances([:], FEELSurroundings(nowMilliseconds: Self.noon + 86_400_000))
        try stage.finish("t")
        #expect(stage.instance.endedAt == "late")
    }
}
