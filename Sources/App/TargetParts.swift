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
                milestones.map(\.record), of: "post-target", by: actor, at: now, in: tx)
        })
}

extension TargetOutside.Milestone {
    /// As the kind `post-target` wants it. Its number has letters: digits alone could be taken for those of a person.
    fileprivate var record: [String: Value] {
        var record: [String: Value] = [
            "number": .string("M\(String(Int64(key) ?? 0, radix: 36))"), "name": .string(name),
            "organ": .string(organ), "agreed_on": .string(beginsOn.iso), "due_on": .string(dueOn.iso),
            "state": .string(state),
        ]
        if let endedOn { record["ended_on"] = .string(endedOn.iso) }
        return record
    }
}
