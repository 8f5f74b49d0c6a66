import BusinessProcess
import DecisionModel
import Foundation
import Testing

/// People who do whatever comes to their minds, and a desk that follows the effects.
struct RandomPeople {
    private(set) var definition: ProcessDefinition
    private(set) var instance: ProcessInstance
    /// The tasks the desk shows, as the effects have told it.
    private(set) var desk: Set<Int> = []
    private(set) var refusals = 0
    private(set) var changes = 0
    private var random: Seeded

    init(_ definition: ProcessDefinition, seed: Int) throws {
        self.definition = definition
        random = Seeded(seed)
        let effects: [Effect]
        (instance, effects) = try ProcessInstance.start(definition, given: ["pick": 0])
        follow(effects)
        try check()
    }

    mutating func act() throws {
        guard let step = instance.active.randomElement(using: &random) else { return }
        let before = instance
        do {
            follow(try operation(on: step))
            changes += 1
        } catch let error as ProcessError {
            #expect(instance == before, "a refused change leaves no trace")
            if case .stuck = error { Issue.record("stuck: \(error)") }
            refusals += 1
        }
        try check()
    }

    /// Does the rest in order, so that loops end.
    mutating func finish() throws {
        var steps = 0
        while let step = instance.active.first {
            if step.isSuspended { follow(try instance.resume(step.id, in: definition)) }
            if step.owner != nil { follow(try instance.handBack(step.id, in: definition)) }
            desk.remove(step.id)
            follow(try instance.complete(step.id, in: definition, given: ["pick": 0]))
            steps += 1
            try #require(steps < 500, "it comes to an end")
        }
        try check()
        #expect(instance.isEnded && instance.tokens.isEmpty && desk.isEmpty)
    }

    /// Lets the instance go on by another version; whether that was allowed.
    mutating func change(to version: ProcessDefinition) throws -> Bool {
        let migration = instance.migration(from: definition, to: version, given: ["pick": 0])
        guard migration.obstacles.isEmpty else {
            #expect(migration.instance == instance && migration.effects.isEmpty)
            return false
        }
        (instance, definition) = (migration.instance, version)
        follow(migration.effects)
        try check()
        try tryReturns()
        return true
    }

    /// Whatever step is gone back to, everything comes to its end from there.
    private func tryReturns() throws {
        for step in instance.active where !step.isSuspended && step.owner == nil {
            for target in try instance.returnTargets(of: step.id, in: definition) {
                var copy = self
                copy.follow(
                    try copy.instance.sendBack(step.id, to: target.id, in: definition, given: ["pick": 0])
                )
                try copy.finish()
            }
        }
    }

    private mutating func operation(on step: ProcessInstance.Activity) throws -> [Effect] {
        let given: Circumstances = ["pick": Value(integerLiteral: Int.random(in: 0...3, using: &random))]
        let person = "p\(Int.random(in: 0..<3, using: &random))"
        switch Int.random(in: 0..<18, using: &random) {
        case 0:
            let targets = try instance.returnTargets(of: step.id, in: definition).map(\.id)
            let target = targets.randomElement(using: &random) ?? step.element
            return try instance.sendBack(step.id, to: target, in: definition, given: given)
        case 1:
            let done = instance.activities.filter { $0.state == .completed && $0.completedBy != nil }
            let last = done.randomElement(using: &random)
            return try instance.withdraw(
                last?.id ?? 0, by: last?.completedBy ?? "", in: definition, given: given)
        case 2 where changes % 9 == 0:
            return try instance.reject(step.id, in: definition, given: given)
        case 3: return try instance.transfer(step.id, to: person, in: definition)
        case 4: return try instance.delegate(step.id, from: person, to: "q", in: definition)
        case 5: return try instance.handBack(step.id, in: definition)
        case 6:
            let order = SigningOrder.allCases.randomElement(using: &random) ?? .after
            return try instance.addSigner(person, order, to: step.id, in: definition)
        case 7: return try instance.removeSigner(step.id, in: definition, given: given)
        case 8:
            let target = definition.userTasks.randomElement(using: &random)?.id ?? ""
            return try instance.jump(step.id, to: target, reason: "试", in: definition, given: given)
        case 9: return try instance.suspend(step.id, in: definition)
        case 10: return try instance.resume(step.id, in: definition)
        case 11: return try instance.begin(step.id, in: definition)
        case 12: return try instance.urge(step.id, in: definition)
        default:
            let effects = try instance.complete(step.id, in: definition, given: given, by: person)
            desk.remove(step.id)
            return effects
        }
    }

    private mutating func follow(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .openTask(let activity, _): desk.insert(activity)
            case .cancelled(let activity): desk.remove(activity)
            default: break
            }
        }
    }

    /// No token is lost, none is there twice, and the desk shows what is open.
    private func check() throws {
        #expect(instance.isEnded == instance.active.isEmpty)
        let shown = instance.activities.filter { $0.isOpen && definition.userTask($0.element) != nil }
            .filter { !$0.isGroup }
        #expect(desk.isSubset(of: shown.map(\.id)))
        #expect(Set(shown.filter { $0.state == .active }.map(\.id)).isSubset(of: desk))
        let alone = instance.activities.filter { $0.isOpen && $0.part == .single }
        #expect(Set(alone.map { "\($0.scope) \($0.element)" }).count == alone.count, "nothing is open twice")
        #expect(instance.imbalances.isEmpty)
        let stored = try JSONEncoder().encode(instance)
        #expect(try JSONDecoder().decode(ProcessInstance.self, from: stored) == instance)
    }
}
