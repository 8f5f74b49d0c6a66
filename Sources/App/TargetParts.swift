import Cases
import DecisionModel
import Government
import Messaging
import Modules
import Performance
import Storage
import Supervision
import Targets
import WorkingTime

extension Installation {
    /// What organs have to reach in a year: measured by the figures of performance, watched by supervision.
    static func targets(_ directory: Directory, _ outbox: Outbox, _ database: Database) throws -> Module {
        try Targets(database: database, directory: directory, outbox: outbox, outside: .installed).module()
    }

    /// The sample targets.
    func agreeDemoTargets() async throws {
        let targets = Targets(
            database: database, directory: Directory(database), outbox: Outbox(), outside: .installed)
        try await targets.seedDemo(at: cases.now)
    }
}

extension TargetOutside {
    static let installed = TargetOutside(
        figures: Performance.catalogue.map { .init(key: $0.key, name: $0.name) },
        amounts: { try Performance.amounts(of: $0, in: $1, $2) },
        cases: { Performance.cases(of: $0, in: $1, behind: $2) },
        watch: { milestones, actor, now, tx in
            try Supervision.report(
                milestones.map(\.record), of: kind, by: actor, at: now, in: tx)
        },
        signals: { milestones, tx in
            let numbers = Dictionary(milestones.map { (Milestone.number($0), $0) }) { first, _ in first }
            let found = try Supervision.signals(on: kind, numbers.keys.sorted(), in: tx)
            return found.reduce(into: [:]) { signals, entry in
                guard let milestone = numbers[entry.key] else { return }
                signals[milestone] = entry.value.map {
                    .init(level: $0.level, state: $0.state, path: $0.path)
                }
            }
        })

    /// As supervision knows them.
    private static let kind = "post-target"
}

extension TargetOutside.Milestone {
    /// The number under which supervision knows a milestone. It has letters: digits alone could be taken for those of a
    /// person.
    fileprivate static func number(_ key: String) -> String { "M\(String(Int64(key) ?? 0, radix: 36))" }

    /// As the kind `post-target` wants it.
    fileprivate var record: [String: Value] {
        var record: [String: Value] = [
            "number": .string(Self.number(key)), "name": .string(name),
            "organ": .string(organ), "agreed_on": .string(beginsOn.iso), "due_on": .string(dueOn.iso),
            "state": .string(state),
        ]
        if let endedOn { record["ended_on"] = .string(endedOn.iso) }
        return record
    }
}
