import BusinessProcess
import DecisionModel
import Foundation

/// The processes the platform is delivered with.
enum DistrictProcess {
    static let names = [
        "on-the-spot", "single-organ", "street-then-bureau", "multi-organ-parallel",
        "notification-commitment", "with-inspection", "open-restaurant",
        "joint-kbcyd", "joint-qykb", "joint-kblg", "joint-kbwb", "joint-gckg", "joint-cjrfw",
    ]

    static func xml(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let file = root.appending(path: "Sources/Services/Resources/Processes/\(name).bpmn")
        return try String(contentsOf: file, encoding: .utf8)
    }

    static func definition(_ name: String) throws -> ProcessDefinition {
        try ProcessDefinition.parse(Data(try xml(name).utf8))
    }
}

/// Plays a process: every open step in every way it may end, until nothing is open any more.
struct Exploration {
    let definition: ProcessDefinition
    private let facts: [String: Value]
    private(set) var ends: Set<String> = []
    private(set) var taken: Set<String> = []
    private(set) var dead: [[String]] = []
    private var seen: Set<Position> = []

    /// Where a run stands, as far as it decides how it can go on.
    private struct Position: Hashable {
        let open: [String]
        let tokens: [String: Int]
        let outcomes: [String: Value]
    }

    /// Plays it for a case that is part of a joint service or stands alone, promised or proven with papers.
    init(_ definition: ProcessDefinition, joint: Bool, proven: Bool = false) throws {
        self.definition = definition
        facts = ["joint": .bool(joint), "proven": .bool(proven)]
        let (instance, _) = try ProcessInstance.start(definition, given: given([:]))
        try explore(instance, [:])
    }

    private func given(_ outcomes: [String: Value]) -> Circumstances {
        ["outcomes": .context(outcomes), "case": .context(facts)]
    }

    private mutating func explore(_ instance: ProcessInstance, _ outcomes: [String: Value]) throws {
        let position = Position(open: instance.openElements, tokens: instance.tokens, outcomes: outcomes)
        guard seen.insert(position).inserted else { return }
        taken.formUnion(instance.taken)
        if instance.isEnded { ends.insert(instance.endedAt ?? "") }
        if !instance.isEnded, instance.active.isEmpty { dead.append(instance.taken) }
        for activity in instance.active {
            let codes = definition.userTask(activity.element)?.outcomes.map(\.code) ?? ["done"]
            for code in codes {
                var next = instance
                var said = outcomes
                if definition.userTask(activity.element) != nil { said[activity.element] = .string(code) }
                _ = try next.complete(activity.id, in: definition, given: given(said))
                try explore(next, said)
            }
            for timer in definition.timers(on: activity.element) {
                var next = instance
                _ = try next.fire(
                    timer: activity.id, boundary: timer.id, in: definition, given: given(outcomes))
                try explore(next, outcomes)
            }
        }
    }
}
