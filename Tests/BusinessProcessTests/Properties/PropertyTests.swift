import BusinessProcess
import DecisionModel
import Testing

@Suite("Whatever people do")
struct PropertyTests {
    @Test("no token is lost or doubled, and every sound process comes to its end", arguments: 0..<60)
    func sound(_ seed: Int) throws {
        let definition = try RandomProcess(seed: seed).sketch.definition()
        let soundness = Soundness(definition)
        #expect(soundness.isSound, "\(soundness.findings)")
        for run in 0..<3 {
            var people = try RandomPeople(definition, seed: seed * 7 + run)
            for _ in 0..<25 { try people.act() }
            try people.finish()
        }
    }

    @Test("the same seed gives the same instance")
    func deterministic() throws {
        let definition = try RandomProcess(seed: 5).sketch.definition()
        let runs = try (0..<2).map { _ in
            var people = try RandomPeople(definition, seed: 1)
            for _ in 0..<25 { try people.act() }
            return people.instance
        }
        #expect(runs[0] == runs[1])
    }

    @Test("among the wild drawings some are sound and some are not, so that the next test says something")
    func mixed() {
        let all = (0..<150).compactMap { try? WildProcess(seed: $0).sketch.definition() }
        let sound = all.count { Soundness($0).isSound }
        #expect(sound >= 15 && all.count - sound >= 15, "\(sound) of \(all.count)")
    }

    @Test("where the check of a wild drawing passes, nobody ever waits in vain", arguments: 0..<150)
    func wild(_ seed: Int) throws {
        guard let definition = try? WildProcess(seed: seed).sketch.definition(),
            Soundness(definition).isSound
        else { return }
        for run in 0..<4 {
            var random = Seeded(seed * 31 + run)
            var instance = try ProcessInstance.start(definition, given: ["pick": 0]).0
            for _ in 0..<40 {
                guard let step = instance.active.randomElement(using: &random) else { break }
                let pick = Value(integerLiteral: Int.random(in: 0...3, using: &random))
                _ = try instance.complete(step.id, in: definition, given: ["pick": pick])
            }
            #expect(instance.isEnded != !instance.active.isEmpty)
        }
    }
}

/// A drawing without plan: tasks and gateways connected at random.
struct WildProcess {
    let sketch: SketchedProcess

    init(seed: Int) {
        var random = Seeded(seed)
        var nodes = Position.ends
        var flows: [String] = ["f: s > n0"]
        let kinds = (0..<7).map { _ in Int.random(in: 0..<5, using: &random) }
        for (place, kind) in kinds.enumerated() {
            let id = "n\(place)"
            let target = { (random: inout Seeded) -> String in
                let next = Int.random(in: max(0, place - 1)...7, using: &random)
                return next == 7 || next == place ? "e" : "n\(next)"
            }
            switch kind {
            case 0: nodes += "<parallelGateway id=\"\(id)\"/>"
            case 1: nodes += "<exclusiveGateway id=\"\(id)\" default=\"d\(place)\"/>"
            case 2: nodes += "<inclusiveGateway id=\"\(id)\" default=\"d\(place)\"/>"
            default: nodes += SketchedProcess.task(id)
            }
            flows.append("d\(place): \(id) > \(place == 6 ? "e" : "n\(place + 1)")")
            if kind < 3 {
                flows.append(
                    "x\(place): \(id) > \(target(&random))" + (kind == 0 ? "" : " if pick = \(place % 4)"))
            }
        }
        sketch = SketchedProcess(nodes, flows: flows)
    }
}
