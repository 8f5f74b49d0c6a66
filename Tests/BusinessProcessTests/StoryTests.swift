import BusinessProcess
import DecisionModel
import Testing

@Suite("陈静 opens a restaurant")
struct StoryTests {
    private let definition: ProcessDefinition
    private var instance: ProcessInstance
    private var outcomes: [String: Value] = [:]

    init() throws {
        definition = try DistrictProcess.definition("open-restaurant")
        instance = try ProcessInstance.start(definition, given: [:]).0
    }

    private mutating func finish(_ element: String, _ outcome: String? = nil) throws {
        if let outcome { outcomes[element] = .string(outcome) }
        _ = try instance.finish(element, in: definition, ["outcomes": .context(outcomes)])
    }

    private mutating func miss(_ element: String) throws {
        let open = instance.active.first { $0.element == element }
        _ = try instance.fire(
            timer: open?.id ?? 0, boundary: "\(element)Overdue", in: definition,
            given: ["outcomes": .context(outcomes)])
    }

    @Test("Four departments look at her papers at once, and nobody goes on before all have answered")
    mutating func together() throws {
        #expect(instance.openElements == ["checkScjg", "checkWsjk", "checkXfjy", "checkZjj"])
        for department in ["checkScjg", "checkWsjk", "checkZjj"] { try finish(department, "complete") }
        #expect(instance.openElements == ["checkXfjy"])
        try finish("checkXfjy", "complete")
        #expect(instance.openElements == ["issueAcceptance"])
    }

    @Test("One paper is missing: she is told once, brings it, and all four go on")
    mutating func supplement() throws {
        for department in ["checkScjg", "checkWsjk", "checkXfjy"] { try finish(department, "complete") }
        try finish("checkZjj", "incomplete")
        #expect(instance.openElements == ["request"])
        try finish("request", "send")
        #expect(definition.userTask(instance.openElements[0])?.organ == "applicant")
        try finish("supply", "submit")
        try finish("recheck", "accept")
        try finish("issueAcceptance")
        #expect(instance.openElements == ["childScjg", "childWsjk", "childXfjy", "childZjj"])
        for child in instance.openElements { try finish(child) }
        try finish("deliver", "delivered")
        #expect(instance.endedAt == "closed")
    }

    @Test("A department that says nothing in five days counts as having accepted (行政许可法第三十二条)")
    mutating func silence() throws {
        for department in ["checkScjg", "checkWsjk", "checkXfjy"] { try finish(department, "complete") }
        try miss("checkZjj")
        #expect(instance.openElements == ["deemAccepted"])
        #expect(definition.serviceTask("deemAccepted")?.service == "deem-accepted")
    }

    @Test("The picture follows her case")
    mutating func picture() throws {
        for department in ["checkScjg", "checkWsjk", "checkXfjy", "checkZjj"] {
            try finish(department, "complete")
        }
        try finish("issueAcceptance")
        try finish("childWsjk")
        let states = instance.states(in: definition)
        #expect(states["checkJoin"] == .done)
        #expect(states["childWsjk"] == .done)
        #expect(states["childScjg"] == .current)
        #expect(states["childJoin"] == nil)
        #expect(states["deliver"] == nil)
    }

    @Test("Refused after all, the end of the picture is red")
    mutating func refused() throws {
        for department in ["checkScjg", "checkWsjk", "checkXfjy", "checkZjj"] {
            try finish(department, "incomplete")
        }
        try finish("request", "send")
        try finish("supply", "submit")
        try finish("recheck", "refuse")
        try finish("refuseAcceptance")
        #expect(instance.endedAt == "refused")
        #expect(instance.states(in: definition)["refused"] == .refused)
    }
}
