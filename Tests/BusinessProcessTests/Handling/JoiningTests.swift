import BusinessProcess
import DecisionModel
import Testing

@Suite("One more is asked while others still work")
struct JoiningTests {
    @Test("a step of one person takes nobody in")
    func single() throws {
        var stage = try Position.sequence.stage()
        let x = stage.id("x")
        #expect(
            refusal {
                _ = try stage.instance.addInstance("scjg", beside: x, in: stage.definition, given: [:])
            }
                == "这一步不是多方同时办理的，不能增加办理方。")
    }

    @Test("whoever is asked later sees their own item, and the step waits for them")
    func several() throws {
        var stage = try Position.several.stage()
        let x = stage.id("x")
        _ = try stage.instance.addInstance("scjg", beside: x, in: stage.definition, given: [:])
        let asked = stage.instance.active.filter { $0.element == "x" }
        #expect(asked.count == 4 && asked.last?.item == "scjg")
        for one in asked.dropLast() {
            _ = try stage.instance.complete(one.id, in: stage.definition, given: [:])
        }
        #expect(stage.open == ["x"])
        try stage.play()
        #expect(stage.instance.isEnded)
        #expect(throws: ProcessError.self) {
            try stage.instance.addInstance("xfjy", beside: x, in: stage.definition, given: [:])
        }
    }
}
